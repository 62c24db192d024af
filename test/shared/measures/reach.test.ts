import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dependence, herfindahl } from '../../../shared/measures/dependence'
import { drainageByOffer, drainageByTouchpoint } from '../../../shared/measures/drainage'
import { figure, noFigure } from '../../../shared/measures/figure'
import { listGrowth } from '../../../shared/measures/listGrowth'
import { ownedReach, reachableCarriers } from '../../../shared/measures/ownedReach'
import { addDays } from '../../../shared/time/calendarDay'
import { ordered, places, someone, usd } from './someone'

const today = '2027-12-31'
const member = (carrierId: string, more: object = {}) => ({
  carrierId,
  personKey: 'anna',
  joinedOn: '2027-05-01',
  consented: true,
  ...more,
})

describe('the drainage rate', () => {
  const met = (personKey: string, on = '2027-04-15') => ({ touchpointId: 'canton', personKey, on })
  const facts = [
    someone({
      meetings: [met('anna'), met('bo')],
      offered: [
        { offerId: 'guide', personKey: 'anna', on: '2027-04-15' },
        { offerId: 'guide', personKey: 'bo', on: '2027-04-15' },
      ],
      memberships: [
        member('list', { touchpointId: 'canton', offerId: 'guide' }),
        // A second carrier makes no second person.
        member('group', { touchpointId: 'canton' }),
      ],
    }),
    someone({
      meetings: [met('cy')],
      memberships: [member('list', { personKey: 'cy', touchpointId: 'canton', consented: false })],
    }),
    someone({
      meetings: [met('di'), met('later', '2028-04-15')],
      memberships: [member('list', { personKey: 'di' })],
    }),
    // Joined at the fair without a meeting on record.
    someone({ memberships: [member('list', { personKey: 'eve', touchpointId: 'canton' })] }),
  ]

  test('counts people once, with consent, and not who joined elsewhere or was met later', () => {
    expect(drainageByTouchpoint(facts, today)).toEqual(
      new Map([['canton', { met: 5, joined: 2, withoutConsent: 1, rate: figure(0.4) }]]),
    )
  })

  test('is of those to whom the offer was made', () => {
    expect(drainageByOffer(facts, today)).toEqual(
      new Map([['guide', { met: 2, joined: 1, withoutConsent: 0, rate: figure(0.5) }]]),
    )
  })

  test('of a fair that lies ahead is not there yet', () => {
    expect(drainageByTouchpoint(facts, '2027-01-01')).toEqual(new Map())
  })
})

describe('owned reach', () => {
  const facts = [
    someone({ memberships: [member('list'), member('group')], orders: [ordered('2027-06-01', 100)] }),
    someone({
      memberships: [member('list')],
      orders: [ordered('2027-06-01', 300), ordered('2026-06-01', 999)],
    }),
    someone({
      memberships: [member('list', { consented: false }), member('group', { leftOn: '2027-06-01' })],
    }),
    someone({
      history: [{ to: 'lost', on: '2027-01-01' }],
      orders: [{ orderId: 'no rate', on: '2027-06-01' }],
    }),
  ]

  test('is the share of live customers and of a year’s revenue on two carriers, and on one', () => {
    expect(ownedReach(facts, today)).toEqual({
      customers: 3,
      onTwo: { customers: figure(1 / 3), revenue: figure(0.25) },
      onOne: { customers: figure(2 / 3), revenue: figure(1) },
      leftOut: 1,
    })
  })

  test('ends on the day somebody leaves and begins on the day they join', () => {
    const own = { memberships: [member('list', { leftOn: '2027-06-01' })] }
    expect(
      ['2027-04-30', '2027-05-01', '2027-05-31', '2027-06-01'].map((on) => reachableCarriers(own, on)),
    ).toEqual([0, 1, 1, 0])
  })

  test('has no share of no customers, of no revenue, and of more refunds than sales', () => {
    const empty = ownedReach([], today)
    expect([empty.onOne.customers, empty.onOne.revenue]).toEqual([
      noFigure('measures.noCustomers'),
      noFigure('measures.noRevenue'),
    ])
    const refunded = someone({ memberships: [member('list')], credits: [{ on: '2027-06-01', minor: -5 }] })
    expect(ownedReach([refunded], today).onOne.revenue).toEqual(noFigure('measures.noRevenue'))
  })
})

