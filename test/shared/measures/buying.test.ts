import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acquiredKept } from '../../../shared/measures/acquiredKept'
import { figure, noFigure } from '../../../shared/measures/figure'
import { referralTrees } from '../../../shared/measures/referralTree'
import { repeatRate } from '../../../shared/measures/repeatRate'
import { retentionCohorts } from '../../../shared/measures/retentionCohorts'
import { observedValue } from '../../../shared/measures/treeRings'
import { addDays } from '../../../shared/time/calendarDay'
import { quarterNumber, quarterPeriod } from '../../../shared/time/period'
import { ordered, places, someone, usd } from './someone'

const today = '2027-12-31'

describe('the repeat rate', () => {
  test('is of those who bought, as of a day', () => {
    const facts = [
      someone({ orders: [ordered('2027-01-01', 1), ordered('2027-06-01', 1)] }),
      someone({ orders: [ordered('2027-02-01', 1)] }),
      someone(),
    ]
    expect(repeatRate(facts, today)).toEqual({ buyers: 2, repeaters: 1, rate: figure(0.5) })
    expect(repeatRate(facts, '2027-05-31')).toEqual({ buyers: 2, repeaters: 0, rate: figure(0) })
    expect(repeatRate(facts, '2026-01-01').rate).toEqual(noFigure('measures.noOrders'))
  })
})

describe('retention cohorts', () => {
  test('follow each quarter’s new customers, with revenue less credits, and margin where it is known', () => {
    const facts = [
      someone({
        orders: [
          ordered('2027-01-10', 100, { marginMinor: 3000 }),
          ordered('2027-03-10', 50),
          ordered('2027-07-01', 70, { marginMinor: 1000 }),
          ordered('2028-01-01', 999),
        ],
        credits: [{ on: '2027-08-01', minor: -1000 }],
      }),
      someone({ orders: [ordered('2027-02-10', 10)] }),
      someone({ orders: [ordered('2027-10-01', 5)] }),
    ]
    const [first, second, ...rest] = retentionCohorts(facts, today, 'USD')
    expect(rest).toEqual([])
    expect([first?.quarter, first?.customers]).toEqual([quarterNumber('2027-01-01'), 2])
    expect(first?.cells).toEqual([
      {
        quartersAfter: 0,
        share: figure(1),
        revenue: figure(usd(160)),
        margin: figure(usd(30)),
        withoutMargin: 2,
      },
      {
        quartersAfter: 1,
        share: figure(0),
        revenue: figure(usd(0)),
        margin: figure(usd(0)),
        withoutMargin: 0,
      },
      {
        quartersAfter: 2,
        share: figure(0.5),
        revenue: figure(usd(60)),
        margin: figure(usd(10)),
        withoutMargin: 0,
      },
      {
        quartersAfter: 3,
        share: figure(0),
        revenue: figure(usd(0)),
        margin: figure(usd(0)),
        withoutMargin: 0,
      },
    ])
    expect(second?.cells).toEqual([
      {
        quartersAfter: 0,
        share: figure(1),
        revenue: figure(usd(5)),
        margin: noFigure('measures.noMargin', { count: 1 }),
        withoutMargin: 1,
      },
    ])
  })

  test('begin where everybody is there, and lose nobody among the quarters', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2024-01-01', count))
    fc.assert(
      fc.property(fc.array(fc.array(day, { minLength: 1, maxLength: 6 })), (customers) => {
        const facts = customers.map((days) => someone({ orders: days.sort().map((on) => ordered(on, 1)) }))
        const cohorts = retentionCohorts(facts, today, 'USD')
        const begun = facts.filter((one) => (one.orders[0]?.on ?? '') <= today).length
        expect(cohorts.reduce((sum, cohort) => sum + cohort.customers, 0)).toBe(begun)
        for (const cohort of cohorts) {
          expect(cohort.cells[0]?.share).toEqual(figure(1))
          expect(cohort.cells).toHaveLength(quarterNumber(today) - cohort.quarter + 1)
        }
      }),
    )
  })

  test('know the days of a quarter', () => {
    expect(quarterPeriod(quarterNumber('2027-11-15'))).toEqual({ from: '2027-10-01', to: '2027-12-31' })
    expect(quarterPeriod(quarterNumber('2027-01-01'))).toEqual({ from: '2027-01-01', to: '2027-03-31' })
  })
})

