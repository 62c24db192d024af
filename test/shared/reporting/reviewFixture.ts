import type { InsightBook } from '#shared/insights/insightBook'
import type { CustomerFacts } from '#shared/measures/facts/customerFacts'
import { warmthTrace } from '#shared/measures/warmthTrace'
import { rateTable } from '#shared/money/rates'
import type { ReviewRequest } from '#shared/reporting/review/reviewRequest'
import { ordered, someone, usd } from '../measures/someone'

const record = { rev: 1, createdAt: 1, updatedAt: 1, schema: 2, origin: 'person' } as const
const PAYLOAD = "=cmd|' /C calc'!A0"

/** October 2026 of everything, against September. */
export const OCTOBER: ReviewRequest = {
  kind: 'monthly',
  scope: {},
  language: 'en',
  today: '2026-11-15',
  now: Date.UTC(2026, 10, 15, 8),
  period: { from: '2026-10-01', to: '2026-10-31' },
  before: { from: '2026-09-01', to: '2026-09-30' },
  model: 'firstTouch',
  view: 'cash',
  zone: 'Asia/Shanghai',
}

/** Two channels, an order without a rate, a cost without an amount, a name that looks like a formula. */
const FACTS: readonly CustomerFacts[] = [
  someone({
    customerId: 'anna',
    country: 'SE',
    grade: 'A',
    sources: [
      { channelId: 'fairs', touchpointId: 'canton', on: '2026-09-20' },
      { channelId: 'ads', on: '2026-10-01' },
      { channelId: 'ads', on: '2026-10-03' },
    ],
    steps: {
      met: '2026-09-20',
      joined: '2026-09-25',
      enquiry: '2026-10-02',
      quote: '2026-10-05',
      order: '2026-10-09',
    },
    orders: [ordered('2026-10-09', 900), ordered('2026-10-28', 1100.5)],
    credits: [{ on: '2026-10-30', minor: -2500 }],
    quotesOn: ['2026-10-05', '2026-10-20'],
    gifts: [{ on: '2026-10-07', contentId: 'guide' }],
    inboundOn: ['2026-10-08', '2026-09-21'],
    worked: [
      { on: '2026-10-02', minutes: 50 },
      { on: '2026-10-05', minutes: 35 },
    ],
    memberships: [{ carrierId: 'letter', personKey: 'p', joinedOn: '2026-09-25', consented: true }],
    products: [
      { productId: 'valve', step: 'asked', on: '2026-10-02' },
      { productId: 'valve', step: 'ordered', on: '2026-10-09', revenueMinor: 90000 },
      { productId: 'valve', step: 'ordered', on: '2026-10-28', revenueMinor: 110050 },
    ],
  }),
  someone({
    customerId: 'ben',
    grade: 'C',
    sources: [{ channelId: 'ads', on: '2026-10-11' }],
    steps: { met: '2026-10-11', enquiry: '2026-10-11' },
    orders: [],
    products: [{ productId: 'pump', step: 'asked', on: '2026-09-11' }],
  }),
  someone({
    customerId: 'chen',
    country: 'CN',
    steps: { met: '2026-09-02', order: '2026-09-28' },
    orders: [{ orderId: 'o', on: '2026-09-28' }, ordered('2026-09-29', 70)],
  }),
  someone({ customerId: 'dora', history: [{ to: 'lost', on: '2026-09-12' }], steps: { met: '2025-05-05' } }),
]

const NAMES = new Map([
  ['anna', 'Sjögren & Åkerlund AB'],
  ['ben', PAYLOAD],
  ['chen', '陈记五金'],
  ['dora', '+Dora'],
])

/** The notebook that reviews are made of in tests. */
export const REVIEW_BOOK: InsightBook = {
  facts: FACTS,
  customers: FACTS.map((facts) => ({
    name: NAMES.get(facts.customerId) ?? '',
    facts,
    warmth: warmthTrace([]),
    leads: [],
    giveAsk: { gives: 0, asks: 0 },
  })),
  channels: new Map([
    ['fairs', { ...record, id: 'fairs', name: 'Fairs', ownership: 'rented' }],
    ['ads', { ...record, id: 'ads', name: '=Ads', ownership: 'rented' }],
    ['idle', { ...record, id: 'idle', name: 'Nothing came of it', ownership: 'owned' }],
    // What a spreadsheet takes for the same name.
    ['ads2', { ...record, id: 'ads2', name: '=ADS', ownership: 'rented' }],
  ]),
  touchpoints: new Map([
    [
      'canton',
      { ...record, id: 'canton', name: 'Canton Fair', kind: 'fair', channelId: 'fairs', status: 'past' },
    ],
  ]),
  carriers: new Map(),
  products: new Map([
    ['valve', { ...record, id: 'valve', name: 'Ball valve DN50', line: 'Valves' }],
    ['pump', { ...record, id: 'pump', name: PAYLOAD }],
  ]),
  content: new Map(),
  positions: new Map(),
  offers: new Map(),
  staff: new Map([['me', { ...record, id: 'me', name: 'Mei' }]]),
  costs: [
    { ...record, id: 'k1', channelId: 'ads', category: 'ads', amount: usd(300), on: '2026-10-03' },
    { ...record, id: 'k2', channelId: 'ads', category: 'ads', amount: usd(120), on: '2026-09-03' },
    {
      ...record,
      id: 'k3',
      touchpointId: 'canton',
      category: 'booth',
      amount: { minor: 10_000, currency: 'EUR' },
      on: '2026-10-04',
      note: PAYLOAD,
    },
    {
      ...record,
      id: 'k4',
      channelId: 'ads2',
      category: 'ads',
      amount: { minor: 5_000, currency: 'JPY' },
      on: '2026-10-05',
    },
    { ...record, id: 'k5', channelId: 'fairs', category: 'travel', amount: usd(0), on: '2026-10-06' },
    {
      ...record,
      id: 'k6',
      category: 'tools',
      amount: usd(365),
      on: '2026-01-01',
      coversFrom: '2026-01-01',
      coversTo: '2026-12-31',
    },
  ],
  hours: [
    { ...record, id: 'h1', on: '2026-10-14', minutes: 90, kind: 'content', channelId: 'ads', staffId: 'me' },
    {
      ...record,
      id: 'h2',
      on: '2026-09-20',
      minutes: 480,
      kind: 'fair',
      touchpointId: 'canton',
      note: PAYLOAD,
    },
    { ...record, id: 'h3', on: '2026-10-05', minutes: 20, kind: 'quote', customerId: 'anna' },
  ],
  traffic: [],
  base: 'USD',
  rates: rateTable([{ id: 'r', from: 'EUR', to: 'USD', rate: '1.0837', on: '2026-10-01', updatedAt: 1 }]),
  hourMinor: 4_000,
}
