import { describe, expect, test } from 'vitest'
import { acquiredKept } from '../../../shared/measures/acquiredKept'
import { type AcquisitionQuestion, acquisitionCost } from '../../../shared/measures/acquisitionCost'
import { advocacy } from '../../../shared/measures/advocate'
import { contentInfluence } from '../../../shared/measures/contentInfluence'
import { costPer } from '../../../shared/measures/costPer'
import { costWithin } from '../../../shared/measures/costViews'
import { dependence } from '../../../shared/measures/dependence'
import { dilution } from '../../../shared/measures/dilution'
import { drainageByTouchpoint } from '../../../shared/measures/drainage'
import { figure } from '../../../shared/measures/figure'
import { firstTouchSpeed } from '../../../shared/measures/firstTouchSpeed'
import { funnelAsOf } from '../../../shared/measures/funnel'
import { giveAskBalance } from '../../../shared/measures/giveAskBalance'
import { journeyOf } from '../../../shared/measures/journey'
import { dueLateness, fairLeadLateness } from '../../../shared/measures/lateness'
import { listGrowth } from '../../../shared/measures/listGrowth'
import { nurturedVsCold } from '../../../shared/measures/nurturedVsCold'
import { orderRhythm } from '../../../shared/measures/orderRhythm'
import { ownedReach } from '../../../shared/measures/ownedReach'
import { productInterest } from '../../../shared/measures/productInterest'
import { referralTrees } from '../../../shared/measures/referralTree'
import { repeatRate } from '../../../shared/measures/repeatRate'
import { retentionCohorts } from '../../../shared/measures/retentionCohorts'
import { costCoverage } from '../../../shared/measures/scopeCost'
import { costElasticity } from '../../../shared/measures/smileCurve'
import { observedValue } from '../../../shared/measures/treeRings'
import { customerValue } from '../../../shared/measures/value'
import { warmth } from '../../../shared/measures/warmth'
import { whatIfCac } from '../../../shared/measures/whatIfCac'
import { rateTable } from '../../../shared/money/rates'
import { ordered, places, someone, usd } from './someone'

/** The product's table of measures, row by row. */
const ROWS = [
  'cost per X',
  'CAC',
  'full-cycle CAC',
  'cash / accrual view',
  'cost coverage',
  'dilution (fair series)',
  'what-if CAC',
  'funnel',
  'drainage rate',
  'owned reach (private-domain ratio)',
  'dependence',
  'warmth',
  'advocate',
  'journey',
  'nurtured vs cold',
  'give : ask',
  'speed to first touch',
  'list growth',
  'content influence',
  'repeat rate',
  'retention cohort',
  'order rhythm',
  'LTV observed',
  'acquired by / kept by',
  'referral value',
  'smile curve',
  'product interest',
  'value (for ranking Today)',
  'lateness (for ranking Today)',
] as const
/** Estimated, not counted: a room of its own fits and tests them. */
const FITTED = ['LTV expected', 'customer equity'] as const

const today = '2027-12-31'
const fair = [{ touchpointId: 'canton', channelId: 'fairs', on: '2027-04-15' }]
const buyer = someone({
  customerId: 'anna',
  sources: fair,
  steps: { met: '2027-04-15', enquiry: '2027-05-01', order: '2027-06-01' },
  orders: [ordered('2027-06-01', 100)],
  worked: [{ on: '2027-05-02', minutes: 60 }],
  meetings: [{ touchpointId: 'canton', personKey: 'anna', on: '2027-04-15' }],
  memberships: [
    { carrierId: 'list', personKey: 'anna', joinedOn: '2027-04-16', touchpointId: 'canton', consented: true },
  ],
  engagements: [{ on: '2027-05-30', kind: 'opened', personKey: 'anna', contentId: 'guide' }],
  products: [{ productId: 'valve', step: 'asked', on: '2027-05-01' }],
})
const question: AcquisitionQuestion = {
  facts: [buyer],
  costs: [{ on: '2027-04-01', category: 'booth', amount: usd(50), touchpointId: 'canton' }],
  hours: [],
  scope: { channelId: 'fairs' },
  period: { from: '2027-01-01', to: today },
  model: 'firstTouch',
  view: 'cash',
  places,
  base: 'USD',
  rates: rateTable([]),
  hourMinor: 3000,
}
const now = Date.UTC(2027, 11, 31)

