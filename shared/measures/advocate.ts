import { isWithin, trailingYear } from '../time/period'
import type { IsoDate } from '../time/values'
import type { CustomerFacts } from './facts/customerFacts'

/** So warm is a relationship that speaks for us by itself. */
const ADVOCATE_WARMTH = 70
/** So often they come to us without wanting to buy, within twelve months. */
const ADVOCATE_TALKS = 3

/** Whether a customer is an advocate, and on what it rests. */
export interface Advocacy {
  readonly isAdvocate: boolean
  readonly warmth: number
  readonly referrals: number
  /** What they said to us in twelve months that was no enquiry, question of price, payment or complaint. */
  readonly inboundTalks: number
}

/**
 * Advocate: warmth of at least 70, and at least one referral or three inbound non-sales interactions in twelve months.
 * `warmth` is the score of `warmth.ts` on the same day. Source: measures.md "advocate".
 */
export function advocacy(
  facts: Pick<CustomerFacts, 'referredCount' | 'inboundOn'>,
  warmth: number,
  today: IsoDate,
): Advocacy {
  const year = trailingYear(today)
  const inboundTalks = facts.inboundOn.filter((on) => isWithin(on, year)).length
  const referrals = facts.referredCount
  const isAdvocate = isWarmEnough(warmth) && (referrals >= 1 || inboundTalks >= ADVOCATE_TALKS)
  return { isAdvocate, warmth, referrals, inboundTalks }
}

/** Whether a relationship is warm enough for an advocate, which most are not: nothing else of them need be looked at. */
export function isWarmEnough(warmth: number): boolean {
  return warmth >= ADVOCATE_WARMTH
}

/** The day from which the second half of the condition held: the first referral or the third such talk of the year. */
export function advocateSince(
  facts: Pick<CustomerFacts, 'referredOn' | 'inboundOn'>,
  today: IsoDate,
): IsoDate | undefined {
  const year = trailingYear(today)
  const talks = facts.inboundOn.filter((on) => isWithin(on, year))
  const days = [facts.referredOn, talks[ADVOCATE_TALKS - 1]].filter((on) => on !== undefined)
  return days.sort()[0]
}
