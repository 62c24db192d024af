import { expect, test } from 'vitest'
import type { InsightBook, InsightQuestion } from '#shared/insights/insightBook'
import type { PanelCell } from '#shared/insights/panel'
import { PANELS, type PanelName } from '#shared/insights/panels'
import { foldContext } from '#shared/measures/facts/foldContext'
import { foldNotebook } from '#shared/measures/facts/foldNotebook'
import { warmthTrace } from '#shared/measures/warmthTrace'
import { rateTable } from '#shared/money/rates'
import type { RecordOf, TableName } from '#shared/records/tables'
import { reviewReport } from '#shared/reporting/review/reviewReport'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'

// Figures of the sample notebook, worked out once more from its exported rows in the way of somebody with a spreadsheet:
// floating-point numbers, filters and sums, none of the product's own measures, rates or calendars.

const NOW = Date.UTC(2026, 10, 22, 4)
const TODAY = '2026-11-22'
const FROM = '2025-11-23'

/** One line of JSON a record, as the folder with everything has them. */
const exported = new Map<string, string[]>()
for (const { table, record } of generateSampleNotebook({ seed: 'by hand', customers: 80, asOf: NOW }))
  exported.set(table, [...(exported.get(table) ?? []), JSON.stringify(record)])
const rows = <T extends TableName>(table: T) =>
  (exported.get(table) ?? []).map((line) => JSON.parse(line) as RecordOf<T>)
const live = <T extends TableName>(table: T) => rows(table).filter((row) => row.deletedAt === undefined)

const [settings] = rows('settings')
const base = settings?.baseCurrency ?? ''
const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.id, record]))
const rates = rateTable(live('rates'), settings)
const facts = foldNotebook(
  {
    customers: rows('customers'),
    interactions: rows('interactions'),
    stageMoves: rows('stageMoves'),
    quotes: rows('quotes'),
    orders: rows('orders'),
    payments: rows('payments'),
    samples: rows('samples'),
    memberships: rows('memberships'),
    consents: rows('consents'),
    engagements: rows('engagements'),
    hours: rows('hours'),
    relations: live('relations'),
  },
  foldContext({
    base,
    zone: 'UTC',
    rates,
    touchpoints: rows('touchpoints'),
    carriers: rows('carriers'),
    products: rows('products'),
  }),
)
const book: InsightBook = {
  facts,
  customers: facts.map((one) => ({
    name: one.customerId,
    facts: one,
    warmth: warmthTrace([]),
    leads: [],
    giveAsk: { gives: 0, asks: 0 },
  })),
  channels: byId(rows('channels')),
  touchpoints: byId(rows('touchpoints')),
  carriers: byId(rows('carriers')),
  products: byId(rows('products')),
  content: byId(rows('content')),
  positions: byId(rows('positions')),
  offers: byId(rows('offers')),
  staff: byId(rows('staff')),
  costs: live('costs'),
  hours: live('hours'),
  traffic: live('traffic'),
  base,
  rates,
}
const question: InsightQuestion = {
  today: TODAY,
  now: NOW,
  period: { from: FROM, to: TODAY },
  model: 'firstTouch',
  view: 'cash',
}

// ---- the other way ----

const PLACES: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0 }
const units = (money: { minor: number; currency: string }) =>
  money.minor / 10 ** (PLACES[money.currency] ?? 2)

/** An amount in units of the base currency, by the newest rate of at most 31 days in either direction. */
function inBase(
  money: { minor: number; currency: string },
  on: string,
  pinned?: { rate: string; to: string },
) {
  if (money.currency === base) return units(money)
  if (pinned?.to === base) return units(money) * Number(pinned.rate)
  const usable = live('rates')
    .filter((rate) => rate.on <= on && (Date.parse(on) - Date.parse(rate.on)) / 86_400_000 <= 31)
    .filter(({ from, to }) => [from, to].includes(money.currency) && [from, to].includes(base))
    .sort((a, b) => (a.on < b.on ? 1 : -1))
  const [newest] = usable
  if (newest === undefined) return undefined
  return newest.from === money.currency
    ? units(money) * Number(newest.rate)
    : units(money) / Number(newest.rate)
}

const customers = new Set(live('customers').map(({ id }) => id))
const orders = live('orders').filter(
  (order) =>
    order.status !== 'cancelled' &&
    order.total.minor >= 0 &&
    order.on <= TODAY &&
    customers.has(order.customerId),
)
const within = (on: string, from: string, to: string) => on >= from && on <= to
const revenueOf = (from: string, to: string) =>
  orders
    .filter(({ on }) => within(on, from, to))
    .reduce((sum, { total, on, rate }) => sum + (inBase(total, on, rate) ?? 0), 0)
const creditsOf = (from: string, to: string) =>
  live('payments')
    .filter(
      ({ kind, on, orderId }) =>
        kind === 'refund' && within(on, from, to) && orders.some(({ id }) => id === orderId),
    )
    .reduce((sum, { amount, on }) => sum + (inBase(amount, on) ?? 0), 0)
const firstOrderOf = (customerId: string) =>
  orders
    .filter((order) => order.customerId === customerId)
    .map(({ on }) => on)
    .sort()[0]