describe('dependence', () => {
  const from = (channelId: string) => [{ channelId, on: '2026-01-01' }]
  const facts = [
    someone({ sources: from('fairs'), orders: [ordered('2027-02-01', 600)] }),
    someone({ sources: from('fairs'), orders: [ordered('2027-02-01', 200)], memberships: [member('list')] }),
    someone({ sources: from('site'), orders: [ordered('2027-02-01', 200)], memberships: [member('list')] }),
    // An old customer: revenue of this year, no new customer.
    someone({ sources: from('ads'), orders: [ordered('2020-02-01', 5), ordered('2027-02-01', 500)] }),
    someone({ orders: [ordered('2027-02-01', 500)], credits: [{ on: '2027-03-01', minor: -10_000 }] }),
    someone({ sources: from('ads') }),
    someone({ sources: from('ads'), orders: [ordered('2028-02-01', 500)] }),
  ]

  test('shows each channel’s share, and whom its end would cost us', () => {
    const answer = dependence(facts, today, 'firstTouch', places, 'USD')
    expect(answer.channels).toEqual([
      {
        channelId: 'fairs',
        ownership: 'rented',
        newCustomers: 2,
        newCustomerShare: figure(0.5),
        revenue: figure(usd(800)),
        revenueShare: figure(800 / 1900),
        lostIfClosed: figure(0.5),
      },
      {
        channelId: 'site',
        ownership: 'owned',
        newCustomers: 1,
        newCustomerShare: figure(0.25),
        revenue: figure(usd(200)),
        revenueShare: figure(200 / 1900),
        lostIfClosed: figure(0),
      },
      {
        channelId: 'ads',
        ownership: 'rented',
        newCustomers: 0,
        newCustomerShare: figure(0),
        revenue: figure(usd(500)),
        revenueShare: figure(500 / 1900),
        lostIfClosed: figure(1),
      },
      {
        newCustomers: 1,
        newCustomerShare: figure(0.25),
        revenue: figure(usd(400)),
        revenueShare: figure(400 / 1900),
        lostIfClosed: figure(1),
      },
    ])
    expect(answer.rentedShare).toEqual({ newCustomers: figure(0.5), revenue: figure(1300 / 1900) })
    expect(answer.herfindahl.newCustomers.value).toBeCloseTo((2 / 3) ** 2 + (1 / 3) ** 2, 12)
    expect(answer.herfindahl.revenue.value).toBeCloseTo((800 ** 2 + 200 ** 2 + 500 ** 2) / 1500 ** 2, 12)
  })

  test('of an empty notebook has no shares', () => {
    const answer = dependence([], today, 'linear', places, 'USD')
    expect([answer.channels, answer.herfindahl.newCustomers, answer.rentedShare.revenue]).toEqual([
      [],
      noFigure('measures.noCustomers'),
      noFigure('measures.noRevenue'),
    ])
  })

  test('names an order without a rate and leaves it out', () => {
    const unknown = someone({ sources: from('ads'), orders: [{ orderId: 'x', on: '2027-06-01' }] })
    expect(dependence([unknown], today, 'firstTouch', places, 'USD')).toMatchObject({ leftOut: 1 })
  })

  test('is 1 for one channel alone and 1 / n for n equal ones', () => {
    expect(herfindahl([7], 'measures.noRevenue')).toEqual(figure(1))
    expect(herfindahl([5, 5, 5, 5], 'measures.noRevenue')).toEqual(figure(0.25))
    expect(herfindahl([5, -1], 'measures.noRevenue')).toEqual(noFigure('measures.noRevenue'))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }), (amounts) => {
        const { value = 0 } = herfindahl(amounts, 'measures.noRevenue')
        expect(value).toBeGreaterThanOrEqual(1 / amounts.length - 1e-9)
        expect(value).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

describe('list growth', () => {
  test('is joined less left, month by month, against the size when the month began', () => {
    const facts = [
      someone({
        memberships: [member('list', { joinedOn: '2027-01-05' }), member('list', { joinedOn: '2027-01-31' })],
      }),
      someone({ memberships: [member('list', { joinedOn: '2027-03-01', leftOn: '2027-03-20' })] }),
      someone({ memberships: [member('list', { joinedOn: '2027-01-06', leftOn: '2027-03-02' })] }),
      someone({ memberships: [member('list', { joinedOn: '2028-01-01' })] }),
    ]
    const month = (name: string, sizeAtStart: number, joined: number, left: number) => ({
      month: name,
      sizeAtStart,
      joined,
      left,
      net: joined - left,
    })
    expect(listGrowth(facts, '2027-03-31')).toEqual(
      new Map([
        [
          'list',
          [
            { ...month('2027-01', 0, 3, 0), growth: noFigure('measures.newList') },
            { ...month('2027-02', 3, 0, 0), growth: figure(0) },
            { ...month('2027-03', 3, 1, 2), growth: figure(-1 / 3) },
          ],
        ],
      ]),
    )
  })

  test('ends at the size that the memberships have, and never below nobody', () => {
    const days = fc.record({
      from: fc.integer({ min: 0, max: 900 }),
      stay: fc.option(fc.integer({ min: -5, max: 400 })),
    })
    fc.assert(
      fc.property(fc.array(days, { minLength: 1 }), (stays) => {
        const facts = stays.map(({ from, stay }) => {
          const joinedOn = addDays('2025-01-01', from)
          return someone({
            memberships: [
              member('list', { joinedOn, ...(stay === null ? {} : { leftOn: addDays(joinedOn, stay) }) }),
            ],
          })
        })
        const rows = listGrowth(facts, today).get('list') ?? []
        const last = rows.at(-1)
        const still = facts.filter(({ memberships: [own] }) => {
          const { leftOn } = own as { leftOn?: string }
          return leftOn === undefined || (leftOn > today && own !== undefined && own.joinedOn <= today)
        }).length
        expect((last?.sizeAtStart ?? 0) + (last?.net ?? 0)).toBe(still)
        expect(rows.every((row) => row.sizeAtStart >= 0)).toBe(true)
      }),
    )
  })
})
