import type { CustomerFacts } from '../measures/facts/customerFacts'
import type { WarmthTrace } from '../measures/warmthTrace'
import type { Customer } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { EpochMs, IsoDate } from '../time/values'

/**
 * What the rules of segments are asked of: one customer, folded from its records. Depends on the records and the small
 * tables alone, never on today, so that it can be kept and only be folded again when one of them changes.
 */
export interface SegmentSubject {
  readonly id: string
  readonly name: string
  readonly page: Pick<
    Customer,
    | 'country'
    | 'city'
    | 'region'
    | 'language'
    | 'stage'
    | 'grade'
    | 'tags'
    | 'staffId'
    | 'preferredCarrier'
    | 'custom'
  >
  readonly createdOn: IsoDate
  /** The day of the last move to the present stage; the page's first day where no move is on record. */
  readonly stageSince: IsoDate
  readonly people: readonly SubjectPerson[]
  /** Kinds of address by which the company or somebody who is still there can be reached. */
  readonly handleKinds: readonly string[]
  readonly learnt: readonly { readonly kind: string; readonly positionId?: string | undefined }[]
  /** Carriers for which the last word on newsletters is a yes, and those with a no of any purpose. */
  readonly newsletterYes: readonly string[]
  readonly refused: readonly string[]
  /** Earliest first. */
  readonly talks: readonly Pick<SubjectTalk, 'kind' | 'direction' | 'on'>[]
  /** The last day on which the next order still is within their own rhythm; absent below two order days. */
  readonly orderDueBy?: IsoDate | undefined
  readonly openQuotes: readonly { readonly on: IsoDate; readonly validUntil?: IsoDate | undefined }[]
  /** Days on which samples went out of which nobody has said what became of them. */
  readonly unansweredSamples: readonly IsoDate[]
  readonly openPromises: readonly { readonly by: 'us' | 'them'; readonly dueOn: IsoDate }[]
  /** Keys of plans that run for them now. */
  readonly runningPlans: readonly string[]
  readonly pausedPlans: readonly string[]
  /** Kinds of the channels that they came through. */
  readonly channelKinds: readonly string[]
  readonly facts: CustomerFacts
  readonly warmth: WarmthTrace
}

interface SubjectPerson {
  readonly role?: string | undefined
  readonly language?: string | undefined
  readonly custom?: Customer['custom']
}

interface SubjectTalk {
  readonly kind: Interaction['kind']
  readonly direction: Interaction['direction']
  readonly on: IsoDate
}

/** What a rule is asked at: relative days count from here, and warmth is as of this instant. */
export interface SegmentMoment {
  readonly today: IsoDate
  readonly now: EpochMs
  /** How many of the smallest units one unit of the base currency has: 100 for cents. */
  readonly minorPerUnit: number
  readonly halfLifeDays: number
}
