import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AcquisitionQuestion, acquisitionCost } from '../../../shared/measures/acquisitionCost'
import { ATTRIBUTION_MODELS, attribute } from '../../../shared/measures/attribution'
import { costWithin, periodCost } from '../../../shared/measures/costViews'
import { figure, noFigure } from '../../../shared/measures/figure'
import { type PlacedCost, placesOf, shareInScope } from '../../../shared/measures/places'
import { smileQuarters } from '../../../shared/measures/smileQuarters'
import { stepCosts } from '../../../shared/measures/stepCosts'
import { rateTable } from '../../../shared/money/rates'
import { addDays } from '../../../shared/time/calendarDay'
import { quarterNumber } from '../../../shared/time/period'
import { ordered, places, someone, usd } from './someone'

const year = { from: '2027-01-01', to: '2027-12-31' }
const noRates = rateTable([])
const cost = (on: string, dollars: number, more: Partial<PlacedCost> = {}): PlacedCost => ({
  on,
  amount: usd(dollars),
  category: 'booth',
  ...more,
})

describe('attribution', () => {
  const sources = [
    { touchpointId: 'canton', channelId: 'fairs', on: '2027-01-10' },
    { touchpointId: 'blog', channelId: 'site', on: '2027-02-01' },
    { touchpointId: 'blog', channelId: 'site', on: '2027-02-20' },
    { touchpointId: 'valves', channelId: 'ads', on: '2027-05-01' },
  ]
  const buyer = { sources, orders: [ordered('2027-03-01', 100)] }

  test('is to the first touch, the last one before the order, or all of them in equal parts', () => {
    expect(attribute(buyer, 'firstTouch')).toEqual([{ touchpointId: 'canton', channelId: 'fairs', share: 1 }])
    expect(attribute(buyer, 'lastTouch')).toEqual([{ touchpointId: 'blog', channelId: 'site', share: 1 }])
    const linear = attribute(buyer, 'linear')
    expect(linear.map((one) => [one.touchpointId, one.share])).toEqual([
      ['canton', 1 / 3],
      ['blog', 1 / 3],
      ['blog', 1 / 3],
    ])
    expect(shareInScope({ ...buyer }, { channelId: 'site' }, 'linear', places)).toBeCloseTo(2 / 3, 12)
  })

  test('takes every source into account while there is no order, and the first when all came after it', () => {
    expect(attribute({ sources, orders: [] }, 'lastTouch')[0]?.touchpointId).toBe('valves')
    expect(attribute({ sources, orders: [] }, 'linear')).toHaveLength(4)
    const early = { sources, orders: [ordered('2026-12-01', 1)] }
    for (const model of ATTRIBUTION_MODELS)
      expect(attribute(early, model)).toEqual([{ touchpointId: 'canton', channelId: 'fairs', share: 1 }])
  })

  test('gives a merged customer to both pages’ sources in equal parts', () => {
    const merged = { sources: [{ touchpointId: 'canton' }, { touchpointId: 'hannover' }], orders: [] }
    expect(attribute(merged, 'linear').map((one) => [one.touchpointId, one.share])).toEqual([
      ['canton', 0.5],
      ['hannover', 0.5],
    ])
    expect(attribute(merged, 'firstTouch')[0]?.touchpointId).toBe('canton')
  })

  test('of a customer from nobody knows where is one share without a name', () => {
    for (const model of ATTRIBUTION_MODELS) expect(attribute(someone(), model)).toEqual([{ share: 1 }])
  })

  test('always gives away the whole customer', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2027-01-01', count))
    const touches = fc.array(fc.record({ channelId: fc.constantFrom('fairs', 'ads', 'site'), on: day }))
    fc.assert(
      fc.property(
        touches,
        fc.option(day),
        fc.constantFrom(...ATTRIBUTION_MODELS),
        (list, orderedOn, model) => {
          const orders = orderedOn === null ? [] : [ordered(orderedOn, 1)]
          const shares = attribute({ sources: list, orders }, model)
          expect(shares.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 9)
        },
      ),
    )
  })
})

