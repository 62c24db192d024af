import type { MessageKey } from '../../i18n/catalogues'
import type { ColumnKind } from '../../insights/panel'
import { type Figure, figure } from '../../measures/figure'
import type { Scope } from '../../measures/places'
import { minorUnitExponent } from '../../money/minorUnits'
import type { Money } from '../../money/values'
import { columnLetters, textCell } from '../cells'
import type { Cell, Sheet } from '../workbook'
import { bySide, type ReviewBook } from './reviewBook'
import { dividedMoney, figureCell, formatOfKind } from './reviewFigure'
import { SIDES, type Side } from './reviewRequest'
import { type ReviewTable, rangeOf, withinProduct } from './reviewTable'
import { countOf, type ScopeAnswer, type ScopeTables, scopeAnswer } from './scopeFigures'
import { SPENDING } from './spendingTable'

/** A line of a review that is broken down: a channel, a touchpoint, a product line. */
export interface BreakdownRow {
  readonly name: string
  readonly values: Readonly<Record<string, Readonly<Record<Side, Figure | Figure<Money>>>>>
}

/** A column of a breakdown, once for each period. `formula` gets the row's own cells by column id. */
export interface BreakdownColumn {
  readonly id: string
  readonly caption: MessageKey
  readonly kind: ColumnKind
  readonly formula: (side: Side, at: (id: string) => string) => string
}

/** Figures side by side for every line of something, the largest first. */
export interface Breakdown {
  readonly sheet: string
  readonly caption: MessageKey
  /** What a drawing of one of its figures is called; takes `figure`. */
  readonly chart: MessageKey
  readonly rows: readonly BreakdownRow[]
  readonly columns: readonly BreakdownColumn[]
}

/** The id of the column that holds the line's name, for formulas. */
export const NAME = 'name'

/** By channel; within one channel by its touchpoints. Lines where nothing happened are left out. */
export function placeBreakdown(book: ReviewBook, tables: ScopeTables): Breakdown {
  const isOfOne = book.scope.channelId !== undefined || book.scope.touchpointId !== undefined
  const names = isOfOne ? book.touchpointNames : book.channelNames
  const lines = [...names]
    .filter(([id]) => isInScope(id, book, isOfOne))
    .map(([id, name]) => {
      const scope: Scope = { ...book.scope, ...(isOfOne ? { touchpointId: id } : { channelId: id }) }
      return { name, answers: bySide((side) => scopeAnswer(book, scope, side)) }
    })
    .filter(({ answers }) => SIDES.some((side) => hasSomething(answers[side])))
    .sort((a, b) => minorOf(b.answers.now) - minorOf(a.answers.now) || leadsOf(b) - leadsOf(a))
  return {
    sheet: isOfOne ? 'Touchpoints' : 'Channels',
    caption: isOfOne ? 'review.column.touchpoint' : 'insights.column.channel',
    chart: isOfOne ? 'review.chart.touchpoint' : 'review.chart.channel',
    rows: lines.map(({ name, answers }) => {
      const of = (read: (answer: ScopeAnswer) => Figure | Figure<Money>) =>
        bySide((side) => read(answers[side]))
      return {
        name,
        values: {
          leads: of((answer) => figure(countOf(answer, 'card'))),
          enquiries: of((answer) => figure(countOf(answer, 'enquiry'))),
          newCustomers: of((answer) => figure(countOf(answer, 'order'))),
          revenue: of(({ result }) => result.revenue),
          cost: of(({ acquisition }) => acquisition.cost.total),
          cac: of(({ acquisition }) => acquisition.cac),
        },
      }
    }),
    columns: placeColumns(book, tables, isOfOne ? 'touchpoint' : 'channel'),
  }
}

