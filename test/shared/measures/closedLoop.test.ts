import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentInfluence } from '../../../shared/measures/contentInfluence'
import { figure, noFigure } from '../../../shared/measures/figure'
import { firstTouchSpeed } from '../../../shared/measures/firstTouchSpeed'
import { priceHistory } from '../../../shared/measures/priceHistory'
import { productInterest } from '../../../shared/measures/productInterest'
import { ordersExpected, trafficChain, trafficWithin } from '../../../shared/measures/trafficChain'
import { twoHalves } from '../../../shared/measures/twoHalves'
import type { EngagementKind } from '../../../shared/records/content'
import { addDays } from '../../../shared/time/calendarDay'
import { isWithin, quarterNumber, trailingYear } from '../../../shared/time/period'
import { ordered, someone, usd } from './someone'

const today = '2027-12-31'

describe('content influence', () => {
  const did = (on: string, kind: EngagementKind, contentId = 'guide', personKey = 'anna') => ({
    on,
    kind,
    personKey,
    contentId,
  })
  const content = new Map([
    [
      'guide',
      {
        topic: 'corrosion',
        positionIds: ['leaks'],
        kind: 'whitePaper' as const,
        editions: [{ language: 'en' }],
      },
    ],
    [
      'film',
      {
        topic: 'corrosion',
        positionIds: ['leaks', 'price'],
        kind: 'video' as const,
        editions: [{ language: 'en' }, { language: 'de' }],
      },
    ],
  ])
  const facts = [
    someone({
      engagements: [
        did('2027-01-01', 'delivered'),
        did('2027-01-02', 'opened'),
        did('2027-01-03', 'opened'),
        did('2027-01-03', 'opened', 'guide', 'bo'),
        did('2027-01-04', 'attended', 'film'),
      ],
      gifts: [{ on: '2027-01-01', contentId: 'guide' }],
      quotesOn: ['2027-01-01', '2027-02-01', '2027-04-03'],
      orders: [ordered('2027-03-01', 100), ordered('2027-04-04', 50)],
    }),
    someone({ gifts: [{ on: '2027-01-01', contentId: 'film' }], orders: [ordered('2027-01-05', 999)] }),
  ]
  const by = (dimension: Parameters<typeof contentInfluence>[2], asOf = today) =>
    contentInfluence(facts, content, dimension, asOf, 'USD')

  test('counts people once a piece, and what followed within 90 days of taking notice', () => {
    expect(by('piece').get('guide')).toEqual({
      // Bo opened it, so Bo had it too.
      delivered: 2,
      opened: 2,
      clicked: 0,
      replied: 0,
      attended: 0,
      // The first quote came before anybody looked; the third is 90 days after the last look.
      opportunities: 2,
      orders: 1,
      revenue: figure(usd(100)),
    })
    // Handed over is delivered, but nobody took notice.
    expect(by('piece').get('film')).toMatchObject({
      delivered: 1,
      attended: 1,
      orders: 2,
      revenue: figure(usd(150)),
    })
  })

  test('counts an order once under a topic, though two pieces of it were read', () => {
    expect([...by('topic')].map(([key, own]) => [key, own.opportunities, own.orders])).toEqual([
      ['corrosion', 2, 2],
    ])
    expect([...by('position')].map(([key, own]) => [key, own.orders])).toEqual([
      ['leaks', 2],
      ['price', 2],
    ])
    expect([...by('kind').keys()]).toEqual(['whitePaper', 'video'])
    // Which edition of the film was seen, nobody recorded.
    expect([...by('language').keys()]).toEqual(['en'])
  })

  test('knows nothing of what came after its day', () => {
    expect(by('piece', '2027-01-31').get('guide')).toMatchObject({ opened: 2, opportunities: 0, orders: 0 })
    expect(by('piece', '2026-12-31')).toEqual(new Map())
  })
})

describe('the speed to first touch', () => {
  const HOUR = 3_600_000
  const now = Date.UTC(2027, 3, 20)
  const lead = (agoHours: number, after?: number) => ({
    metAt: now - agoHours * HOUR,
    ...(after === undefined ? {} : { firstTouchAt: now - agoHours * HOUR + after * HOUR }),
  })

  test('holds nothing against a lead that still has time, or is dated ahead', () => {
    expect(firstTouchSpeed([lead(100, 10), lead(100, 30), lead(100), lead(5), lead(-48)], now)).toEqual({
      medianHours: figure(20),
      within24h: figure(1 / 3),
      within48h: figure(2 / 3),
    })
  })

  test('says whether it is too early or there was nobody', () => {
    expect(firstTouchSpeed([lead(5)], now).within24h).toEqual(noFigure('measures.tooEarly', { hours: 24 }))
    expect(firstTouchSpeed([], now)).toEqual({
      medianHours: noFigure('measures.noFirstTouch'),
      within24h: noFigure('measures.noLeads', { hours: 24 }),
      within48h: noFigure('measures.noLeads', { hours: 48 }),
    })
  })
})

