import type { LanguageChoice } from '../../i18n/languages'
import type { InsightRequest } from '../../insights/insightBook'
import type { Period } from '../../time/period'

/** The reviews that can be put together, in the order in which they are offered. */
export const REVIEW_KINDS = ['monthly', 'channel', 'customer', 'product', 'asset'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** What a review is narrowed to: one of these, or the whole notebook. */
export interface ReviewScope {
  readonly channelId?: string | undefined
  readonly touchpointId?: string | undefined
  readonly customerId?: string | undefined
  /** The members of a segment. Costs belong to channels and touchpoints, so such a review has none. */
  readonly memberIds?: readonly string[] | undefined
  /** What it is called, for the title. */
  readonly name?: string | undefined
}

/** A review as it is asked for: `period` against `before`. */
export interface ReviewRequest extends InsightRequest {
  readonly kind: ReviewKind
  readonly before: Period
  readonly scope: ReviewScope
  readonly language: LanguageChoice
}

/** The two columns of every review. */
export const SIDES = ['now', 'before'] as const
export type Side = (typeof SIDES)[number]
