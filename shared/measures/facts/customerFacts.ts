import type { MissingRate } from '../../money/rates'
import type { EngagementKind } from '../../records/content'
import type { Grade, Stage } from '../../records/customer'
import type { IsoDate } from '../../time/values'

/**
 * What the measures know of one customer. Figures are worked out in two steps: `foldCustomer` reads the records of one
 * customer into these facts, and every measure reads the facts of all. Facts depend on the customer's own records and
 * on the `FoldContext` alone, never on today: as time goes on nothing is folded again, and after a change only the
 * customers whose records changed are. Whoever changes the context (a rate, the channel of a touchpoint) folds all.
 *
 * All days are days of our own calendar. Amounts are in the smallest unit of the base currency, each rounded once, so
 * that parts add up; an amount without a rate is absent and its rate is named in `missingRates`.
 */
export interface CustomerFacts {
  readonly customerId: string
  readonly country?: string
  readonly grade?: Grade
  /** Who of us looks after them. */
  readonly staffId?: string
  /** Every source, earliest first; of a merged customer those of both pages. */
  readonly sources: readonly SourceTouch[]
  /** The first day of every step, from stage history and documents. */
  readonly steps: StepDays
  /** Every move of the stage, earliest first. */
  readonly history: readonly { readonly to: Stage; readonly on: IsoDate }[]
  /** Orders that count, earliest first: neither cancelled nor negative. */
  readonly orders: readonly OrderFact[]
  /** What went back: negative orders and refunds. They lower revenue and are no order. */
  readonly credits: readonly { readonly on: IsoDate; readonly minor?: number }[]
  /** Days of quotes, earliest first. */
  readonly quotesOn: readonly IsoDate[]
  /** The last talk, sample, quote or order; our own notes aside. */
  readonly lastContactOn?: IsoDate
  /** Days on which they spoke to us without buying: no enquiry, question of price, payment or complaint. */
  readonly inboundOn: readonly IsoDate[]
  /** What we gave: value touches and pieces that reached them, each piece once. */
  readonly gifts: readonly { readonly on: IsoDate; readonly contentId?: string }[]
  /** Who of them was met where. */
  readonly meetings: readonly Meeting[]
  /** Offers that were made to them. */
  readonly offered: readonly {
    readonly offerId: string
    readonly personKey: string
    readonly on: IsoDate
    readonly touchpointId?: string
  }[]
  readonly memberships: readonly MembershipFact[]
  readonly engagements: readonly EngagementFact[]
  /** Our time: minutes of talks and of the time log that name this customer. */
  readonly worked: readonly { readonly on: IsoDate; readonly minutes: number }[]
  readonly products: readonly ProductFact[]
  /** Who sent them to us; of several the first on record. */
  readonly referredById?: string
  /** Days on which a tie of referral, either way, was written down. */
  readonly referralsOn: readonly IsoDate[]
  /** Customers whom they sent to us, and the day of the first. */
  readonly referredCount: number
  readonly referredOn?: IsoDate
  readonly missingRates: readonly MissingRate[]
}

/** One sourced contact. `on` is absent for a source that was only declared, without a talk on record. */
export interface SourceTouch {
  readonly on?: IsoDate
  readonly touchpointId?: string
  readonly channelId?: string
}

/** The steps whose first day is known of a customer, in the order in which they are usually reached. */
export const STEPS = ['met', 'joined', 'engaged', 'enquiry', 'sample', 'quote', 'order', 'repeat'] as const
export type Step = (typeof STEPS)[number]
export type StepDays = Readonly<Partial<Record<Step, IsoDate>>>

export interface OrderFact {
  readonly orderId: string
  readonly on: IsoDate
  readonly revenueMinor?: number
  /** Revenue less the cost of goods, where every part of it is known. */
  readonly marginMinor?: number
  readonly touchpointId?: string
  readonly channelId?: string
  readonly contentId?: string
}

/** The first day on which a person was met at a touchpoint. */
interface Meeting {
  readonly touchpointId: string
  readonly personKey: string
  readonly on: IsoDate
}

/** A person on a carrier of ours. */
export interface MembershipFact {
  readonly carrierId: string
  /** The person, or the customer where nobody is named. */
  readonly personKey: string
  readonly joinedOn: IsoDate
  /** The day they left or took back their consent, whichever came first. */
  readonly leftOn?: IsoDate
  readonly touchpointId?: string
  readonly offerId?: string
  /** A yes on record; carriers without addresses (a site) need none. */
  readonly consented: boolean
}

export interface EngagementFact {
  readonly on: IsoDate
  readonly kind: EngagementKind
  readonly personKey: string
  readonly contentId?: string
  readonly carrierId?: string
}

/** Something that happened with one of our products. */
export interface ProductFact {
  readonly productId: string
  readonly step: 'asked' | 'sampled' | 'quoted' | 'ordered'
  readonly on: IsoDate
  readonly revenueMinor?: number
  readonly marginMinor?: number
}
