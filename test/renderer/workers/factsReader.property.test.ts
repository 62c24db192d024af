import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { foldContext } from '#shared/measures/facts/foldContext'
import { foldNotebook, type NotebookTables } from '#shared/measures/facts/foldNotebook'
import { warmth } from '#shared/measures/warmth'
import { warmthWeights } from '#shared/measures/warmthSettings'
import { traceWarmth } from '#shared/measures/warmthTrace'
import { mergeChanges } from '#shared/merging/mergeChanges'
import { unmergeChanges } from '#shared/merging/unmergeChanges'
import { rateTable } from '#shared/money/rates'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { readPage, readUnmerge } from '../../../renderer/store/queries/mergePages'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { FactsReader } from '../../../renderer/workers/factsReader'
import { MemoryNotebook, testId } from '../../shared/changes/memoryNotebook'
import { newIndex } from '../indexFixture'

const ZONE = 'Asia/Shanghai'
const DAY_MS = 86_400_000
const START = Date.UTC(2026, 0, 10)
const NAMES = ['glass', 'Blue vase', 'tray']

/** One thing that somebody does; numbers choose who and what. */
const KINDS = [
  'customer',
  'edit',
  'delete',
  'talk',
  'order',
  'cancel',
  'sample',
  'referral',
  'untie',
  'touchpoint',
  'move',
  'carrier',
  'member',
  'consent',
  'product',
  'rate',
  'base',
  'rateAge',
  'warmth',
  'merge',
  'unmerge',
  'undo',
  'redo',
  'keep',
  'restart',
] as const
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: fc.nat(5),
  b: fc.nat(5),
  /** Many things on one day, too: what stands in which order among them must not hang on how it was read. */
  day: fc.oneof(fc.nat(300), fc.nat(2)),
  /** Whether one waits for the folding before the next step: mostly things come in between. */
  waits: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const ANYTHING: Omit<Step, 'kind'> = { a: 0, b: 0, day: 0, waits: false }

/** Where every notebook begins: a step that finds nobody tries nothing. */
const GIVEN: readonly Step[] = [
  ...(['touchpoint', 'carrier', 'product'] as const).map((kind) => ({ ...ANYTHING, kind })),
  ...[0, 1, 2].map((a) => ({ ...ANYTHING, kind: 'customer' as const, a })),
  ...[0, 1].map((a) => ({ ...ANYTHING, kind: 'sample' as const, a })),
]

class Trial {
  readonly notebook = new MemoryNotebook()
  private applied = 0
  private ids = 100

  reader = newReader()

  constructor(readonly db: NotebookDatabase) {}

  /** Whether somebody has asked for figures. */
  hasBegun = false

