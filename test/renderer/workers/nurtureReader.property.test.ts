import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change, LooseRecord } from '#shared/changes/changeSet'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { TableName } from '#shared/records/tables'
import { addDays } from '#shared/time/calendarDay'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { NurtureReader } from '../../../renderer/workers/nurtureReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

const TODAY = '2026-11-25'
const NOW = Date.UTC(2026, 10, 25, 12)
const DAY_MS = 86_400_000
const COUNTRIES = ['QA', 'AE', 'SE', undefined]

/** One thing that somebody does; numbers choose who and what. */
const KINDS = [
  'customer',
  'country',
  'delete',
  'plan',
  'enrol',
  'pause',
  'end',
  'done',
  'moved',
  'talk',
  'gift',
  'consent',
  'promise',
  'spacing',
  'ask',
] as const
const step = fc.record({ kind: fc.constantFrom(...KINDS), a: fc.nat(3), b: fc.nat(3), days: fc.nat(20) })
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A notebook that is worked in, with a reader that follows it. */
class Work {
  readonly reader = new NurtureReader()
  private readonly records = new Map<string, LooseRecord>()
  private last = 1000
  private seq = 0

  constructor(readonly db: NotebookDatabase) {}

  async do({ kind, a, b, days }: Step): Promise<void> {
    const on = addDays(TODAY, days - 10)
    const customerId = testId(a)
    const at = NOW + (days - 15) * DAY_MS
    switch (kind) {
      case 'customer':
        if (this.of('customers', customerId) !== undefined) return
        if (this.records.has(`customers/${customerId}`)) return this.restore(customerId)
        return this.create(
          'customers',
          { name: `C${a}`, handles: mails(a), stage: 'lead', tags: [] },
          customerId,
        )
      case 'country':
        return this.update('customers', customerId, { country: COUNTRIES[b], grade: b > 1 ? 'A' : undefined })
      case 'delete':
        return this.remove('customers', customerId)
      case 'plan':
        return this.create('plans', { planKey: `p${b}`, version: this.last, ...plan(b) }, testId(100 + b))
      case 'enrol':
        return this.create('enrolments', { planId: testId(100 + b), customerId, startsOn: on })
      case 'pause':
        return this.update('enrolments', this.some('enrolments', b), { pausedAt: days > 10 ? at : undefined })
      case 'end':
        return this.update('enrolments', this.some('enrolments', b), { endedAt: at })
      case 'done':
      case 'moved': {
        const enrolment = this.of('enrolments', this.some('enrolments', a))
        if (enrolment === undefined) return
        const { id: enrolmentId, customerId: owner } = enrolment
        const touch = {
          enrolmentId,
          customerId: owner,
          stepKey: `s${b % 2}`,
          occurrence: 0,
          action: kind,
          on,
        }
        return this.create('touches', touch)
      }
      case 'talk':
      case 'gift': {
        const talk =
          kind === 'talk' ? { kind: 'message', direction: 'in' } : { kind: 'value', direction: 'out' }
        return this.create('interactions', { customerId, personIds: [], at, ...talk })
      }
      case 'consent':
        return this.create('consents', {
          customerId,
          carrier: 'email',
          purpose: 'followUp',
          state: b > 1 ? 'withdrawn' : 'given',
          at,
          wording: '',
        })
      case 'promise':
        return this.create('promises', { customerId, by: b > 1 ? 'us' : 'them', text: 'lids', dueOn: on })
      case 'spacing': {
        const spacing = {
          frequencyCapDays: b === 1 ? 3 : undefined,
          dayCapacity: b === 2 ? 1 : undefined,
          giveAskRatio: 1 + b,
        }
        const id = testId(900)
        if (this.of('settings', id) === undefined)
          return this.create(
            'settings',
            { ...DEFAULT_SETTINGS, workingDays: [1, 2, 3, 4, 5], ...spacing },
            id,
          )
        return this.update('settings', id, spacing)
      }
      case 'ask':
        return this.compare()
    }
  }

