import type { AttributionModel } from '../measures/attribution'
import type { CostView } from '../measures/costViews'
import type { CustomerFacts } from '../measures/facts/customerFacts'
import type { FairLead } from '../measures/firstTouch'
import type { WarmthTrace } from '../measures/warmthTrace'
import type { RateTable } from '../money/rates'
import type { CurrencyCode } from '../money/values'
import type { GiveAsk } from '../nurture/giveAsk'
import type { Carrier } from '../records/carrier'
import type { Content, Offer, Position } from '../records/content'
import type { Cost } from '../records/cost'
import type { Hours } from '../records/hours'
import type { Product } from '../records/product'
import type { Channel, Staff, Touchpoint } from '../records/touchpoint'
import type { Traffic } from '../records/traffic'
import type { Period } from '../time/period'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'

/** A customer as figures over the whole notebook see it. */
export interface InsightCustomer {
  readonly name: string
  readonly facts: CustomerFacts
  readonly warmth: WarmthTrace
  /** One for each touchpoint where they were met in person. */
  readonly leads: readonly (Pick<FairLead, 'metAt' | 'firstTouchAt'> & { readonly touchpointId: string })[]
  readonly giveAsk: GiveAsk
}

/** Everything that the figures of the place Insights are made from. Maps hold deleted records, too. */
export interface InsightBook {
  readonly customers: readonly InsightCustomer[]
  /** Of the same customers, in the same order. */
  readonly facts: readonly CustomerFacts[]
  readonly channels: ReadonlyMap<string, Channel>
  readonly touchpoints: ReadonlyMap<string, Touchpoint>
  readonly carriers: ReadonlyMap<string, Carrier>
  readonly products: ReadonlyMap<string, Product>
  readonly content: ReadonlyMap<string, Content>
  /** Pain points, interests and values. */
  readonly positions: ReadonlyMap<string, Position>
  readonly offers: ReadonlyMap<string, Offer>
  readonly staff: ReadonlyMap<string, Staff>
  readonly costs: readonly Cost[]
  readonly hours: readonly Hours[]
  readonly traffic: readonly Traffic[]
  readonly base: CurrencyCode
  readonly rates: RateTable
  readonly hourMinor?: number | undefined
  /** The currency in which our hours have a price, where figures are told in another. */
  readonly hourCurrency?: CurrencyCode | undefined
  readonly giveAskRatio?: number | undefined
  /** After how many days a talk warms half as much. */
  readonly halfLifeDays?: number | undefined
}

/** What the person has chosen to look at. */
export interface InsightQuestion {
  readonly today: IsoDate
  readonly now: EpochMs
  /** Of costs and new customers; figures as of a day are as of its end. */
  readonly period: Period
  readonly model: AttributionModel
  readonly view: CostView
}

/** A question together with the way in which facts are told. */
export interface InsightRequest extends InsightQuestion {
  /** The notebook's base currency where absent. */
  readonly currency?: CurrencyCode | undefined
  /** Whose calendar the days of facts are on. */
  readonly zone: ZoneName
}

/** A customer behind a figure. */
export interface CustomerBehind {
  readonly customerId: string
  readonly name: string
  readonly country?: string | undefined
}