describe('the cash and the accrual view', () => {
  const fee = cost('2027-04-01', 3650, {
    category: 'platformFee',
    channelId: 'ads',
    coversFrom: '2027-04-01',
    coversTo: '2028-03-30',
  })
  const april = { from: '2027-04-01', to: '2027-04-30' }

  test('take an annual fee whole on its day, or day by day over its term', () => {
    expect(costWithin(fee, april, 'cash')).toEqual(usd(3650))
    expect(costWithin(fee, april, 'accrual')).toEqual(usd(300))
    expect(costWithin(fee, year, 'accrual')).toEqual(usd(2750))
    expect(costWithin(fee, { from: '2026-01-01', to: '2026-12-31' }, 'accrual')).toEqual(usd(0))
  })

  test('spread content over twelve months and leave everything else on its day', () => {
    const video = cost('2027-07-01', 366, { category: 'content' })
    // 2027-07-01 to 2028-06-30 are 366 days, since 2028 is a leap year.
    expect(costWithin(video, { from: '2027-07-01', to: '2027-07-31' }, 'accrual')).toEqual(usd(31))
    expect(costWithin(cost('2027-07-01', 366), { from: '2027-07-02', to: '2028-07-31' }, 'accrual')).toEqual(
      usd(0),
    )
    expect(costWithin(cost('2027-07-01', 366), { from: '2027-07-01', to: '2027-07-01' }, 'accrual')).toEqual(
      usd(366),
    )
  })

  test('take a term that ends before it begins as the day alone', () => {
    const slip = cost('2027-07-01', 10, { coversFrom: '2027-07-01', coversTo: '2026-07-01' })
    expect(costWithin(slip, { from: '2027-07-01', to: '2027-07-01' }, 'accrual')).toEqual(usd(10))
  })

  test('add up to the cost exactly, whatever the periods', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000_000 })
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 0, max: 800 }),
        fc.array(fc.integer({ min: 1, max: 90 })),
        (minor, term, cuts) => {
          const one = { ...fee, amount: { minor, currency: 'USD' }, coversTo: addDays(fee.on, term) }
          let from = addDays(fee.on, -10)
          let sum = 0
          for (const days of [...cuts, 2000]) {
            sum += costWithin(one, { from, to: addDays(from, days - 1) }, 'accrual').minor
            from = addDays(from, days)
          }
          expect(sum).toBe(minor)
        },
      ),
    )
  })

  test('count no cost of zero, which nobody knows yet, and name a missing rate', () => {
    expect(periodCost([cost('2027-05-01', 0)], year, 'cash', 'USD', noRates).total).toEqual(
      noFigure('measures.noCost'),
    )
    const yuan = cost('2027-05-01', 0, { amount: { minor: 700, currency: 'CNY' } })
    expect(periodCost([yuan], year, 'cash', 'USD', noRates)).toEqual({
      total: noFigure('measures.noRate', { base: 'USD', count: 1 }),
      missingRates: [{ from: 'CNY', to: 'USD', on: '2027-05-01' }],
      costCount: 1,
    })
  })

  test('keep the deposit for a fair of next year in this year’s cash', () => {
    const booth = cost('2027-11-01', 500, {
      touchpointId: 'hannover',
      coversFrom: '2028-04-20',
      coversTo: '2028-04-24',
    })
    expect(costWithin(booth, year, 'cash')).toEqual(usd(500))
    expect(costWithin(booth, year, 'accrual')).toEqual(usd(0))
  })
})