const quarterOf = (day: string) => `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
const costsOf = (from: string, to: string) =>
  live('costs')
    .filter(({ on }) => within(on, from, to))
    .reduce((sum, { amount, on }) => sum + (inBase(amount, on) ?? 0), 0)

// ---- Insights ----

const panel = (name: PanelName) => PANELS[name].make(book, question)
/** A number as a table shows it: amounts in whole units. */
function shown(cell: PanelCell | undefined): number {
  if (cell === undefined || !('value' in cell) || cell.value === undefined) return Number.NaN
  return typeof cell.value === 'object' ? units(cell.value) : cell.value
}

test('the sample has enough of everything to be counted', () => {
  expect(customers.size).toBe(80)
  expect(orders.length).toBeGreaterThan(40)
  expect(costsOf(FROM, TODAY)).toBeGreaterThan(0)
})

test('how many bought, and how many came back', () => {
  const buyers = [...customers].filter((id) => firstOrderOf(id) !== undefined)
  const again = buyers.filter((id) => orders.filter(({ customerId }) => customerId === id).length > 1)
  expect(panel('cohorts').notes[0]?.params).toEqual({ repeaters: again.length, buyers: buyers.length })
})

test('new customers quarter by quarter', () => {
  const first = new Map<string, number>()
  for (const id of customers) {
    const day = firstOrderOf(id)
    if (day !== undefined) first.set(quarterOf(day), (first.get(quarterOf(day)) ?? 0) + 1)
  }
  const told = panel('cohorts').rows.map(({ key, cells }) => {
    const quarter = Number(key)
    return [`${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`, shown(cells.customers)]
  })
  expect(told.length).toBeGreaterThan(3)
  for (const [quarter, count] of told)
    expect([quarter, count]).toEqual([quarter, first.get(String(quarter)) ?? 0])
})

test('new customers and revenue of the last twelve months', () => {
  const { rows: channels } = panel('dependence')
  const isNew = [...customers].filter((id) => within(firstOrderOf(id) ?? '', FROM, TODAY))
  const sum = (column: string) => channels.reduce((total, { cells }) => total + shown(cells[column]), 0)
  expect(sum('newCustomers')).toBeCloseTo(isNew.length, 6)
  // Each order is rounded once, to a hundredth.
  expect(Math.abs(sum('revenue') - (revenueOf(FROM, TODAY) - creditsOf(FROM, TODAY)))).toBeLessThan(
    0.01 * orders.length,
  )
})

test('how many joined each list, month by month', () => {
  const joined = panel('lists').rows.map(({ key, cells }) => [key, shown(cells.joined)])
  expect(joined.length).toBeGreaterThan(0)
  const counted = new Map<string, number>()
  for (const { carrierId, customerId, joinedAt } of live('memberships'))
    if (customers.has(customerId) && joinedAt <= NOW) {
      const key = `${carrierId} ${new Date(joinedAt).toISOString().slice(0, 7)}`
      counted.set(key, (counted.get(key) ?? 0) + 1)
    }
  expect(joined).toEqual(joined.map(([key]) => [key, counted.get(String(key)) ?? 0]))
})

test('what was spent and earned in each whole quarter of the smile curve', () => {
  const whole = panel('smile')
    .rows.filter(({ key }) => Number(key) < 2026 * 4 + 3)
    .slice(1)
  expect(whole.length).toBeGreaterThan(8)
  for (const { key, cells } of whole) {
    const [year, part] = [Math.floor(Number(key) / 4), (Number(key) % 4) * 3 + 1]
    const from = `${year}-${String(part).padStart(2, '0')}-01`
    const to = `${year}-${String(part + 2).padStart(2, '0')}-31`
    expect(Math.abs(shown(cells.cost) - costsOf(from, to))).toBeLessThan(0.5)
    expect(Math.abs(shown(cells.revenue) - (revenueOf(from, to) - creditsOf(from, to)))).toBeLessThan(0.5)
  }
})

// ---- a review ----

test('orders, revenue, costs and new customers of a year’s review', () => {
  const { workbook } = reviewReport(book, {
    ...question,
    kind: 'monthly',
    period: { from: '2025-01-01', to: '2025-12-31' },
    before: { from: '2024-01-01', to: '2024-12-31' },
    scope: {},
    language: 'en',
    zone: 'UTC',
  })
  const figures = workbook.sheets[0]?.rows ?? []
  const figureOf = (caption: string, column: 1 | 2): number => {
    const row = figures.find(
      ([name]) =>
        (typeof name === 'object' && name !== null && 'value' in name ? name.value : name) === caption,
    )
    const cell = row?.[column]
    return typeof cell === 'object' && cell !== null && 'value' in cell ? Number(cell.value) : Number.NaN
  }
  for (const [column, year] of [
    [1, '2025'],
    [2, '2024'],
  ] as const) {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`]
    const isNew = [...customers].filter((id) => within(firstOrderOf(id) ?? '', from, to))
    expect(figureOf('New customers', column)).toBe(isNew.length)
    expect(figureOf('Orders', column)).toBe(orders.filter(({ on }) => within(on, from, to)).length)
    expect(Math.abs(figureOf('Revenue', column) - (revenueOf(from, to) - creditsOf(from, to)))).toBeLessThan(
      0.5,
    )
    expect(Math.abs(figureOf('Cost', column) - costsOf(from, to))).toBeLessThan(0.5)
  }
})