/** What each row's function makes of a plain case, and what the definition says that it is. */
const shown: Record<(typeof ROWS)[number], () => readonly [is: unknown, should: unknown]> = {
  'cost per X': () => [costPer(figure(usd(100)), 3, 'card'), figure(usd(33.33))],
  CAC: () => [acquisitionCost(question).cac, figure(usd(50))],
  'full-cycle CAC': () => [acquisitionCost(question).fullCycleCac, figure(usd(80))],
  'cash / accrual view': () => {
    const fee = {
      on: '2027-01-01',
      category: 'platformFee' as const,
      amount: usd(365),
      coversFrom: '2027-01-01',
      coversTo: '2027-12-31',
    }
    const may = { from: '2027-05-01', to: '2027-05-31' }
    return [
      [costWithin(fee, may, 'cash'), costWithin(fee, may, 'accrual')],
      [usd(0), usd(31)],
    ]
  },
  'cost coverage': () => [
    costCoverage([{ touchpointId: 'canton' }, { touchpointId: 'blog' }], [{ touchpointId: 'canton' }]),
    figure(0.5),
  ],
  'dilution (fair series)': () => {
    const before = { cost: figure(usd(100)), cards: 10, deepNegotiations: 10 }
    const after = { cost: figure(usd(200)), cards: 10, deepNegotiations: 5 }
    const { perCard, perDeepNegotiation } = dilution(before, after)
    return [
      [perCard.ratio, perDeepNegotiation.ratio],
      [figure(2), figure(4)],
    ]
  },
  'what-if CAC': () => [
    whatIfCac({
      spend: usd(1_000_000),
      newCustomers: 1000,
      referred: 200,
      upliftPercent: '20',
      existingCustomers: 1000,
    }).withRepurchase,
    figure(usd(714.29)),
  ],
  funnel: () => [funnelAsOf([buyer], '2027-05-15').rows.map((row) => row.reached), [1, 1, 0, 0, 0, 0]],
  'drainage rate': () => [drainageByTouchpoint([buyer], today).get('canton')?.rate, figure(1)],
  'owned reach (private-domain ratio)': () => {
    const { onTwo, onOne } = ownedReach([buyer], today)
    return [
      [onTwo.customers, onOne.customers, onOne.revenue],
      [figure(0), figure(1), figure(1)],
    ]
  },
  dependence: () => [dependence([buyer], today, 'firstTouch', places, 'USD').rentedShare.revenue, figure(1)],
  warmth: () => [
    warmth([{ id: 'a', kind: 'enquiry', direction: 'in', at: now }], now).value?.score,
    // 100 x (1 - 2^(-8 / 10))
    42.6,
  ],
  advocate: () => [
    [70, 69].map((score) => advocacy({ referredCount: 1, inboundOn: [] }, score, today).isAdvocate),
    [true, false],
  ],
  journey: () => [journeyOf(buyer, today).stage, 'customer'],
  'nurtured vs cold': () => [nurturedVsCold([buyer], today, 'USD').cold.daysToOrder.median, figure(31)],
  'give : ask': () => {
    const talk = { direction: 'out' as const, customerId: 'c', personIds: [] }
    const gift = { ...talk, kind: 'value' as const }
    return [
      giveAskBalance([gift, gift, gift, { ...talk, kind: 'ask' }]),
      { gives: 3, asks: 1, ratio: figure(3), kept: true },
    ]
  },
  'speed to first touch': () => [
    firstTouchSpeed([{ metAt: 0, firstTouchAt: 36 * 3_600_000 }], now),
    { medianHours: figure(36), within24h: figure(0), within48h: figure(1) },
  ],
  'list growth': () => [listGrowth([buyer], '2027-04-30').get('list')?.[0]?.net, 1],
  'content influence': () => [
    contentInfluence([buyer], new Map(), 'piece', today, 'USD').get('guide')?.orders,
    1,
  ],
  'repeat rate': () => [repeatRate([buyer], today).rate, figure(0)],
  'retention cohort': () => [
    retentionCohorts([buyer], today, 'USD')[0]?.cells.map((cell) => cell.share),
    [figure(1), figure(0), figure(0)],
  ],
  'order rhythm': () => [
    orderRhythm(['2027-01-01', '2027-01-31', '2027-03-02'], '2027-04-03').value?.daysLate,
    2,
  ],
  'LTV observed': () => [observedValue(buyer, today, 'USD').revenue, figure(usd(100))],
  'acquired by / kept by': () => [
    acquiredKept([buyer], today, 'firstTouch', places, 'USD')[0]?.firstOrders,
    figure(usd(100)),
  ],
  'referral value': () => [
    referralTrees([someone({ customerId: 'bo' }), { ...buyer, referredById: 'bo' }], today, 'USD').nodes.get(
      'bo',
    )?.value,
    figure(usd(100)),
  ],
  'smile curve': () => [
    costElasticity({ cost: 1, revenue: 1 }, { cost: 1.3, revenue: 2 }).value?.toFixed(3),
    '0.379',
  ],
  'product interest': () => [
    productInterest([buyer], new Map([['valve', { name: 'Valve', line: 'Valves' }]]), today, 'USD')[0]?.asked,
    1,
  ],
  'value (for ranking Today)': () => [
    customerValue({ grade: 'A', openQuoted: usd(9000), lifetime: usd(99_000) }).value,
    4 + 1 + 2,
  ],
  'lateness (for ranking Today)': () => [
    [dueLateness('2027-12-29', today), fairLeadLateness(now - 49 * 3_600_000, now)],
    [3, 3],
  ],
}

describe('every measure of the table is computed:', () => {
  test.each(ROWS)('%s', (row) => {
    const [is, should] = shown[row]()
    expect(is).toEqual(should)
  })
})

test('the table has as many rows as the product defines, each once', () => {
  expect(new Set([...ROWS, ...FITTED]).size).toBe(31)
  expect(Object.keys(shown)).toEqual([...ROWS])
})