describe('the rings of a customer', () => {
  test('are years from the first order, and add up to what was observed', () => {
    const tree = someone({
      orders: [
        ordered('2024-02-29', 100, { marginMinor: 4000 }),
        ordered('2025-02-27', 50),
        ordered('2025-02-28', 30, { marginMinor: 500 }),
        { orderId: 'no rate', on: '2027-12-01' },
        ordered('2028-03-01', 999),
      ],
      credits: [
        { on: '2024-01-01', minor: -1000 },
        { on: '2027-12-02', minor: -700 },
      ],
    })
    const value = observedValue(tree, today, 'USD')
    expect(value).toMatchObject({
      revenue: figure(usd(163)),
      margin: figure(usd(45)),
      leftOut: 1,
      withoutMargin: 2,
    })
    expect(value.rings.map((ring) => [ring.year, ring.from, ring.orders, ring.revenue.value?.minor])).toEqual(
      [
        [1, '2024-02-29', 2, 14_000],
        [2, '2025-02-28', 1, 3000],
        [3, '2026-02-28', 0, 0],
        [4, '2027-02-28', 1, -700],
      ],
    )
  })

  test('are none without an order', () => {
    expect(observedValue(someone({ orders: [ordered('2028-01-01', 5)] }), today, 'USD')).toEqual({
      revenue: noFigure('measures.noOrders'),
      margin: noFigure('measures.noOrders'),
      leftOut: 0,
      withoutMargin: 0,
      rings: [],
    })
    const unpriced = observedValue(someone({ orders: [{ orderId: 'x', on: '2027-01-01' }] }), today, 'USD')
    expect(unpriced.revenue).toEqual(noFigure('measures.noRate', { base: 'USD', count: 1 }))
  })

  test('always add up to the whole', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2023-01-01', count))
    const orders = fc.array(fc.record({ on: day, units: fc.integer({ min: 0, max: 1e6 }) }), { minLength: 1 })
    fc.assert(
      fc.property(orders, (list) => {
        const sorted = list.map((one) => ordered(one.on, one.units)).sort((a, b) => (a.on < b.on ? -1 : 1))
        const value = observedValue(someone({ orders: sorted }), today, 'USD')
        const sum = value.rings.reduce((total, ring) => total + (ring.revenue.value?.minor ?? 0), 0)
        expect(value.rings.length === 0 ? undefined : sum).toBe(value.revenue.value?.minor)
      }),
    )
  })
})

