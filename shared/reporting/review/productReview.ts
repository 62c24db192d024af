import type { CustomerFacts } from '../../measures/facts/customerFacts'
import { figure } from '../../measures/figure'
import { type ProductInterest, productInterest } from '../../measures/productInterest'
import { minorUnitExponent } from '../../money/minorUnits'
import { compareDays } from '../../time/calendarDay'
import { isWithin } from '../../time/period'
import { columnRange, dayCell, majorUnits, moneyFormat, numberCell, textCell } from '../cells'
import type { Cell } from '../workbook'
import { type Breakdown, type BreakdownColumn, NAME } from './breakdown'
import { bySide, periodOf, type ReviewBook } from './reviewBook'
import type { ReviewFigure } from './reviewFigure'
import { SIDES, type Side } from './reviewRequest'
import { type ReviewTable, rangeOf, type TableColumn, withinProduct } from './reviewTable'

type Event = CustomerFacts['products'][number]
const COUNTS = ['asked', 'sampled', 'quoted', 'ordered', 'reordered'] as const
/** What the steps are called. */
const CAPTIONS = {
  asked: 'insights.column.asked',
  sampled: 'insights.column.sampled',
  quoted: 'insights.column.quotedCount',
  ordered: 'insights.column.ordered',
  reordered: 'insights.column.reordered',
} as const
const FIRST = { now: 'firstNow', before: 'firstBefore' } as const
const AGAIN = { now: 'againNow', before: 'againBefore' } as const

/** What happened with products in both periods, a row each, with what makes it count. */
export function productTable(book: ReviewBook): ReviewTable {
  const money = { params: { base: book.base } }
  const columns: readonly TableColumn[] = [
    { id: 'day', caption: 'costs.day', width: 12 },
    { id: 'line', caption: 'insights.column.productLine', width: 28 },
    { id: 'product', caption: 'review.column.product', width: 28 },
    { id: 'customer', caption: 'insights.column.customer', width: 28 },
    { id: 'step', caption: 'insights.column.step', width: 12 },
    { id: 'revenue', caption: 'report.inBase', ...money, width: 16 },
    { id: 'margin', caption: 'insights.column.margin', width: 16 },
    { id: 'firstNow', caption: 'review.column.firstNow', width: 12 },
    { id: 'againNow', caption: 'review.column.againNow', width: 12 },
    { id: 'firstBefore', caption: 'review.column.firstBefore', width: 12 },
    { id: 'againBefore', caption: 'review.column.againBefore', width: 12 },
  ]
  const rows = book.facts.flatMap((one) => customerRows(one, book))
  return { name: 'Products', columns, rows }
}

/** One customer's rows. The first of a step counts the customer, the second day of an order says "again". */
function customerRows(facts: CustomerFacts, book: ReviewBook): (readonly Cell[])[] {
  const firsts = new Set<string>()
  const orderDays = new Map<string, Set<string>>()
  return SIDES.flatMap((side) =>
    eventsWithin(facts, book, side).map(({ event, line }) => {
      const key = `${side} ${event.step} ${line}`
      const isFirst = !firsts.has(key)
      firsts.add(key)
      const days = orderDays.get(key) ?? new Set<string>()
      orderDays.set(key, days)
      const isAgain = event.step === 'ordered' && days.size === 1 && !days.has(event.on)
      if (event.step === 'ordered') days.add(event.on)
      return productRow(event, line, { facts, book, side, isFirst, isAgain })
    }),
  )
}

function productRow(
  event: Event,
  line: string,
  row: { facts: CustomerFacts; book: ReviewBook; side: Side; isFirst: boolean; isAgain: boolean },
): readonly Cell[] {
  const { facts, book, side, isFirst, isAgain } = row
  const amount = (minor: number | undefined): Cell =>
    minor === undefined
      ? null
      : numberCell(majorUnits({ minor, currency: book.base }), moneyFormat(book.base))
  const flag = (of: Side, holds: boolean): Cell => (of === side && holds ? numberCell(1) : null)
  return [
    dayCell(event.on),
    line,
    textCell(book.products.get(event.productId)?.name),
    textCell(book.nameOf(facts.customerId)),
    book.words.text(CAPTIONS[event.step]),
    amount(event.revenueMinor),
    amount(event.marginMinor),
    flag('now', isFirst),
    flag('now', isAgain),
    flag('before', isFirst),
    flag('before', isAgain),
  ]
}

