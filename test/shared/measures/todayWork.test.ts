import { describe, expect, test } from 'vitest'
import { type OrderRhythm, orderRhythm } from '../../../shared/measures/orderRhythm'
import { rankedRows, type TodaySources, todayWork } from '../../../shared/measures/todayWork'
import { FAIR_WELCOME } from '../../../shared/nurture/plans/fairWelcome'
import { plannedTouches } from '../../../shared/nurture/scheduler'
import type { Enrolment, Plan, Touch } from '../../../shared/records/nurture'
import type { PromiseRecord } from '../../../shared/records/promise'

const HOUR = 3_600_000
/** Wednesday. */
const today = '2026-11-25'
const now = Date.UTC(2026, 10, 25, 12)
const base = { schema: 1, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' as const }
const plan: Plan = { ...base, id: 'plan', ...FAIR_WELCOME }
const enrolment: Enrolment = {
  ...base,
  id: 'e1',
  planId: 'plan',
  customerId: 'anna',
  startsOn: '2026-11-24',
  touchpointId: 'fair',
}
const promise: PromiseRecord = {
  ...base,
  id: 'p1',
  customerId: 'anna',
  by: 'us',
  text: 'price list',
  dueOn: '2026-11-23',
}
const meeting = {
  id: 'm1',
  customerId: 'anna',
  kind: 'met' as const,
  direction: 'both' as const,
  at: now - 26 * HOUR,
  touchpointId: 'fair',
}
const sources: Omit<TodaySources, 'planned' | 'rhythms'> = {
  today,
  now,
  running: [enrolment],
  touches: [],
  promises: [],
  talks: [],
  fairIds: new Set(['fair']),
}
const did = (more: Partial<Touch>): Touch => ({
  ...base,
  id: 't1',
  enrolmentId: 'e1',
  customerId: 'anna',
  stepKey: 'thanks',
  occurrence: 0,
  action: 'done',
  on: today,
  ...more,
})
type OrderDays = ReadonlyMap<string, readonly string[]>

/** The sources with what plans and orders mean, worked out by the real scheduler and the real rhythm. */
function complete(more: Partial<typeof sources> & { orderDays?: OrderDays } = {}): TodaySources {
  const { orderDays = new Map(), ...given } = { ...sources, ...more }
  const calendar = { workingDays: [1, 2, 3, 4, 5], customerCountry: 'SE' }
  const rhythms = new Map<string, OrderRhythm>()
  for (const [id, days] of orderDays) {
    const rhythm = orderRhythm(days, today).value
    if (rhythm !== undefined) rhythms.set(id, rhythm)
  }
  const planned = given.running.flatMap((run) =>
    plannedTouches({
      plan,
      enrolment: run,
      touches: given.touches,
      calendar,
      from: run.startsOn,
      to: '2026-12-31',
      today,
    }),
  )
  return { ...given, planned, rhythms }
}

const short = (more: Parameters<typeof complete>[0]) =>
  todayWork(complete(more)).map((work) => [work.kind, work.customerId, work.touch?.key])

describe('what is due', () => {
  test('is the late thank-you of a plan, and nothing of days to come', () => {
    expect(short({})).toEqual([['touch', 'anna', 'e1/thanks/0']])
    expect(short({ running: [{ ...enrolment, startsOn: '2026-11-26' }] })).toEqual([])
  })

  test('leaves out what was done, and what a person has put off', () => {
    expect(short({ touches: [did({})] })).toEqual([])
    expect(short({ touches: [did({ action: 'moved', on: '2026-11-30' })] })).toEqual([])
    expect(short({ touches: [did({ action: 'moved', on: today })] })).toEqual([
      ['touch', 'anna', 'e1/thanks/0'],
    ])
  })

  test('is every open promise, ours and theirs, from its day on', () => {
    const theirs = { ...promise, id: 'p2', by: 'them' as const, dueOn: today }
    const later = { ...promise, id: 'p3', dueOn: '2026-11-26' }
    expect(short({ running: [], promises: [promise, theirs, later, { ...promise, doneAt: 9 }] })).toEqual([
      ['promise', 'anna', undefined],
      ['promise', 'anna', undefined],
    ])
  })

  test('is one piece of work where a step of the plan keeps a promise', () => {
    const promised = { ...enrolment, startsOn: '2026-11-20', promiseId: 'p1' }
    expect(
      short({ running: [promised], promises: [promise], touches: [did({ enrolmentId: 'e1' })] }),
    ).toEqual([['promise', 'anna', 'e1/promised/0']])
  })
})

describe('a lead of a fair that nobody has answered', () => {
  test('carries the thank-you that answers it, and gives way when somebody wrote', () => {
    expect(short({ talks: [meeting] })).toContainEqual(['fairLead', 'anna', 'e1/thanks/0'])
    const wrote = {
      ...meeting,
      id: 'm2',
      kind: 'message' as const,
      direction: 'out' as const,
      at: now - HOUR,
    }
    expect(short({ running: [], talks: [meeting, wrote] })).toEqual([])
  })

  test('needs no plan', () => {
    expect(short({ running: [], talks: [meeting] })).toEqual([['fairLead', 'anna', undefined]])
  })

  test('is none once its thank-you was skipped or moved, unless met again since', () => {
    const skipped = did({ action: 'skipped', createdAt: now - HOUR })
    expect(short({ touches: [skipped], talks: [meeting] })).toEqual([])
    const again = { ...meeting, id: 'm3', at: now, touchpointId: 'other fair' }
    expect(
      short({
        running: [],
        touches: [skipped],
        talks: [meeting, again],
        fairIds: new Set(['fair', 'other fair']),
      }),
    ).toEqual([['fairLead', 'anna', undefined]])
  })
})

describe('a customer late against their own rhythm', () => {
  // Gaps of 60 and 62 days: the window closed on 2026-11-10, 15 days ago.
  const orderDays = new Map([['anna', ['2026-05-10', '2026-07-09', '2026-09-09']]])

  test('is due with two gaps, not with one', () => {
    expect(short({ running: [], orderDays })).toEqual([['orderRhythm', 'anna', undefined]])
    expect(short({ running: [], orderDays: new Map([['anna', ['2026-05-10', '2026-07-09']]]) })).toEqual([])
  })

  test('rests for two weeks after we spoke, and while a promise of ours lies ahead', () => {
    const call = { ...meeting, kind: 'call' as const, touchpointId: undefined }
    expect(short({ running: [], orderDays, talks: [call] })).toEqual([])
    const old = { ...call, at: now - 15 * 24 * HOUR }
    expect(short({ running: [], orderDays, talks: [old] })).toHaveLength(1)
    expect(short({ running: [], orderDays, promises: [{ ...promise, dueOn: '2026-11-30' }] })).toEqual([])
  })
})

test('the ranked list has both numbers, each work once, and what settling it concerns', () => {
  const work = todayWork(
    complete({
      talks: [meeting],
      promises: [{ ...promise, customerId: 'bo' }],
      orderDays: new Map([['cy', ['2026-05-10', '2026-07-09', '2026-09-09']]]),
    }),
  )
  const worth = new Map([
    ['anna', 4],
    ['bo', 2.5],
    ['cy', 1],
  ])
  const rows = rankedRows(work, (id) => worth.get(id) ?? 1, { today, now })
  expect(
    rows.map((row) => [row.kind, row.customerId, row.value, row.lateness, row.rank, row.settles.touch?.key]),
  ).toEqual([
    ['orderRhythm', 'cy', 1, 16, 16, undefined],
    // The lead and its thank-you are one; both rank 4 x 2, and the key decides which of them stays.
    [rows[1]?.kind, 'anna', 4, 2, 8, 'e1/thanks/0'],
    ['promise', 'bo', 2.5, 3, 7.5, undefined],
  ])
  expect(rows[0]?.settles.rhythm?.medianGapDays).toBe(61)
  expect(rows[2]?.settles.promiseId).toBe('p1')
})