describe('product interest', () => {
  const products = new Map([
    ['bv50', { name: 'Ball valve 50', line: 'Valves' }],
    ['bv80', { name: 'Ball valve 80', line: 'Valves' }],
    ['hose', { name: 'Hose' }],
  ])
  const event = (
    step: 'asked' | 'sampled' | 'quoted' | 'ordered',
    on: string,
    productId = 'bv50',
    more: object = {},
  ) => ({
    productId,
    step,
    on,
    ...more,
  })
  const facts = [
    someone({
      products: [
        event('asked', '2027-01-01'),
        event('asked', '2027-02-01', 'bv80'),
        event('sampled', '2027-02-01'),
        event('quoted', '2027-03-01'),
        event('ordered', '2027-04-01', 'bv50', { revenueMinor: 1000, marginMinor: 300 }),
        event('ordered', '2027-10-01', 'bv80', { revenueMinor: 500 }),
      ],
    }),
    someone({ products: [event('asked', '2027-10-05')] }),
    // Ordered without asking, and asked only afterwards.
    someone({ products: [event('ordered', '2027-05-01', 'hose'), event('asked', '2027-06-01', 'hose')] }),
    someone({
      products: [event('asked', '2027-06-01', 'deleted for good'), event('asked', '2028-06-01', 'hose')],
    }),
  ]

  test('counts customers per line, and whether asking led to an order', () => {
    const [valves, hose] = productInterest(facts, products, today, 'USD')
    const quarter = quarterNumber('2027-01-01')
    expect(valves).toEqual({
      line: 'Valves',
      asked: 2,
      sampled: 1,
      quoted: 1,
      ordered: 1,
      reordered: 1,
      askedToOrdered: figure(0.5),
      revenue: figure(usd(15)),
      margin: figure(usd(3)),
      withoutMargin: 1,
      trend: [
        { quarter, asked: 1, ordered: 0 },
        { quarter: quarter + 1, asked: 0, ordered: 1 },
        { quarter: quarter + 2, asked: 0, ordered: 0 },
        { quarter: quarter + 3, asked: 1, ordered: 1 },
      ],
    })
    expect(hose).toMatchObject({
      line: 'Hose',
      asked: 1,
      ordered: 1,
      reordered: 0,
      askedToOrdered: figure(0),
      revenue: noFigure('measures.noRate', { base: 'USD', count: 1 }),
    })
  })

  test('has no rate where nobody asked', () => {
    const bought = someone({ products: [event('ordered', '2027-05-01', 'hose', { revenueMinor: 1 })] })
    expect(productInterest([bought], products, today, 'USD')[0]?.askedToOrdered).toEqual(
      noFigure('measures.nobodyAsked'),
    )
  })
})

describe('price history', () => {
  const document = (id: string, on: string, amount: number, more: object = {}) => ({
    id,
    customerId: 'c',
    on,
    status: 'open' as const,
    incoterm: 'FOB',
    lines: [
      {
        productId: 'bv50',
        description: 'valve',
        quantity: '100',
        unitPrice: { amount, scale: 2, currency: 'USD' },
      },
      { description: 'freight', quantity: '1', unitPrice: { amount: 99, scale: 0, currency: 'USD' } },
    ],
    ...more,
  })

  test('tells each customer’s prices in order, and the change from one to the next', () => {
    const quotes = [
      document('q2', '2027-03-01', 1050),
      document('q1', '2027-01-01', 1000),
      document('other terms', '2027-04-01', 1200, { incoterm: 'CIF' }),
      document('gone', '2027-04-02', 1, { deletedAt: 1 }),
      { ...document('somebody else', '2027-02-01', 900), customerId: 'd' },
    ]
    const orders = [
      document('o1', '2027-03-01', 1029),
      { ...document('void', '2027-03-02', 1), status: 'cancelled' as const },
    ]
    const history = priceHistory('bv50', quotes, orders)
    expect(history.get('c')?.map((one) => [one.documentId, one.kind, one.change])).toEqual([
      ['q1', 'quote', noFigure('measures.firstPrice')],
      ['q2', 'quote', figure(0.05)],
      ['o1', 'order', figure(-0.02)],
      ['other terms', 'quote', noFigure('measures.otherTerms')],
    ])
    expect(history.get('d')).toHaveLength(1)
  })

  test('compares prices of different precision exactly, and none with a gift', () => {
    const fine = (id: string, on: string, amount: number, scale: number) =>
      document(id, on, 0, {
        lines: [
          {
            productId: 'bv50',
            description: '',
            quantity: '1',
            unitPrice: { amount, scale, currency: 'USD' },
          },
        ],
      })
    const changes = priceHistory(
      'bv50',
      [
        fine('a', '2027-01-01', 125, 4),
        fine('b', '2027-02-01', 25, 3),
        fine('c', '2027-03-01', 0, 0),
        fine('d', '2027-04-01', 1, 0),
      ],
      [],
    )
    expect(changes.get('c')?.map((one) => one.change.value)).toEqual([undefined, 1, -1, undefined])
  })
})

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