/** Product lines side by side: how they were taken to in either period. */
export function productBreakdown(book: ReviewBook, table: ReviewTable): Breakdown {
  const answers = bySide((side) => new Map(interestWithin(book, side).map((one) => [one.line, one])))
  const lines = [...new Set([...answers.now.keys(), ...answers.before.keys()])]
  // A line that nobody looked at in one of the periods.
  const nothing = figure({ minor: 0, currency: book.base })
  const columns = productColumns(book, table)
  return {
    sheet: 'Lines',
    caption: 'insights.column.productLine',
    chart: 'review.chart.line',
    columns,
    rows: lines.map((line) => ({
      name: line,
      values: Object.fromEntries([
        ...COUNTS.map((count) => [count, bySide((side) => figure(answers[side].get(line)?.[count] ?? 0))]),
        ['revenue', bySide((side) => answers[side].get(line)?.revenue ?? nothing)],
      ]),
    })),
  }
}

function productColumns(book: ReviewBook, table: ReviewTable): readonly BreakdownColumn[] {
  const { words } = book
  const isOf = (name: string, step: Event['step']) =>
    `(${rangeOf(table, 'line')}=${name})*(${rangeOf(table, 'step')}="${words.text(CAPTIONS[step])}")`
  const places = minorUnitExponent(book.base)
  return [
    ...COUNTS.map((count): BreakdownColumn => {
      const step = count === 'reordered' ? 'ordered' : count
      const flags = count === 'reordered' ? AGAIN : FIRST
      return {
        id: count,
        caption: CAPTIONS[count],
        kind: 'count',
        formula: (side, at) => `SUMPRODUCT(${isOf(at(NAME), step)},${rangeOf(table, flags[side])})`,
      }
    }),
    {
      id: 'revenue',
      caption: 'insights.column.revenue',
      kind: 'money',
      formula: (side, at) => {
        const lines = `${isOf(at(NAME), 'ordered')}*${withinProduct(table, 'day', side)}`
        const amount = rangeOf(table, 'revenue')
        return `IF(AND(SUMPRODUCT(${lines})>0,SUMPRODUCT(${lines}*(${amount}<>""))=0),"",ROUND(SUMPRODUCT(${lines},${amount}),${places}))`
      },
    },
  ]
}

/** Each count added up over the lines: a customer who asked for two lines counts twice. */
export function productFigures({ rows, sheet, columns }: Breakdown): readonly ReviewFigure[] {
  return COUNTS.map((count) => ({
    key: count,
    caption: CAPTIONS[count],
    kind: 'count',
    values: bySide((side) =>
      figure(
        rows.reduce((sum, row) => {
          const value = row.values[count]?.[side].value
          return sum + (typeof value === 'number' ? value : 0)
        }, 0),
      ),
    ),
    formula: (side) => {
      const place = 1 + columns.findIndex(({ id }) => id === count) * SIDES.length + SIDES.indexOf(side)
      return `SUM(${columnRange(sheet, place, rows.length)})`
    },
  }))
}

function interestWithin(book: ReviewBook, side: Side): readonly ProductInterest[] {
  const period = periodOf(book, side)
  const within = book.facts.map(({ products }) => ({
    products: products.filter(({ on }) => isWithin(on, period)),
  }))
  return productInterest(within, book.products, period.to, book.base)
}

function eventsWithin(facts: CustomerFacts, book: ReviewBook, side: Side): { event: Event; line: string }[] {
  const period = periodOf(book, side)
  return facts.products
    .filter(({ on }) => isWithin(on, period))
    .sort((a, b) => compareDays(a.on, b.on))
    .flatMap((event) => {
      const product = book.products.get(event.productId)
      return product === undefined ? [] : [{ event, line: product.line ?? product.name }]
    })
}