  /** What was followed must say what a reader says that has read everything now. */
  async compare(): Promise<void> {
    expect(await answers(this.db, this.reader)).toEqual(await answers(this.db, new NurtureReader()))
  }

  private newId(): string {
    this.last += 1
    return testId(this.last)
  }

  private of(table: TableName, id: string | undefined): LooseRecord | undefined {
    const record = this.records.get(`${table}/${id}`)
    return record?.deletedAt === undefined ? record : undefined
  }

  private some(table: TableName, number: number): string | undefined {
    const ids = [...this.records.keys()].filter((key) => key.startsWith(`${table}/`))
    return ids[number % Math.max(1, ids.length)]?.slice(table.length + 1)
  }

  private create(table: TableName, fields: object, id = this.newId()): Promise<void> {
    if (this.of(table, id) !== undefined) return Promise.resolve()
    return this.apply(createChange(table, { id, ...fields } as never, NOW))
  }

  private async update(table: TableName, id: string | undefined, fields: object): Promise<void> {
    const record = this.of(table, id)
    const change =
      record === undefined ? undefined : updateChange(table, record as never, fields as never, NOW)
    if (change !== undefined) await this.apply(change)
  }

  private async restore(id: string): Promise<void> {
    const gone = this.records.get(`customers/${id}`)
    const change =
      gone === undefined
        ? undefined
        : updateChange('customers', gone as never, { deletedAt: undefined } as never, NOW)
    if (change !== undefined) await this.apply(change)
  }

  private async remove(table: TableName, id: string): Promise<void> {
    const record = this.of(table, id)
    if (record !== undefined) await this.apply(deleteChange(table, record as never, NOW))
  }

  /** Questions are asked while the change is followed, too: a window does not wait for the worker. */
  private async apply(change: Change): Promise<void> {
    this.seq += 1
    this.records.set(`${change.table}/${change.id}`, change.after)
    await applyEntries(this.db, [entry(this.seq, [change])])
    const asked = this.reader.touchesOf(this.db, { customerId: testId(0), today: TODAY, daysAhead: 30 })
    await Promise.all([this.reader.follow(this.db, [change]), asked])
  }
}

function mails(number: number) {
  const value = `c${number}@example.org`
  return [{ kind: 'email', value, entered: value }]
}

/** Some plans have conditions, some keep quiet after a talk. */
function plan(number: number) {
  const step = (key: string, count: number, more: object = {}) => ({
    key,
    timing: { unit: 'days', count },
    intent: number === 3 ? 'ask' : 'value',
    carriers: ['email'],
    ...more,
  })
  const conditions = number === 1 ? { conditions: [{ on: 'reply', is: false }] } : {}
  return { steps: [step('s0', 1, conditions), step('s1', 6)], ...(number === 2 ? { quietDays: 4 } : {}) }
}

async function answers(db: NotebookDatabase, reader: NurtureReader) {
  const customerIds = [0, 1, 2, 3].map((number) => testId(number))
  // All at once first: a question about one customer looks at them by itself.
  const { rows, restOfWeek, doneToday } = await reader.today(db, { today: TODAY, now: NOW })
  const next = await reader.nextOf(db, { customerIds, today: TODAY, zone: 'UTC' })
  const touches = []
  for (const customerId of customerIds)
    touches.push(await reader.touchesOf(db, { customerId, today: TODAY, daysAhead: 30 }))
  return { touches, next: [...next].sort(), rows, restOfWeek, doneToday }
}

test('after any edits what was followed says what reading everything says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const db = await newIndex()
      try {
        const work = new Work(db)
        for (const a of [0, 1]) await work.do({ kind: 'customer', a, b: 0, days: 0 })
        for (const b of [0, 1, 2, 3]) await work.do({ kind: 'plan', a: 0, b, days: 0 })
        for (const b of [0, 1]) await work.do({ kind: 'enrol', a: b, b, days: 8 })
        await work.compare()
        for (const one of steps) await work.do(one)
        await work.compare()
      } finally {
        db.close()
      }
    }),
    { numRuns: 40 },
  )
})