describe('what a new customer costs', () => {
  const fair = { touchpointId: 'canton', channelId: 'fairs', on: '2027-04-15' }
  const buyer = someone({
    sources: [fair],
    steps: { met: '2027-04-15', enquiry: '2027-05-01', order: '2027-06-01' },
    orders: [ordered('2027-06-01', 1000)],
    worked: [
      { on: '2027-04-20', minutes: 600 },
      { on: '2027-05-10', minutes: 120 },
      { on: '2027-06-01', minutes: 60 },
      { on: '2027-07-01', minutes: 600 },
    ],
  })
  const lead = someone({ sources: [fair], steps: { met: '2027-04-16' }, grade: 'A' })
  const question: AcquisitionQuestion = {
    facts: [buyer, buyer, lead],
    costs: [cost('2027-04-01', 3000, { touchpointId: 'canton' })],
    hours: [],
    scope: { channelId: 'fairs' },
    period: year,
    model: 'firstTouch',
    view: 'cash',
    places,
    base: 'USD',
    rates: noRates,
    hourMinor: 5000,
  }

  test('is the cost of the scope over its new customers, and more with our hours from enquiry to order', () => {
    expect(acquisitionCost(question)).toEqual({
      newCustomers: 2,
      cost: { total: figure(usd(3000)), missingRates: [], costCount: 1 },
      cac: figure(usd(1500)),
      // Two customers with 120 + 60 minutes each, at 50 an hour.
      minutes: 360,
      hourCost: figure(usd(300)),
      fullCycleCac: figure(usd(1650)),
      coverage: figure(1),
    })
  })

  test('counts hours on the channel too, but not those that staff days have paid', () => {
    const hours = [
      { on: '2027-04-15', minutes: 480, kind: 'fair' as const, touchpointId: 'canton' },
      { on: '2027-05-15', minutes: 60, kind: 'other' as const, channelId: 'fairs' },
      { on: '2027-05-15', minutes: 60, kind: 'other' as const, channelId: 'ads' },
      { on: '2027-05-15', minutes: 60, kind: 'other' as const, customerId: 'c', channelId: 'fairs' },
      { on: '2028-05-15', minutes: 60, kind: 'other' as const, channelId: 'fairs' },
    ]
    expect(acquisitionCost({ ...question, hours }).minutes).toBe(360 + 480 + 60)
    const staff = cost('2027-04-15', 800, { touchpointId: 'canton', category: 'staffDays' })
    expect(acquisitionCost({ ...question, hours, costs: [staff] }).minutes).toBe(360 + 60)
  })

  test('says why there is none: no cost, no customer, no price of an hour', () => {
    const free = acquisitionCost({ ...question, costs: [] })
    expect([free.cac, free.coverage]).toEqual([noFigure('measures.noCost'), figure(0)])
    // Our time was not free, though nothing was paid.
    expect(free.fullCycleCac).toEqual(figure(usd(150)))
    const nobody = acquisitionCost({ ...question, facts: [lead] })
    expect([nobody.cac, nobody.fullCycleCac]).toEqual([
      noFigure('measures.noneCounted', { what: 'newCustomer' }),
      noFigure('measures.noneCounted', { what: 'newCustomer' }),
    ])
    expect(acquisitionCost({ ...question, hourMinor: undefined }).fullCycleCac).toEqual(
      noFigure('measures.noHourRate'),
    )
  })

  test('of a fair that lies ahead is a cost without a customer', () => {
    const ahead = [cost('2027-11-01', 500, { touchpointId: 'hannover' })]
    const answer = acquisitionCost({ ...question, costs: ahead, scope: { touchpointId: 'hannover' } })
    expect([answer.cost.total, answer.newCustomers, answer.cac, answer.coverage]).toEqual([
      figure(usd(500)),
      0,
      noFigure('measures.noneCounted', { what: 'newCustomer' }),
      noFigure('measures.noLeads'),
    ])
  })

  test('covers a lead of a channel by the channel’s own fee, and nobody by a cost that is not known yet', () => {
    const online = someone({
      sources: [{ channelId: 'ads', on: '2027-02-01' }],
      steps: { met: '2027-02-01' },
    })
    const ask = (costs: readonly PlacedCost[]) =>
      acquisitionCost({ ...question, facts: [online], costs, scope: { channelId: 'ads' } }).coverage
    expect(ask([cost('2027-01-01', 900, { channelId: 'ads', category: 'platformFee' })])).toEqual(figure(1))
    expect(ask([cost('2027-01-01', 0, { channelId: 'ads', category: 'platformFee' })])).toEqual(figure(0))
  })

  test('splits among touchpoints under linear attribution without losing a customer', () => {
    const both = { ...buyer, sources: [fair, { touchpointId: 'blog', channelId: 'site', on: '2027-05-20' }] }
    const answer = acquisitionCost({ ...question, facts: [both, both, both], model: 'linear' })
    expect([answer.newCustomers, answer.cac]).toEqual([1.5, figure(usd(2000))])
  })
})