describe('acquired by and kept by', () => {
  const sources = [{ channelId: 'fairs', touchpointId: 'canton', on: '2027-01-01' }]
  const orders = (...days: string[]) => days.map((on) => ordered(on, 100))
  const none = { orders: 0, revenue: figure(usd(0)) }
  const one = { orders: 1, revenue: figure(usd(100)) }
  const keeper = (more: object) =>
    acquiredKept(
      [someone({ sources, orders: orders('2027-02-01', '2027-06-01'), ...more })],
      today,
      'firstTouch',
      places,
      'USD',
    )[0]

  test('credits the first order to the channel and a later one to what was tended since', () => {
    expect(keeper({ gifts: [{ on: '2027-05-01' }] })).toEqual({
      channelId: 'fairs',
      customers: 1,
      firstOrders: figure(usd(100)),
      later: { owned: one, referral: none, rented: none, none },
    })
  })

  test('takes the last of owned touches and referrals, after the first order only', () => {
    const by = (more: object) =>
      Object.entries(keeper(more)?.later ?? {}).find(([, part]) => part.orders === 1)?.[0]
    expect(by({})).toBe('none')
    expect(by({ gifts: [{ on: '2027-01-20' }] })).toBe('none')
    expect(by({ gifts: [{ on: '2027-06-02' }] })).toBe('none')
    expect(by({ gifts: [{ on: '2027-03-01' }], referralsOn: ['2027-04-01'] })).toBe('referral')
    const engaged = { on: '2027-05-02', kind: 'opened', personKey: 'c' }
    expect(by({ engagements: [engaged], referralsOn: ['2027-04-01'] })).toBe('owned')
    expect(by({ engagements: [{ ...engaged, kind: 'delivered' }] })).toBe('none')
    const again = { channelId: 'fairs', on: '2027-05-05' }
    expect(by({ sources: [...sources, again] })).toBe('rented')
    expect(by({ sources: [...sources, again], gifts: [{ on: '2027-03-01' }] })).toBe('owned')
    expect(by({ sources: [...sources, { channelId: 'site', on: '2027-05-05' }] })).toBe('owned')
  })

  test('believes an order that says where it came from', () => {
    const named = (more: object) =>
      keeper({
        gifts: [{ on: '2027-05-01' }],
        orders: [ordered('2027-02-01', 100), ordered('2027-06-01', 100, more)],
      })
    expect(named({ touchpointId: 'hannover' })?.later.rented.orders).toBe(1)
    expect(named({ channelId: 'site' })?.later.owned.orders).toBe(1)
    expect(named({ contentId: 'letter' })?.later.owned.orders).toBe(1)
  })

  test('of a customer with one order has nothing later', () => {
    const single = acquiredKept([someone({ orders: orders('2027-02-01') })], today, 'linear', places, 'USD')
    expect(single).toEqual([
      {
        customers: 1,
        firstOrders: figure(usd(100)),
        later: { owned: none, referral: none, rented: none, none },
      },
    ])
  })
})

describe('referral value', () => {
  const node = (customerId: string, units: number, referredById?: string, more: object = {}) =>
    someone({
      customerId,
      orders: units === 0 ? [] : [ordered('2027-01-01', units)],
      ...(referredById === undefined ? {} : { referredById }),
      ...more,
    })

  test('is everything below a customer, rolled up to the referrer and to the channel of the root', () => {
    const facts = [
      node('grandchild', 30, 'child'),
      node('root', 1000, undefined, { sources: [{ channelId: 'fairs' }] }),
      node('child', 20, 'root', {
        sources: [{ channelId: 'ads' }],
        credits: [{ on: '2027-02-01', minor: -500 }],
      }),
      node('second', 0, 'root'),
      node('alone', 77),
    ]
    const trees = referralTrees(facts, today, 'USD')
    expect(trees.leftOut).toBe(0)
    expect(
      [...trees.nodes.values()].map((one) => [one.customerId, one.descendants, one.value.value, one.rootId]),
    ).toEqual([
      ['grandchild', 0, usd(0), 'root'],
      ['second', 0, usd(0), 'root'],
      ['child', 1, usd(30), 'root'],
      ['root', 3, usd(45), 'root'],
    ])
    expect(trees.nodes.get('root')?.children).toEqual(['child', 'second'])
    expect([...trees.byChannel]).toEqual([['fairs', { referred: 3, value: figure(usd(45)) }]])
  })

  test('does not run in circles, and names the ties it left out', () => {
    const ring = [
      node('a', 1, 'b'),
      node('b', 2, 'c'),
      node('c', 4, 'a'),
      node('d', 8, 'a'),
      node('e', 16, 'gone'),
    ]
    const trees = referralTrees(ring, today, 'USD')
    expect(trees.leftOut).toBe(2)
    expect([...trees.nodes.values()].map((one) => [one.customerId, one.descendants])).toEqual([
      ['d', 0],
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
  })

  test('of a chain of ten thousand is not too deep', () => {
    const chain = Array.from({ length: 10_000 }, (_, place) =>
      node(`c${place}`, 1, place === 0 ? undefined : `c${place - 1}`),
    )
    const trees = referralTrees(chain, today, 'USD')
    expect([trees.nodes.get('c0')?.descendants, trees.nodes.get('c0')?.value.value]).toEqual([
      9999,
      usd(9999),
    ])
  })
})
