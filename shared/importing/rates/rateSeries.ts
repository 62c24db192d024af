import type { CurrencyCode } from '../../money/values'
import type { IsoDate } from '../../time/values'

/** The rates of one currency in a file, day by day as they stand there. */
export interface RateSeries {
  readonly currency: CurrencyCode
  /** One unit of `currency` costs so much of this one; absent where the file does not say which. */
  readonly against?: CurrencyCode | undefined
  readonly on: readonly IsoDate[]
  /** Decimal texts, one for each day. */
  readonly rates: readonly string[]
}

/** A line of the file that gives no rate, 0-based, and why. */
export interface DroppedRate {
  readonly row: number
  readonly code: 'rates.drop.day' | 'rates.drop.rate' | 'rates.drop.currency'
  readonly text: string
}

/** What a file of exchange rates holds. */
export interface RateSheet {
  /** `columns`: a currency a column, as central banks publish them; `list`: a rate a line. */
  readonly layout: 'columns' | 'list'
  readonly series: readonly RateSeries[]
  /** The first of them. */
  readonly dropped: readonly DroppedRate[]
  readonly droppedCount: number
}

/** The rows of a file as texts, and what its columns are divided by. */
export interface RateRows {
  readonly rows: readonly (readonly string[])[]
  readonly delimiter: string | undefined
}
