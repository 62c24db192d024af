import type { MessageKey } from '../i18n/catalogues'
import type { Figure, Reason } from '../measures/figure'
import type { Money } from '../money/values'
import type { InsightBook, InsightQuestion } from './insightBook'

/** What the cells of a column are, and so how they look on screen and in a spreadsheet. */
export type ColumnKind = 'name' | 'count' | 'share' | 'times' | 'days' | 'hours' | 'money'

/** A column of a figure's table. */
export interface PanelColumn {
  readonly id: string
  readonly caption: MessageKey
  readonly params?: Reason['params']
  readonly kind: ColumnKind
  /** How a spreadsheet works it out from other columns of the row; the figure itself comes from the measure. */
  readonly formula?: { readonly quotient: readonly [string, string] } | { readonly sum: readonly string[] }
}

/** Words of a record, words of ours, or a figure with its reason. */
export type PanelCell =
  | { readonly name: string }
  | { readonly message: MessageKey; readonly params?: Reason['params'] }
  | { readonly country: string }
  /** BCP 47. */
  | { readonly language: string }
  /** As `quarterNumber` counts. */
  | { readonly quarter: number }
  | { readonly month: string }
  | Figure
  | Figure<Money>

/** A row of a figure's table. `behind` asks for the customers that it counts; absent where it counts none. */
export interface PanelRow {
  readonly key: string
  readonly behind?: boolean
  readonly cells: Readonly<Record<string, PanelCell>>
}

/** What has to be said beside a figure: what it rests on, what is missing. */
export interface PanelNote {
  readonly message: MessageKey
  readonly params?: Readonly<Record<string, string | number>>
  /** Amounts and shares among the parameters, written in the language of the reader. */
  readonly money?: Readonly<Record<string, Money>>
  readonly shares?: Readonly<Record<string, number>>
  /** A gap that makes the figure less than the whole. */
  readonly isGap?: boolean
}

/** A figure of the place Insights as a table: what charts, screen readers and spreadsheets are given. */
export interface Panel {
  readonly columns: readonly PanelColumn[]
  readonly rows: readonly PanelRow[]
  readonly notes: readonly PanelNote[]
}

/** How a figure is worked out, and which customers stand behind a row of it. */
export interface PanelMaker {
  readonly make: (book: InsightBook, question: InsightQuestion) => Panel
  readonly behind?: (book: InsightBook, question: InsightQuestion, rowKey: string) => readonly string[]
}

/** The name of a record that may be gone; words of ours where nobody knows. */
export function nameCell(name: string | undefined, otherwise: MessageKey): PanelCell {
  return name === undefined ? { message: otherwise } : { name }
}

/** Ids of the customers that a condition holds for. */
export function idsWhere(
  book: InsightBook,
  holds: (facts: InsightBook['facts'][number]) => boolean,
): readonly string[] {
  return book.facts.filter(holds).map((one) => one.customerId)
}
