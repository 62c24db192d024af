import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figure, noFigure } from '../../../shared/measures/figure'
import { ordersExpected, trafficChain, trafficWithin } from '../../../shared/measures/trafficChain'
import { twoHalves } from '../../../shared/measures/twoHalves'
import { addDays } from '../../../shared/time/calendarDay'
import { isWithin, trailingYear } from '../../../shared/time/period'
import { ordered, someone } from './someone'

const today = '2027-12-31'

describe('the two halves', () => {
  const lead = (channelId: string, staffId: string, closes: boolean, more: object = {}) =>
    someone({
      sources: [{ channelId, on: '2027-01-01' }],
      staffId,
      steps: { enquiry: '2027-02-01' },
      grade: closes ? 'A' : 'C',
      orders: closes ? [ordered('2027-02-11', 1)] : [],
      ...more,
    })
  // The fair's enquiries close every other time, the platform's never; Li gets the good ones.
  const facts = [
    ...[true, true, false, false].map((closes) => lead('fairs', 'li', closes)),
    ...[true, false].map((closes) => lead('fairs', 'wang', closes)),
    ...[true, false, false, false, false, false, false, false].map((closes) =>
      lead('platform', 'wang', closes),
    ),
    lead('fairs', 'li', true, { steps: { enquiry: '2026-02-01' } }),
    lead('fairs', 'li', true, { steps: {} }),
  ]

  test('tell the quality of a channel’s enquiries from what a salesperson makes of them', () => {
    const { channels, staff } = twoHalves(facts, { from: '2027-01-01', to: today }, today, 'firstTouch')
    expect(
      channels.map((one) => [one.channelId, one.enquiries, one.qualified.value, one.closed.value]),
    ).toEqual([
      ['platform', 8, 0.125, 0.125],
      ['fairs', 6, 0.5, 0.5],
    ])
    expect(
      staff.map((one) => [
        one.staffId,
        one.enquiries,
        one.orders,
        one.closingRate.value,
        one.expectedOrders,
        one.index.value,
      ]),
    ).toEqual([
      // A fifth against a half, and yet no worse: it is the channels.
      ['wang', 10, 2, 0.2, 2, 1],
      ['li', 4, 2, 0.5, 2, 1],
    ])
    expect(staff[0]?.daysToOrder.median).toEqual(figure(10))
  })

  test('have no index where the channel has closed nothing', () => {
    const { staff } = twoHalves(
      [lead('ads', 'li', false)],
      { from: '2027-01-01', to: today },
      today,
      'linear',
    )
    expect([staff[0]?.closingRate, staff[0]?.index]).toEqual([figure(0), noFigure('measures.noOrders')])
    expect(twoHalves([], { from: '2027-01-01', to: today }, today, 'linear')).toEqual({
      channels: [],
      staff: [],
    })
  })

  test('expect in all as many orders as there were', () => {
    const any = fc.record({
      channelId: fc.constantFrom('fairs', 'ads', 'site'),
      staffId: fc.constantFrom('li', 'wang'),
      closes: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const leads = list.map((one) => lead(one.channelId, one.staffId, one.closes))
        const { staff } = twoHalves(leads, { from: '2027-01-01', to: today }, today, 'linear')
        const expected = staff.reduce((sum, one) => sum + one.expectedOrders, 0)
        expect(expected).toBeCloseTo(
          staff.reduce((sum, one) => sum + one.orders, 0),
          6,
        )
      }),
    )
  })
})

describe('traffic x enquiry rate x closing rate', () => {
  const line = (from: string, to: string, visits: number, more: object = {}) => ({
    what: 'organic',
    channelId: 'site',
    from,
    to,
    visits,
    ...more,
  })
  const year = { from: '2027-01-01', to: today }

  test('is the number of orders, with a reason for each factor that is missing', () => {
    expect(trafficChain({ visits: 2000, enquiries: 50, orders: 3 })).toEqual({
      visits: 2000,
      enquiries: 50,
      orders: 3,
      enquiryRate: figure(0.025),
      closingRate: figure(0.06),
      product: figure(3),
    })
    expect(trafficChain({ enquiries: 5, orders: 1 }).product).toEqual(noFigure('measures.noTraffic'))
    expect(trafficChain({ visits: 9, enquiries: 0, orders: 1 }).closingRate).toEqual(
      noFigure('measures.noEnquiries'),
    )
    expect(ordersExpected(4000, 0.025, 0.06)).toEqual(figure(6))
    expect(ordersExpected(Number.NaN, 1, 1)).toEqual(noFigure('measures.badInput'))
  })

  test('never adds a month to its own days, and tells strangers from followers and buyers', () => {
    const lines = [
      line('2027-01-01', '2027-01-31', 300, { kind: 'public' }),
      line('2027-01-05', '2027-01-05', 10, { kind: 'public' }),
      line('2027-02-01', '2027-02-28', 200, { kind: 'public' }),
      line('2027-01-01', '2027-01-31', 40, { kind: 'follower' }),
      line('2027-03-01', '2027-03-31', 0, { kind: 'member', visits: undefined, clicks: 7 }),
      line('2026-12-15', '2027-01-15', 999),
      line('2026-01-01', '2026-12-31', 999),
      line('2027-04-01', '2027-04-30', 999, { deletedAt: 1 }),
    ]
    expect(trafficWithin(lines, year)).toEqual({
      visits: 547,
      byKind: { public: 500, follower: 40, member: 7, unknown: 0 },
      leftOut: 2,
    })
  })

  test('counts no day twice, whatever the reports', () => {
    const report = fc.record({
      start: fc.integer({ min: 0, max: 200 }),
      days: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        // As many visits as days, so that the sum is the number of days that were counted.
        const lines = reports.map(({ start, days }) => {
          const from = addDays('2027-01-01', start)
          return line(from, addDays(from, days - 1), days)
        })
        const covered = new Set<string>()
        for (const { from, to } of lines)
          for (let day = from; day <= to; day = addDays(day, 1)) covered.add(day)
        const { visits, leftOut } = trafficWithin(lines, year)
        expect(visits).toBeLessThanOrEqual(covered.size)
        expect(leftOut < lines.length || lines.length === 0).toBe(true)
      }),
    )
  })
})

test('a year that trails has both its days and not the day before', () => {
  const year = trailingYear('2028-02-29')
  expect(year).toEqual({ from: '2027-03-01', to: '2028-02-29' })
  expect([isWithin('2027-02-28', year), isWithin('2027-03-01', year), isWithin('2028-02-29', year)]).toEqual([
    false,
    true,
    true,
  ])
})