describe('the cost of each step', () => {
  const fair = { touchpointId: 'canton', channelId: 'fairs', on: '2027-04-15' }
  const leads = [
    someone({
      sources: [fair],
      grade: 'A',
      country: 'DE',
      steps: {
        met: '2027-04-15',
        joined: '2027-04-16',
        enquiry: '2027-05-01',
        quote: '2027-05-02',
        order: '2027-05-03',
      },
      orders: [ordered('2027-05-03', 9)],
    }),
    someone({
      sources: [fair],
      grade: 'C',
      country: 'FR',
      steps: { met: '2027-04-15', enquiry: '2028-01-01', order: '2027-05-09' },
    }),
    someone({ sources: [], steps: { met: '2027-04-15' } }),
  ]
  const question = {
    facts: leads,
    costs: [
      cost('2027-04-01', 300, { touchpointId: 'canton' }),
      cost('2027-04-01', 40, { touchpointId: 'canton', country: 'FR' }),
      cost('2027-04-01', 70, { touchpointId: 'valves', category: 'ads' }),
      cost('2027-04-01', 20, { campaign: 'Valves EU', category: 'ads' }),
    ],
    scope: { touchpointId: 'canton' },
    period: year,
    model: 'firstTouch' as const,
    view: 'cash' as const,
    places,
    base: 'USD',
    rates: noRates,
  }

  test('divides by whoever reached the step in the period', () => {
    const none = (what: string) => noFigure('measures.noneCounted', { what })
    expect(stepCosts(question).rows).toEqual([
      { what: 'card', count: 2, each: figure(usd(170)) },
      { what: 'joined', count: 1, each: figure(usd(340)) },
      { what: 'qualifiedLead', count: 1, each: figure(usd(340)) },
      { what: 'enquiry', count: 1, each: figure(usd(340)) },
      { what: 'quote', count: 1, each: figure(usd(340)) },
      { what: 'sample', count: 0, each: none('sample') },
      // Moved to "order" by hand, with no order on record.
      { what: 'order', count: 1, each: figure(usd(340)) },
    ])
  })

  test('looks at a channel, a campaign and a country as well', () => {
    const total = (scope: object) => stepCosts({ ...question, scope }).cost.total
    expect(total({})).toEqual(figure(usd(430)))
    expect(total({ channelId: 'ads' })).toEqual(figure(usd(70)))
    expect(total({ campaign: 'Valves EU' })).toEqual(figure(usd(90)))
    expect(total({ country: 'FR' })).toEqual(figure(usd(40)))
    expect(total({ country: 'CN' })).toEqual(figure(usd(300)))
    expect(stepCosts({ ...question, scope: { country: 'FR' } }).rows[0]?.count).toBe(1)
  })

  test('knows touchpoints and channels by id', () => {
    const looked = placesOf(
      [{ id: 'a', kind: 'fair', name: 'A', channelId: 'x' }],
      [{ id: 'x', ownership: 'owned' }],
    )
    expect([looked.touchpoints.get('a')?.channelId, looked.channels.get('x')?.ownership]).toEqual([
      'x',
      'owned',
    ])
  })
})

describe('the smile curve by quarter', () => {
  const question = {
    facts: [
      someone({ orders: [ordered('2026-02-01', 10_000), ordered('2027-02-01', 20_000)] }),
      someone({ credits: [{ on: '2027-03-01', minor: -100 }] }),
    ],
    costs: [
      cost('2026-01-10', 1000, { category: 'ads' }),
      cost('2027-01-10', 500, { category: 'ads' }),
      cost('2027-01-11', 600, { category: 'content' }),
      cost('2027-01-12', 100, { category: 'tools' }),
    ],
    hours: [
      { on: '2027-02-01', minutes: 120, kind: 'content' as const },
      { on: '2027-02-01', minutes: 120, kind: 'content' as const, deletedAt: 1 },
      { on: '2027-02-01', minutes: 120, kind: 'order' as const },
    ],
    period: { from: '2026-01-01', to: '2027-03-31' },
    view: 'cash' as const,
    base: 'USD',
    rates: noRates,
    hourMinor: 5000,
  }

  test('splits what is rented from what was built, the team’s hours included', () => {
    const rows = smileQuarters(question)
    expect(rows.map((row) => row.quarter)).toEqual(
      [0, 1, 2, 3, 4].map((place) => quarterNumber('2026-01-01') + place),
    )
    const last = rows[4]
    expect([last?.variable.total, last?.fixed.total, last?.team, last?.cost]).toEqual([
      figure(usd(500)),
      figure(usd(700)),
      figure(usd(100)),
      figure(usd(1300)),
    ])
    expect(last?.revenue).toEqual(figure(usd(19_999)))
    expect(last?.share.value).toBeCloseTo(1300 / 19_999, 12)
    // ln 1.3 / ln 1.9999
    expect(last?.elasticity.value).toBeCloseTo(Math.log(1.3) / Math.log(1.9999), 12)
  })

  test('has no height in a quarter without a cost on record, and no change without the year before', () => {
    const rows = smileQuarters(question)
    expect([rows[1]?.cost, rows[1]?.share, rows[0]?.elasticity]).toEqual([
      noFigure('measures.noCost'),
      noFigure('measures.noCost'),
      noFigure('measures.noYearBefore'),
    ])
    expect(smileQuarters({ ...question, period: { from: '2027-04-01', to: '2026-01-01' } })).toEqual([])
  })
})
