import type { Money, UnitPrice } from '../money/values'
import type { EngagementKind } from '../records/content'
import type { CostCategory } from '../records/cost'
import type { Payment } from '../records/payment'
import type { Order, Quote } from '../records/trade'
import type { EpochMs, IsoDate } from '../time/values'

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

/** A line of an order. */
export interface ImportOrderLine {
  readonly description: string
  /** Plain decimal text. */
  readonly quantity: string
  readonly unitPrice: UnitPrice
}

/** An order, of one row or of several that bear its number. */
export interface ImportOrder {
  readonly number: string
  readonly on: IsoDate
  readonly total: Money
  readonly status: Order['status']
  readonly lines: readonly ImportOrderLine[]
  readonly milestones: Order['milestones']
  /** Deposit and balance in the file's own words: the notebook's milestones bear days, no amounts. */
  readonly paymentTerms?: string
  readonly note?: string
}

/** A price that nobody has ordered at: a deal on its way through a pipeline, or one that was lost. */
export interface ImportOffer extends Omit<ImportOrder, 'status' | 'milestones'> {
  readonly status: Quote['status']
  /** When it is expected to be decided. */
  readonly validUntil?: IsoDate
}

/** That a person took notice, as often as the source says. */
export interface ImportEngagement {
  readonly kind: EngagementKind
  /** An instant, a day, or a local time; absent where the source gives only a sum. */
  readonly at?: EpochMs | IsoDate
  readonly count?: number
  readonly minutes?: number
}

/** What a list of a mailing or event tool says of a person. */
export interface ImportEngagements {
  /** The letter or event, as the source or the file's name calls it. */
  readonly campaign: string
  readonly list: readonly ImportEngagement[]
}

/** That a person is on a mailing list of ours, or was. */
export interface ImportMembership {
  readonly joinedAt?: EpochMs | IsoDate
  readonly leftAt?: EpochMs | IsoDate
  readonly leftReason?: 'unsubscribed' | 'bounced'
}

/** Money that came in from somebody, or went back to them. What else went out is a cost, and a figure. */
export interface ImportPayment {
  /** The source's own number of it, else what tells it from others. */
  readonly number: string
  readonly on: IsoDate
  /** Never negative: a refund says so by its kind. */
  readonly amount: Money
  readonly kind: Payment['kind']
  readonly reference?: string
  readonly note?: string
}
