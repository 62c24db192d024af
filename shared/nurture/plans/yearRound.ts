import { days, letterStep, type ShippedPlan } from './shippedPlan'

/** One useful thing a month. Only a complaint holds it up: who answers a letter wants the next one. */
export const MONTHLY_LETTER: ShippedPlan = {
  planKey: 'monthlyLetter',
  version: 1,
  nameKey: 'plan.name.monthlyLetter',
  pauseOn: ['complaint'],
  stopOn: ['optOut'],
  steps: [letterStep('letter', { unit: 'monthly' }, 'value')],
}

/** What we delivered, what went wrong and what we changed, once a quarter, for those who order. */
export const QUARTERLY_REVIEW: ShippedPlan = {
  planKey: 'quarterlyReview',
  version: 1,
  nameKey: 'plan.name.quarterlyReview',
  pauseOn: [],
  stopOn: ['optOut', 'lost'],
  steps: [letterStep('review', { unit: 'quarterly' }, 'value')],
}

/**
 * Thanks before the turn of the year, and the factory's holidays two months ahead, while an order can still leave
 * before them. Without a shutdown in the settings there is no such notice.
 */
export const SEASON_NOTICES: ShippedPlan = {
  planKey: 'seasonNotices',
  version: 1,
  nameKey: 'plan.name.seasonNotices',
  pauseOn: ['complaint'],
  stopOn: ['optOut', 'lost'],
  steps: [
    letterStep('newYear', { unit: 'yearly', anchor: 'newYear', offsetDays: -12 }, 'neutral'),
    letterStep('shutdown', { unit: 'yearly', anchor: 'shutdown', offsetDays: -60 }, 'value'),
  ],
}

/** One letter on the day of the news, with nothing behind it. */
export const CONGRATULATION: ShippedPlan = {
  planKey: 'congratulation',
  version: 1,
  nameKey: 'plan.name.congratulation',
  pauseOn: [],
  stopOn: ['optOut'],
  steps: [letterStep('congratulation', days(0), 'neutral')],
}

/** After a delivery that went well: something useful first, and only then the question for a name. */
export const REFERRAL_ASK: ShippedPlan = {
  planKey: 'referralAsk',
  version: 1,
  nameKey: 'plan.name.referralAsk',
  giveAskRatio: 1,
  pauseOn: [],
  stopOn: ['complaint', 'optOut', 'lost'],
  steps: [letterStep('valuePiece', days(3), 'value'), letterStep('referral', days(17), 'ask')],
}

/** One letter before a fair, to whoever may come. It asks for a visit and sells nothing. */
export const FAIR_INVITATION: ShippedPlan = {
  planKey: 'fairInvitation',
  version: 1,
  nameKey: 'plan.name.fairInvitation',
  pauseOn: [],
  stopOn: ['optOut', 'lost'],
  steps: [letterStep('invitation', days(0), 'neutral')],
}
