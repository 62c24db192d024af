import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueLateness, fairLeadLateness } from '../../../shared/measures/lateness'
import { orderRhythm } from '../../../shared/measures/orderRhythm'
import {
  type RankedTouch,
  rankToday,
  type TodayCandidate,
  withoutDoubleWork,
} from '../../../shared/measures/todayRanking'
import { customerValue } from '../../../shared/measures/value'
import { addDays } from '../../../shared/time/calendarDay'

const HOUR = 3_600_000
const now = Date.UTC(2027, 3, 20, 4)
const at = { today: '2027-04-20', now }
const touch = (stepKey: string, dueOn: string): RankedTouch => ({ key: `e1/${stepKey}/0`, stepKey, dueOn })

describe('value', () => {
  test('is grade + log10 of the open quotes + log10 of what was bought', () => {
    const cny = (yuan: number) => ({ minor: yuan * 100, currency: 'CNY' })
    expect(customerValue({ grade: 'A', openQuoted: cny(9000), lifetime: cny(99_000) })).toEqual({
      value: 7,
      grade: 4,
      openQuoted: 1,
      lifetime: 2,
    })
    expect(customerValue({ grade: 'B', openQuoted: { minor: 9000, currency: 'JPY' } }).value).toBe(4)
  })

  test('is never below 1, whatever was refunded', () => {
    expect(customerValue({}).value).toBe(1)
    expect(customerValue({ grade: 'D', lifetime: { minor: -500_000, currency: 'CNY' } }).value).toBe(1)
  })
})

describe('lateness', () => {
  test('is 1 on the day and one more a day; nothing before', () => {
    expect(
      ['2027-04-20', '2027-04-19', '2027-04-10', '2027-04-21'].map((day) => dueLateness(day, at.today)),
    ).toEqual([1, 2, 11, undefined])
  })

  test('of a fair lead is 2 after 24 hours and 3 after 48', () => {
    expect([23.9, 24, 47.9, 48, 500, -3].map((hours) => fairLeadLateness(now - hours * HOUR, now))).toEqual([
      undefined,
      2,
      2,
      3,
      3,
      undefined,
    ])
  })
})

describe('the Today list', () => {
  const candidates: TodayCandidate[] = [
    { kind: 'promise', customerId: 'c2', value: 4.25, promiseId: 'p1', by: 'us', dueOn: '2027-04-18' },
    { kind: 'promise', customerId: 'c3', value: 9, promiseId: 'p2', by: 'them', dueOn: '2027-04-20' },
    { kind: 'touch', customerId: 'c1', value: 3, touch: touch('thanks', '2027-04-19') },
    { kind: 'touch', customerId: 'c1', value: 3, touch: touch('question', '2027-04-30') },
    { kind: 'fairLead', customerId: 'c1', value: 3, interactionId: 'i1', metAt: now - 49 * HOUR },
    { kind: 'orderRhythm', customerId: 'c5', value: 6, windowTo: '2027-04-15' },
    { kind: 'orderRhythm', customerId: 'c6', value: 6, windowTo: '2027-04-20' },
  ]

  test('ranks by value x lateness and says so with both numbers', () => {
    const items = rankToday(candidates, at)
    expect(items.map((item) => [item.key, item.rank, item.reason])).toEqual([
      [
        'orderRhythm/c5',
        36,
        { code: 'today.orderLate', params: { dueOn: '2027-04-15', days: 5, value: 6, lateness: 6 } },
      ],
      [
        'promise/p1',
        12.75,
        { code: 'today.promiseOurs', params: { dueOn: '2027-04-18', days: 2, value: 4.3, lateness: 3 } },
      ],
      ['fairLead/i1', 9, { code: 'today.fairLeadUnanswered', params: { hours: 49, value: 3, lateness: 3 } }],
      [
        'promise/p2',
        9,
        { code: 'today.promiseTheirs', params: { dueOn: '2027-04-20', days: 0, value: 9, lateness: 1 } },
      ],
      [
        'e1/thanks/0',
        6,
        {
          code: 'today.touch',
          params: { step: 'thanks', dueOn: '2027-04-19', days: 1, value: 3, lateness: 2 },
        },
      ],
    ])
  })

  test('shows one row for one piece of work', () => {
    expect(withoutDoubleWork(rankToday(candidates, at)).map((item) => item.key)).toEqual([
      'orderRhythm/c5',
      'promise/p1',
      'fairLead/i1',
      'promise/p2',
    ])
  })

  test('stands the same in whatever order the work was found', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: candidates.length }), (shuffled) => {
        expect(rankToday(shuffled, at)).toEqual(rankToday(candidates, at))
      }),
    )
  })
})

describe('the order rhythm', () => {
  test('is the median gap with its spread, and late only past the window', () => {
    const orders = ['2026-10-01', '2026-07-01', '2026-04-02', '2026-10-01', '2027-01-09']
    expect(orderRhythm(orders, '2027-04-20')).toEqual({
      value: {
        medianGapDays: 92,
        madDays: 2,
        gaps: 3,
        lastOn: '2027-01-09',
        windowFrom: '2027-04-09',
        windowTo: '2027-04-13',
        daysLate: 7,
      },
    })
    expect(orderRhythm(orders, '2027-04-13').value?.daysLate).toBe(0)
  })

  test('needs two order days', () => {
    const none = (count: number) => ({
      value: undefined,
      reason: { code: 'measures.tooFewOrders', params: { count, needed: 2 } },
    })
    expect([orderRhythm([], '2027-01-01'), orderRhythm(['2027-01-01', '2027-01-01'], '2027-01-01')]).toEqual([
      none(0),
      none(1),
    ])
  })

  test('rounds half days so that the window only widens', () => {
    const days = [0, 10, 25].map((count) => addDays('2027-01-01', count))
    // Gaps 10 and 15: median 12.5, deviation 2.5.
    expect(orderRhythm(days, '2027-01-26').value).toMatchObject({
      windowFrom: '2027-02-05',
      windowTo: '2027-02-10',
    })
    const uneven = [0, 10, 21].map((count) => addDays('2027-01-01', count))
    expect(orderRhythm(uneven, '2027-01-26').value).toMatchObject({
      medianGapDays: 10.5,
      madDays: 0.5,
      windowFrom: '2027-02-01',
      windowTo: '2027-02-02',
    })
  })
})
