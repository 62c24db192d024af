import { businessDays, days, letterStep, type ShippedPlan } from './shippedPlan'

/** Whoever asked gets an answer on the day; one gift stands before our one question, since they asked first. */
export const PLATFORM_ENQUIRY: ShippedPlan = {
  planKey: 'platformEnquiry',
  version: 1,
  nameKey: 'plan.name.platformEnquiry',
  giveAskRatio: 1,
  steps: [
    letterStep('enquiryAnswer', days(0), 'neutral'),
    letterStep('valuePiece', businessDays(3), 'value'),
    letterStep('question', days(10), 'ask'),
    letterStep('letter', { unit: 'monthly' }, 'value'),
  ],
}

/** The sample leaves with a page on how to test it; whether it arrived is courtesy, what comes of it the one ask. */
export const SAMPLE_FOLLOW_UP: ShippedPlan = {
  planKey: 'sampleFollowUp',
  version: 1,
  nameKey: 'plan.name.sampleFollowUp',
  giveAskRatio: 2,
  steps: [
    letterStep('sampleSent', days(0), 'value'),
    letterStep('sampleArrived', days(10), 'neutral'),
    letterStep('valuePiece', days(16), 'value'),
    letterStep('question', days(24), 'ask'),
  ],
}

/** Two helps in reading the quote before the question what came of it. An order ends it, and so does a lost one. */
export const QUOTE_FOLLOW_UP: ShippedPlan = {
  planKey: 'quoteFollowUp',
  version: 1,
  nameKey: 'plan.name.quoteFollowUp',
  giveAskRatio: 2,
  pauseOn: ['reply'],
  stopOn: ['order', 'optOut', 'lost'],
  steps: [
    letterStep('quoteHelp', businessDays(2), 'value'),
    letterStep('valuePiece', days(8), 'value'),
    letterStep('quoteQuestion', days(14), 'ask'),
  ],
}

/** From the first order to the goods in their house. Answers and further orders leave it running: it is service. */
export const FIRST_ORDER: ShippedPlan = {
  planKey: 'firstOrder',
  version: 1,
  nameKey: 'plan.name.firstOrder',
  pauseOn: ['complaint'],
  stopOn: ['optOut'],
  steps: [
    letterStep('orderThanks', days(0), 'neutral'),
    // Production and sea freight: those who deliver faster pull the touch forward.
    letterStep('orderArrived', days(75), 'value'),
  ],
}

/** Somebody who has fallen silent: two gifts without a question, then the plain one whether to go on. */
export const QUIET_CUSTOMER: ShippedPlan = {
  planKey: 'quietCustomer',
  version: 1,
  nameKey: 'plan.name.quietCustomer',
  giveAskRatio: 2,
  pauseOn: [],
  stopOn: ['reply', 'order', 'optOut'],
  steps: [
    letterStep('quietHello', days(0), 'value'),
    letterStep('valuePiece', days(21), 'value'),
    letterStep('quietQuestion', days(45), 'ask'),
  ],
}

/** Before their usual day of ordering: the dates that they need, a useful page, then one question. */
export const REORDER_WINDOW: ShippedPlan = {
  planKey: 'reorderWindow',
  version: 1,
  nameKey: 'plan.name.reorderWindow',
  giveAskRatio: 2,
  pauseOn: ['reply'],
  stopOn: ['order', 'optOut'],
  steps: [
    letterStep('reorder', days(0), 'value'),
    letterStep('valuePiece', days(14), 'value'),
    letterStep('question', days(28), 'ask'),
  ],
}