  begin(): void {
    this.hasBegun = true
    this.reader.begin(this.db, { zone: ZONE })
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'keep' && this.hasBegun) {
      await this.reader.settled(this.db)
      await this.reader.keep(this.db)
    }
    if (step.kind === 'restart') {
      this.reader = newReader()
      if (this.hasBegun) this.begin()
    }
    if (step.kind === 'undo') this.notebook.undo()
    else if (step.kind === 'redo') this.notebook.redo()
    else {
      const changes = await this.changesOf(step)
      if (changes.length > 0) this.notebook.commit(changes)
    }
    for (const set of this.notebook.sets.slice(this.applied)) {
      this.applied += 1
      await applyEntries(this.db, [{ seq: this.applied, set }])
      await this.reader.follow(this.db, set.changes, this.applied)
    }
    if (step.waits && this.hasBegun) await this.reader.settled(this.db)
  }

  /** The n-th record of a table that there ever was, tombstones included. */
  private pick<T extends TableName>(table: T, place: number): RecordOf<T> | undefined {
    const all = this.notebook.all().filter((one) => one.table === table)
    return all[place % Math.max(all.length, 1)]?.record as unknown as RecordOf<T> | undefined
  }

  private async changesOf({ kind, a, b, day }: Step): Promise<readonly Change[]> {
    const at = START + day * DAY_MS
    const on = new Date(at).toISOString().slice(0, 10)
    this.ids += 1
    const id = testId(this.ids)
    const customerId = this.pick('customers', a)?.id ?? testId(1)
    const touchpointId = this.pick('touchpoints', b)?.id ?? testId(2)
    const base = { id }
    switch (kind) {
      case 'customer':
        return [
          createChange(
            'customers',
            {
              ...base,
              name: `c${a}`,
              handles: [],
              stage: 'lead',
              tags: [],
              sourceTouchpointId: touchpointId,
            },
            at,
          ),
        ]
      case 'edit':
        return this.edit('customers', a, { country: b % 2 === 0 ? 'DE' : undefined })
      case 'delete':
        return this.remove('customers', a)
      case 'talk':
        return [
          createChange(
            'interactions',
            {
              ...base,
              customerId,
              personIds: [],
              kind: b % 2 === 0 ? 'met' : 'value',
              direction: b % 3 === 0 ? 'in' : 'out',
              at,
              touchpointId,
              minutes: 10,
            },
            at,
          ),
        ]
      case 'order':
        return [
          createChange(
            'orders',
            {
              ...base,
              customerId,
              on,
              currency: b % 2 === 0 ? 'USD' : 'EUR',
              lines: [],
              total: { minor: 100_00 * (b + 1), currency: b % 2 === 0 ? 'USD' : 'EUR' },
              status: 'closed',
              milestones: [],
            },
            at,
          ),
        ]
      case 'cancel':
        return this.edit('orders', a, { status: 'cancelled' })
      case 'sample':
        return [createChange('samples', { ...base, customerId, on, what: NAMES[b % 3] ?? '' }, at)]
      case 'referral':
        return [
          createChange(
            'relations',
            {
              ...base,
              fromId: customerId,
              toId: this.pick('customers', b)?.id ?? testId(1),
              kind: 'referredBy',
            },
            at,
          ),
        ]
      case 'untie':
        return this.remove('relations', a)
      case 'touchpoint':
        return [
          createChange(
            'touchpoints',
            { ...base, kind: 'fair', name: `t${a}`, channelId: testId(50 + b) },
            at,
          ),
        ]
      case 'move':
        return this.edit('touchpoints', b, { channelId: testId(50 + a) })
      case 'carrier':
        return this.pick('carriers', a) === undefined || b < 3
          ? [createChange('carriers', { ...base, name: `l${a}`, kind: 'emailList' }, at)]
          : this.edit('carriers', a, { handleKind: b % 2 === 0 ? 'email' : undefined })
      case 'member':
        return [
          createChange(
            'memberships',
            { ...base, customerId, carrierId: this.pick('carriers', b)?.id ?? testId(3), joinedAt: at },
            at,
          ),
        ]
      case 'consent':
        return [
          createChange(
            'consents',
            {
              ...base,
              customerId,
              carrier: 'email',
              purpose: 'marketing',
              state: b < 4 ? 'given' : 'withdrawn',
              at,
            } as never,
            at,
          ),
        ]
      case 'product':
        return this.pick('products', a) === undefined || b < 3
          ? [createChange('products', { ...base, name: NAMES[b % 3] ?? '' }, at)]
          : this.edit('products', a, { name: NAMES[a % 3] ?? '' })
      case 'rate':
        return [
          createChange('rates', { ...base, from: 'EUR', to: 'USD', on, rate: `1.${b + 1}` } as never, at),
        ]
      case 'base':
        return this.pick('settings', 0) === undefined
          ? [createChange('settings', { ...base, baseCurrency: 'EUR', workingDays: [1, 2, 3] }, at)]
          : this.edit('settings', 0, { baseCurrency: a % 2 === 0 ? 'USD' : 'EUR' })
      case 'rateAge':
        return this.edit('settings', 0, { rateMaxAgeDays: a === 0 ? undefined : a * 10 })
      case 'warmth':
        return this.edit('settings', 0, {
          warmth: a === 0 ? undefined : { halfLifeDays: 45, weights: { 'met/both': a, 'message/in': b } },
        })
      case 'merge': {
        const [winner, loser] = [await this.page(a), await this.page(b)]
        if (winner === undefined || loser === undefined) return []
        if (winner.customer.id === loser.customer.id) return []
        const merged = mergeChanges({ id, winner, loser, choices: {}, people: [], plans: [] }, at)
        return merged.ok ? merged.value : []
      }
      case 'unmerge': {
        const merge = this.pick('merges', a)
        const read = merge && (await readUnmerge(this.db, merge.id))
        const apart = read && unmergeChanges({ ...read.request, given: [] }, at)
        return apart?.ok === true ? apart.value : []
      }
      default:
        return []
    }
  }

  private async page(place: number) {
    const customer = this.pick('customers', place)
    return customer?.deletedAt === undefined && customer !== undefined
      ? await readPage(this.db, customer.id)
      : undefined
  }

  private edit<T extends TableName>(table: T, place: number, fields: object): readonly Change[] {
    const record = this.pick(table, place)
    if (record === undefined || record.deletedAt !== undefined) return []
    const change = updateChange(table, record, fields as never, this.notebook.now)
    return change === undefined ? [] : [change]
  }

  private remove<T extends TableName>(table: T, place: number): readonly Change[] {
    const record = this.pick(table, place)
    return record === undefined || record.deletedAt !== undefined
      ? []
      : [deleteChange(table, record, this.notebook.now)]
  }
}

