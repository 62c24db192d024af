import { FAIR_WELCOME } from './fairWelcome'
import type { ShippedPlan } from './shippedPlan'
import {
  FIRST_ORDER,
  PLATFORM_ENQUIRY,
  QUIET_CUSTOMER,
  QUOTE_FOLLOW_UP,
  REORDER_WINDOW,
  SAMPLE_FOLLOW_UP,
} from './tradePlans'
import {
  CONGRATULATION,
  FAIR_INVITATION,
  MONTHLY_LETTER,
  QUARTERLY_REVIEW,
  REFERRAL_ASK,
  SEASON_NOTICES,
} from './yearRound'

/** Every shipped plan, in the order of a customer's way. */
export const SHIPPED_PLANS: readonly ShippedPlan[] = [
  FAIR_WELCOME,
  PLATFORM_ENQUIRY,
  SAMPLE_FOLLOW_UP,
  QUOTE_FOLLOW_UP,
  FIRST_ORDER,
  REORDER_WINDOW,
  REFERRAL_ASK,
  QUIET_CUSTOMER,
  MONTHLY_LETTER,
  QUARTERLY_REVIEW,
  SEASON_NOTICES,
  CONGRATULATION,
  FAIR_INVITATION,
]

/** What a plan begins with: the view offers it there, and never takes it by itself. */
export const PLAN_OCCASIONS = {
  fairWelcome: 'fair',
  platformEnquiry: 'enquiry',
  sampleFollowUp: 'sample',
  quoteFollowUp: 'quote',
  firstOrder: 'firstOrder',
  reorderWindow: 'reorder',
  referralAsk: 'delivery',
  quietCustomer: 'quiet',
  monthlyLetter: 'letter',
  quarterlyReview: 'review',
  seasonNotices: 'season',
  congratulation: 'news',
  fairInvitation: 'invitation',
} as const
export type PlanOccasion = (typeof PLAN_OCCASIONS)[keyof typeof PLAN_OCCASIONS]

/** The occasion of a shipped plan; undefined for one of the notebook's own. */
export function occasionOf(planKey: string): PlanOccasion | undefined {
  return Object.entries(PLAN_OCCASIONS).find(([key]) => key === planKey)?.[1]
}