function placeColumns(
  book: ReviewBook,
  { customers, sales, spending }: ScopeTables,
  by: 'channel' | 'touchpoint',
): readonly BreakdownColumn[] {
  const places = minorUnitExponent(book.base)
  const isOf = (table: ReviewTable, name: string) => `(${rangeOf(table, by)}=${name})`
  const countKind: ColumnKind = book.request.model === 'linear' ? 'times' : 'count'
  const counted = (id: string, caption: MessageKey, day: string): BreakdownColumn => ({
    id,
    caption,
    kind: countKind,
    formula: (side, at) =>
      `ROUND(SUMPRODUCT(${isOf(customers, at(NAME))}*${withinProduct(customers, day, side)},${rangeOf(customers, 'share')}),9)`,
  })
  return [
    counted('leads', 'insights.column.leads', 'met'),
    counted('enquiries', 'insights.column.enquiries', 'enquiry'),
    counted('newCustomers', 'review.figure.newCustomers', 'firstOrder'),
    {
      id: 'revenue',
      caption: 'insights.column.revenue',
      kind: 'money',
      formula: (side, at) => {
        const lines = `${isOf(sales, at(NAME))}*${withinProduct(sales, 'day', side)}`
        const amount = rangeOf(sales, 'amount')
        return `IF(AND(SUMPRODUCT(${lines})>0,SUMPRODUCT(${lines}*(${amount}<>""))=0),"",ROUND(SUMPRODUCT(${lines},${amount}),${places}))`
      },
    },
    {
      id: 'cost',
      caption: 'insights.column.cost',
      kind: 'money',
      formula: (side, at) => {
        const inBase = rangeOf(spending, SPENDING.inBase[side])
        const lines = isOf(spending, at(NAME))
        return `IF(SUMPRODUCT(${lines}*ISNUMBER(${inBase}))=0,"",ROUND(SUMPRODUCT(${lines}*1,${inBase}),${places}))`
      },
    },
    {
      id: 'cac',
      caption: 'insights.column.cac',
      kind: 'money',
      formula: (_side, at) => dividedMoney(at('cost'), at('newCustomers'), book.base),
    },
  ]
}

/** A breakdown as a sheet: every column twice, this period and the one before. */
export function breakdownSheet(
  { sheet, caption, rows, columns }: Breakdown,
  book: Pick<ReviewBook, 'words' | 'base'>,
): Sheet {
  const { words, base } = book
  const width = (column: BreakdownColumn) => (column.kind === 'money' ? 16 : 12)
  return {
    name: sheet,
    columns: [
      { caption: words.text(caption), width: 30, holds: 'plain' },
      ...columns.flatMap((column) => [
        { caption: words.text(column.caption), width: width(column), holds: 'plain' as const },
        {
          caption: words.text('review.beforeOf', { figure: words.text(column.caption) }),
          width: width(column),
          holds: 'plain' as const,
        },
      ]),
    ],
    rows: rows.map((row, place) => [
      textCell(row.name),
      ...columns.flatMap((column) => SIDES.map((side) => breakdownCell(row, place + 2, column, side))),
    ]),
    tableRows: rows.length,
  }

  function breakdownCell(row: BreakdownRow, line: number, column: BreakdownColumn, side: Side): Cell {
    const at = (id: string) => {
      const index = columns.findIndex((one) => one.id === id)
      return id === NAME
        ? `$A${line}`
        : `${columnLetters(1 + index * SIDES.length + SIDES.indexOf(side))}${line}`
    }
    const value = row.values[column.id]?.[side]
    if (value === undefined) return null
    return figureCell(value, column.formula(side, at), formatOfKind(column.kind, base), words)
  }
}

function isInScope(id: string, book: ReviewBook, isOfOne: boolean): boolean {
  if (!isOfOne) return true
  const { channelId, touchpointId } = book.scope
  if (touchpointId !== undefined) return id === touchpointId
  return book.places.touchpoints.get(id)?.channelId === channelId
}

function hasSomething({ steps, acquisition, result }: ScopeAnswer): boolean {
  return steps.rows.some(({ count }) => count > 0) || acquisition.cost.costCount > 0 || result.orders > 0
}

function minorOf({ result }: ScopeAnswer): number {
  return result.revenue.value?.minor ?? 0
}

function leadsOf({ answers }: { readonly answers: Readonly<Record<Side, ScopeAnswer>> }): number {
  return countOf(answers.now, 'card')
}