/** Small enough that the facts of a few customers have several parts; what is kept is kept when a step says so. */
function newReader(): FactsReader {
  return new FactsReader(async () => undefined, { partCustomers: 2 })
}

async function wholeNotebook(db: NotebookDatabase) {
  const all = async <T extends TableName>(table: T) =>
    (await db.rows(table).orderBy('id').toArray()).map((row) => row.body as unknown as RecordOf<T>)
  const live = async <T extends TableName>(table: T) =>
    (await all(table)).filter((record) => record.deletedAt === undefined)
  const [settings] = await live('settings')
  const tables: NotebookTables = {
    customers: await all('customers'),
    interactions: await all('interactions'),
    orders: await all('orders'),
    samples: await all('samples'),
    memberships: await all('memberships'),
    consents: await all('consents'),
    relations: await live('relations'),
  }
  const context = foldContext({
    base: settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency,
    zone: ZONE,
    rates: rateTable(await live('rates'), settings),
    touchpoints: await all('touchpoints'),
    carriers: await all('carriers'),
    products: await all('products'),
  })
  return foldNotebook(tables, context)
}

test('after any sequence of changes and starts, what is followed and kept equals folding the whole notebook', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 5 }),
      fc.array(step, { maxLength: 40 }),
      fc.array(step, { maxLength: 8 }),
      async (before, after, since) => {
        const db = await newIndex()
        const trial = new Trial(db)
        // What is there before somebody asks is read, what comes later is followed.
        for (const one of [...GIVEN, ...before]) await trial.take({ ...one, waits: false })
        trial.begin()
        for (const one of after) await trial.take(one)
        await trial.reader.settled(db)
        expect(trial.reader.customers().map((one) => one.facts)).toEqual(await wholeNotebook(db))
        // What is kept is brought up to date at the next start by what came behind it.
        await trial.take({ ...ANYTHING, kind: 'keep' })
        for (const one of since) await trial.take(one)
        await trial.take({ ...ANYTHING, kind: 'restart' })
        const { reader } = trial
        await reader.settled(db)
        expect(reader.customers().map((one) => one.facts)).toEqual(await wholeNotebook(db))
        const now = START + 400 * DAY_MS
        const weights = warmthWeights(reader.shelves.settings())
        const talks = trial.notebook
          .all()
          .flatMap(({ table, record }) =>
            table === 'interactions' ? [record as unknown as RecordOf<'interactions'>] : [],
          )
          .filter((talk) => talk.deletedAt === undefined)
        for (const { facts, warmth: trace } of reader.customers()) {
          // A talk that still names a merged page is with the page that is left; those are in the comparison above.
          const own = talks.filter((talk) => talk.customerId === facts.customerId)
          if (own.length === trace.at.length)
            expect(traceWarmth(trace, now)).toBe(warmth(own, now, weights).value?.score)
        }
        db.close()
      },
    ),
    { numRuns: 120 },
  )
}, 120_000)

test('nothing is read before somebody asks', async () => {
  const db = await newIndex()
  const trial = new Trial(db)
  await trial.take({ kind: 'customer', a: 0, b: 0, day: 0, waits: false })
  expect(trial.reader.isComplete()).toBe(false)
  expect(trial.reader.customers()).toEqual([])
})
