import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import { warmth } from '#shared/measures/warmth'
import { enrol } from '#shared/nurture/enrol'
import { FAIR_WELCOME } from '#shared/nurture/plans/fairWelcome'
import type { Interaction } from '#shared/records/interaction'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import { ListFigures } from '../../../renderer/workers/listFigures'
import { NurtureReader } from '../../../renderer/workers/nurtureReader'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, newIndex } from '../indexFixture'

/** Wednesday. */
const today = '2026-11-25'
const now = Date.UTC(2026, 10, 25, 12)
const HOUR = 3_600_000
const [anna, bo, unknown] = [testId(1), testId(2), testId(99)]
const request = { customerIds: [anna, bo, unknown], today, now, zone: 'UTC' }

const customer = (id: string): Change =>
  createChange(
    'customers',
    { id, name: `customer ${id}`, handles: [], stage: 'lead', tags: [], country: 'SE' },
    now - 50 * HOUR,
  )
const talk = (id: number, customerId: string, more: Partial<Interaction> = {}): Change =>
  createChange(
    'interactions',
    {
      id: testId(id),
      customerId,
      personIds: [],
      kind: 'met',
      direction: 'both',
      at: now - 26 * HOUR,
      ...more,
    },
    now - 26 * HOUR,
  )
const changed = (record: Interaction, to: Partial<Interaction>): Change => {
  const change = updateChange('interactions', record, to, now + 1)
  if (change === undefined) throw new Error('nothing would change')
  return change
}
const settings = (more: object): Change =>
  createChange(
    'settings',
    { id: testId(50), baseCurrency: 'USD', workingDays: [1, 2, 3, 4, 5], ...more },
    now,
  )
/** The touches of somebody on a plan since a day. */
const onPlan = (first: number, customerId: string, startsOn: string): readonly Change[] => {
  let id = first
  return enrol({ customerId, startsOn }, FAIR_WELCOME, { at: now, plans: [], newId: () => testId(id++) })
}
const promise = (id: number, by: 'us' | 'them', dueOn: string): Change =>
  createChange('promises', { id: testId(id), customerId: anna, by, text: 'photos', dueOn }, now)
const appointment = (id: number, startsAt: number): Change =>
  createChange(
    'appointments',
    { id: testId(id), customerId: anna, kind: 'call', title: 'call', startsAt },
    now,
  )

let db: NotebookDatabase
let nurture: NurtureReader
let figures: ListFigures
let seq = 0

async function apply(...changes: readonly Change[]): Promise<void> {
  seq += 1
  await applyEntries(db, [entry(seq, changes)])
  figures.follow(changes)
  await nurture.follow(db, changes)
}

/** The figures that were followed, which must be those that a new reader reads. */
async function read(more: object = {}) {
  const answer = await figures.of(db, { ...request, ...more })
  expect(answer).toEqual(await new ListFigures(new NurtureReader()).of(db, { ...request, ...more }))
  return answer
}

const nextOfAnna = async () => (await read()).get(anna)?.next

beforeEach(async () => {
  db = await newIndex()
  nurture = new NurtureReader()
  figures = new ListFigures(nurture)
  seq = 0
  await apply(customer(anna), customer(bo))
})

describe('figures of the list', () => {
  test('somebody with whom nothing passed is at nought, with nothing next', async () => {
    expect((await read()).get(anna)).toEqual({ warmth: 0, next: undefined })
  })

  test('warmth is that of the page, and follows talks that are added, changed and taken away', async () => {
    await read()
    const added = talk(10, anna)
    await apply(added)
    const record = added.after as unknown as Interaction
    const score = warmth([record], now).value?.score
    expect(score).toBeGreaterThan(0)
    expect((await read()).get(anna)?.warmth).toBe(score)
    const moved = changed(record, { customerId: bo })
    await apply(moved)
    expect([...(await read()).values()].map((one) => one.warmth)).toEqual([0, score, 0])
    await apply(changed(moved.after as unknown as Interaction, { deletedAt: now }))
    expect((await read()).get(bo)?.warmth).toBe(0)
  })

  test('warmth goes by the weights of the notebook', async () => {
    await apply(talk(10, anna))
    const before = (await read()).get(anna)?.warmth ?? 0
    await apply(settings({ warmth: { halfLifeDays: 45, weights: { 'met/both': 30 } } }))
    expect((await read()).get(anna)?.warmth).toBeGreaterThan(before)
  })

  test('warmth by itself waits for nobody’s plans, and is that of the whole answer', async () => {
    await apply(talk(10, anna), promise(21, 'us', '2026-11-24'))
    const unread = new ListFigures({ nextOf: () => new Promise(() => undefined) })
    const warmthAlone = await unread.of(db, { ...request, only: 'warmth' })
    const whole = await read()
    expect(whole.get(anna)?.next).toEqual({ on: '2026-11-24' })
    expect([...warmthAlone]).toEqual([...whole].map(([id, one]) => [id, { ...one, next: undefined }]))
  })

  test('a promise of ours is next, one of theirs is not ours to keep', async () => {
    await apply(promise(20, 'them', '2026-11-20'))
    expect(await nextOfAnna()).toBeUndefined()
    await apply(promise(21, 'us', '2026-11-24'))
    expect(await nextOfAnna()).toEqual({ on: '2026-11-24' })
  })

  test('an appointment has its hour, on the day of the zone that asks; one that is past is not next', async () => {
    await apply(appointment(30, Date.UTC(2026, 10, 24, 9)), appointment(31, Date.UTC(2026, 10, 26, 23)))
    expect(await nextOfAnna()).toEqual({ on: '2026-11-26', at: Date.UTC(2026, 10, 26, 23) })
    expect((await read({ zone: 'Asia/Shanghai' })).get(anna)?.next?.on).toBe('2026-11-27')
  })

  test('a touch that a plan calls for is next until it is done', async () => {
    const begun = onPlan(500, anna, '2026-11-24')
    await apply(...begun)
    expect(await nextOfAnna()).toEqual({ on: '2026-11-24' })
    const { touches } = await nurture.touchesOf(db, { customerId: anna, today, daysAhead: 60 })
    const [first, second] = touches
    await apply(
      createChange(
        'touches',
        {
          id: testId(600),
          enrolmentId: first?.enrolmentId ?? '',
          customerId: anna,
          stepKey: first?.stepKey ?? '',
          occurrence: 0,
          action: 'done',
          on: today,
        },
        now,
      ),
    )
    expect(second?.dueOn).toBeDefined()
    expect(await nextOfAnna()).toEqual({ on: second?.dueOn })
  })

  test('where a day bears one touch only, the one that has to wait is told with its day', async () => {
    await apply(settings({ dayCapacity: 1 }), ...onPlan(500, anna, today), ...onPlan(520, bo, today))
    const next = await read()
    expect([next.get(anna)?.next?.on, next.get(bo)?.next?.on].sort()).toEqual([today, '2026-11-26'])
    // Asked for alone it is the same day.
    expect((await read({ customerIds: [bo] })).get(bo)).toEqual(next.get(bo))
  })
})
