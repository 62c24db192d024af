import type { Money } from '../money/values'
import type { CostCategory } from '../records/cost'
import type { IsoDate } from '../time/values'

/** Days that a figure speaks of, both ends included. */
export interface ImportPeriod {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** What names a figure in its source: reading the same again replaces it. */
export interface FigureName {
  /** The source and its account: two that differ never speak of the same money. */
  readonly book: string
  /** How finely the source divides: `campaign`, the name of a dimension, empty for the account as a whole. */
  readonly level: string
  /** What the figure is of there: a campaign's name, a channel group. */
  readonly subject: string
}

/** Money that the row says was spent. */
export interface ImportCost {
  readonly amount: Money
  readonly category: CostCategory
  readonly campaign?: string
  readonly note?: string
}

/** What the row counts, whatever the source calls it. Absent is not zero. */
export interface ImportCounts {
  readonly impressions?: number
  readonly clicks?: number
  readonly visits?: number
  readonly visitors?: number
  readonly engagedVisits?: number
  readonly conversions?: number
  readonly enquiries?: number
  readonly orders?: number
  readonly revenue?: Money
}

/** A row that is about nobody: what some days cost, and what they brought. */
export interface ImportFigure {
  readonly name: FigureName
  readonly period: ImportPeriod
  readonly cost?: ImportCost
  readonly counts?: ImportCounts
}
