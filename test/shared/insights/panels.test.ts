import { expect, test } from 'vitest'
import type { InsightBook, InsightQuestion } from '#shared/insights/insightBook'
import type { PanelMaker } from '#shared/insights/panel'
import { PANELS, type PanelName } from '#shared/insights/panels'
import { warmthTrace } from '#shared/measures/warmthTrace'
import { rateTable } from '#shared/money/rates'
import { insightsWorkbook } from '#shared/reporting/insightsWorkbook'
import { reportWords } from '#shared/reporting/words'
import { workbookSchema } from '#shared/reporting/workbook'
import { ordered, someone, usd } from '../measures/someone'

const question: InsightQuestion = {
  today: '2026-11-28',
  now: Date.UTC(2026, 10, 28),
  period: { from: '2025-11-29', to: '2026-11-28' },
  model: 'firstTouch',
  view: 'cash',
}
const record = { rev: 1, createdAt: 1, updatedAt: 1, schema: 2, origin: 'person' } as const

function bookOf(facts: InsightBook['facts'], more: Partial<InsightBook> = {}): InsightBook {
  return {
    facts,
    customers: facts.map((one) => ({
      name: `name of ${one.customerId}`,
      facts: one,
      warmth: warmthTrace([]),
      leads: [],
      giveAsk: { gives: 0, asks: 0 },
    })),
    channels: new Map(),
    touchpoints: new Map(),
    carriers: new Map(),
    products: new Map(),
    content: new Map(),
    positions: new Map(),
    offers: new Map(),
    staff: new Map(),
    costs: [],
    hours: [],
    traffic: [],
    base: 'USD',
    rates: rateTable([]),
    ...more,
  }
}

function behind(name: PanelName, of: InsightBook, asked: InsightQuestion, rowKey: string) {
  const maker: PanelMaker = PANELS[name]
  return maker.behind?.(of, asked, rowKey)
}

/** Two new customers over search ads, of whom one can be written to; 300 dollars were paid for the ads. */
const book = bookOf(
  [
    someone({
      customerId: 'a',
      sources: [{ channelId: 'ads' }],
      steps: { met: '2026-01-02', order: '2026-02-01' },
      orders: [ordered('2026-02-01', 900)],
      memberships: [{ carrierId: 'letter', personKey: 'p', joinedOn: '2026-01-03', consented: true }],
    }),
    someone({
      customerId: 'b',
      sources: [{ channelId: 'ads' }],
      steps: { met: '2026-03-02', order: '2026-04-01' },
      orders: [ordered('2026-04-01', 100)],
    }),
    someone({ customerId: 'c', steps: { met: '2026-05-01' } }),
  ],
  {
    channels: new Map([['ads', { ...record, id: 'ads', name: 'Search ads', ownership: 'rented' }]]),
    costs: [{ ...record, id: 'k', channelId: 'ads', category: 'ads', amount: usd(300), on: '2026-01-01' }],
  },
)

test('CAC of a channel is its cost by its new customers, and the row leads to them', () => {
  const panel = PANELS.channelCost.make(book, question)
  expect(panel.rows).toMatchObject([
    { key: 'ads', behind: true, cells: { newCustomers: { value: 2 }, cac: { value: usd(150) } } },
  ])
  expect(behind('channelCost', book, question, 'ads')).toEqual(['a', 'b'])
})

test('whom no own carrier reaches is listed by revenue, whoever never ordered last', () => {
  expect(behind('reach', book, question, 'none')).toEqual(['b', 'c'])
  expect(behind('reach', book, question, 'one')).toEqual(['a'])
})

test('the funnel leads to those who came that far by that day, and to nobody who came later', () => {
  expect(behind('funnel', book, question, 'order')).toEqual(['a', 'b'])
  const march = { ...question, period: { from: '2025-03-11', to: '2026-03-10' } }
  expect(behind('funnel', book, march, 'order')).toEqual(['a'])
})

test.each(Object.keys(PANELS) as PanelName[])(
  '%s has a cell for no column that it lacks, and needs no data',
  (name) => {
    const maker: PanelMaker = PANELS[name]
    for (const one of [book, bookOf([])]) {
      const { columns, rows } = maker.make(one, question)
      const known = new Set(columns.map(({ id }) => id))
      expect(rows.flatMap(({ cells }) => Object.keys(cells)).filter((id) => !known.has(id))).toEqual([])
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    }
  },
)

test('the spreadsheet divides cost by new customers itself, and can be written', () => {
  const names = Object.keys(PANELS) as PanelName[]
  const panels = names.map((name) => ({ name, panel: PANELS[name].make(book, question) }))
  const workbook = insightsWorkbook(panels, 'USD', question, reportWords('en'))
  expect(workbookSchema.safeParse(workbook).success).toBe(true)
  const sheet = workbook.sheets.find(({ name }) => name === 'channelCost')
  expect(sheet?.rows[0]?.[4]).toEqual({
    kind: 'formula',
    formula: 'IF(N(C2)=0,"",ROUND(N(D2)/N(C2),2))',
    value: 150,
    format: 'money2',
  })
})
