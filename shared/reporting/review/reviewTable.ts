import type { MessageKey } from '../../i18n/catalogues'
import { columnLetters, columnRange } from '../cells'
import type { ReportWords } from '../words'
import type { Cell, Column, Sheet } from '../workbook'
import type { Side } from './reviewRequest'

/** The name of the sheet with the figures, which rows of other sheets refer to. Sheet names are never translated. */
export const FIGURES_SHEET = 'Figures'

/** Where the days of both periods stand on that sheet: change one, and every figure follows. */
export const PERIOD_CELLS = {
  now: { from: `${FIGURES_SHEET}!$B$2`, to: `${FIGURES_SHEET}!$B$3` },
  before: { from: `${FIGURES_SHEET}!$C$2`, to: `${FIGURES_SHEET}!$C$3` },
} as const satisfies Readonly<Record<Side, { readonly from: string; readonly to: string }>>

/** The records behind the figures of a review: a sheet of its own, a row each. */
export interface ReviewTable {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A column that formulas know by its id. */
export interface TableColumn {
  readonly id: string
  readonly caption: MessageKey
  readonly params?: Readonly<Record<string, string | number>>
  readonly width: number
  readonly holds?: Column['holds']
}

/** The cells of a column as formulas of other sheets name them. Throws for a column that the table does not have. */
export function rangeOf({ name, columns, rows }: ReviewTable, id: string): string {
  return columnRange(name, placeOf(columns, id), rows.length).replaceAll(/([A-Z]+)\$/g, '$$$1$')
}

/** The letter of a column within its own sheet. Throws like `rangeOf`. */
export function letterOf(columns: readonly TableColumn[], id: string): string {
  return columnLetters(placeOf(columns, id))
}

function placeOf(columns: readonly TableColumn[], id: string): number {
  const place = columns.findIndex((column) => column.id === id)
  if (place < 0) throw new Error(`no column ${id}`)
  return place
}

/** The rows whose day lies in a side's period, as the criteria of SUMIFS and COUNTIFS. */
export function withinCriteria(table: ReviewTable, day: string, side: Side): string {
  const { from, to } = PERIOD_CELLS[side]
  const range = rangeOf(table, day)
  return `${range},">="&${from},${range},"<="&${to}`
}

/** The same as a product of conditions, for SUMPRODUCT. */
export function withinProduct(table: ReviewTable, day: string, side: Side): string {
  const { from, to } = PERIOD_CELLS[side]
  const range = rangeOf(table, day)
  return `(${range}>=${from})*(${range}<=${to})`
}

/** A table as a sheet. */
export function tableSheet({ name, columns, rows }: ReviewTable, words: ReportWords): Sheet {
  return {
    name,
    columns: columns.map(({ caption, params, width, holds = 'plain' }) => ({
      caption: words.text(caption, params),
      width,
      holds,
    })),
    rows: rows.map((row) => [...row]),
    tableRows: rows.length,
  }
}
