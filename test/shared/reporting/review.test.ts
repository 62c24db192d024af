import '../../support/everyLanguage'
import { expect, test } from 'vitest'
import { ATTRIBUTION_MODELS } from '#shared/measures/attribution'
import { COST_VIEWS } from '#shared/measures/costViews'
import { type ReviewReport, reviewReport, reviewReportSchema } from '#shared/reporting/review/reviewReport'
import { REVIEW_KINDS, type ReviewRequest } from '#shared/reporting/review/reviewRequest'
import type { Cell } from '#shared/reporting/workbook'
import { OCTOBER, REVIEW_BOOK } from './reviewFixture'

const made = (change: Partial<ReviewRequest> = {}) => reviewReport(REVIEW_BOOK, { ...OCTOBER, ...change })
const sheetOf = ({ workbook }: ReviewReport, name: string) =>
  workbook.sheets.find((sheet) => sheet.name === name)
const inCell = (cell: Cell | undefined) =>
  cell === null || cell === undefined || typeof cell === 'string' ? cell : cell.value

/** Figures by caption: this period and the one before. */
function figuresOf(report: ReviewReport) {
  const rows = sheetOf(report, 'Figures')?.rows ?? []
  return Object.fromEntries(
    rows.slice(2).map(([name, now, before]) => [inCell(name), [inCell(now), inCell(before)]]),
  )
}

test('the month tells leads, orders and what they cost, against the month before', () => {
  expect(figuresOf(made())).toMatchObject({
    Leads: [1, 2],
    Enquiries: [2, 0],
    'New customers': [1, 1],
    Orders: [2, 2],
    // Two orders less what went back; in September one order has no rate and is left out.
    Revenue: [1975.5, 70],
    // 300 for ads and 100 euros at 1.0837; yen without a rate are left out and named.
    Cost: [408.37, 120],
    CAC: [408.37, 120],
    // 85 minutes from enquiry to order and 90 on the channel, at 40 an hour.
    'Our hours': [116.67, 320],
    'Full cycle': [525.04, 440],
  })
})

test('costs spread over their term count by the day', () => {
  expect(figuresOf(made({ view: 'accrual' })).Cost).toEqual([439.37, 150])
})

test('equal shares cut a customer among the channels, and the channels add up to the whole', () => {
  const report = made({ model: 'linear' })
  const rows = sheetOf(report, 'Channels')?.rows ?? []
  const newCustomers = rows.map((row) => [inCell(row[0]), inCell(row[5])])
  expect(newCustomers).toEqual([
    ['=Ads', 0.666666667],
    ['Fairs', 0.333333333],
    ['=ADS (2)', 0],
  ])
})

test('one customer: what they bought, what passed between us, and what they brought so far', () => {
  const report = made({ kind: 'customer', scope: { customerId: 'anna', name: 'Sjögren & Åkerlund AB' } })
  expect(figuresOf(report)).toMatchObject({
    Orders: [2, 0],
    Revenue: [1975.5, 0],
    'Value so far': [1975.5, ''],
    Quotes: [2, 0],
    Gifts: [1, 0],
    'Words from them': [1, 1],
    'Minutes of ours': [85, 0],
  })
  expect(report.page.title).toBe('Customer review: Sjögren & Åkerlund AB')
})

test('product lines: each customer once, who ordered on two days came back', () => {
  const rows = sheetOf(made({ kind: 'product' }), 'Lines')?.rows ?? []
  const line = rows.find(([name]) => name === 'Valves')
  expect(line?.map(inCell)).toEqual(['Valves', 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 2000.5, 0])
})

test('the notebook as an asset, as of the end of both periods', () => {
  expect(figuresOf(made({ kind: 'asset' }))).toMatchObject({
    // The one who was met in October was not there at the end of September.
    'Customers on record': [4, 3],
    'Not lost': [3, 2],
    'Ordered at least once': [2, 1],
    'Ordered again': [2, 1],
    'Repeat rate': [1, 1],
    'Value so far': [2045.5, 70],
    'Reached on one own carrier': [1 / 3, 1 / 2],
  })
})

test('a review of some customers has no costs and says so', () => {
  const report = made({ scope: { memberIds: ['anna'], name: 'Favourites' } })
  expect(figuresOf(report)).toMatchObject({ 'New customers': [1, 0], Cost: ['', ''], CAC: ['', ''] })
  expect(report.page.notes[0]).toContain('Costs belong to channels and fairs')
})

test('gaps are counted with their rows', () => {
  const rows = sheetOf(made(), 'Data quality')?.rows ?? []
  const gaps = rows.map((row) => [inCell(row[0]), inCell(row[1]), inCell(row[2]), inCell(row[4]) ?? null])
  expect(gaps).toContainEqual(['Costs without an amount', 1, 5, '6'])
  expect(gaps).toContainEqual(['Costs without a rate', 1, 5, '5'])
  expect(gaps).toContainEqual(['Customers without a source', 1, 3, '4'])
})

const everyRequest = REVIEW_KINDS.flatMap((kind) =>
  ATTRIBUTION_MODELS.flatMap((model) =>
    COST_VIEWS.map((view) => ({
      kind,
      model,
      view,
      scope: kind === 'customer' ? { customerId: 'anna' } : {},
    })),
  ),
)

test.each(everyRequest)('$kind, $model, $view: every formula reads cells that are there', (change) => {
  for (const report of [
    made(change),
    reviewReport({ ...REVIEW_BOOK, facts: [], customers: [] }, { ...OCTOBER, ...change }),
  ]) {
    expect(reviewReportSchema.safeParse(report).error).toBeUndefined()
    const names = new Set(report.workbook.sheets.map(({ name }) => name))
    for (const { rows } of report.workbook.sheets) {
      for (const cell of rows.flat()) {
        if (cell === null || typeof cell === 'string' || cell.kind !== 'formula') continue
        const asked = [...cell.formula.matchAll(/([A-Z]\w+)!/g)].map(([, name]) => name ?? '')
        expect(asked.filter((name) => !names.has(name))).toEqual([])
        expect(Number.isNaN(cell.value)).toBe(false)
      }
    }
  }
})

test('every figure of every review has its definition', () => {
  for (const change of everyRequest) {
    const rows = sheetOf(made(change), 'Definitions')?.rows ?? []
    const until = rows.findIndex((row) => row.length === 0)
    expect(rows.slice(0, until).filter(([, meaning]) => meaning === null)).toEqual([])
  }
})

test('a review speaks the language of the interface, from right to left where that runs so', () => {
  const chinese = made({ language: 'zh-Hans' })
  expect(figuresOf(chinese)).toHaveProperty('新客户')
  expect(made({ language: 'en-XB' }).workbook.direction).toBe('rtl')
})
