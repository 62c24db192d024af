import type { ShippedPlan } from './shippedPlan'

/**
 * The plan that every fair lead is offered: thanks on the day, the promised item two business days later,
 * one useful piece after a week, one question after two, then a monthly letter.
 *
 * One gift is enough for the one question, since who was promised nothing gets only the piece of the seventh day before
 * it: with the notebook's usual 3 : 1 it would wait for months. The thank-you is neutral: courtesy is owed,
 * not given. A changed plan needs a new `version`: running enrolments pin theirs.
 */
export const FAIR_WELCOME: ShippedPlan = {
  planKey: 'fairWelcome',
  version: 1,
  nameKey: 'plan.fairWelcome.name',
  giveAskRatio: 1,
  steps: [
    {
      key: 'thanks',
      titleKey: 'plan.fairWelcome.step.thanks',
      timing: { unit: 'days', count: 0 },
      intent: 'neutral',
      templateKey: 'letter.thanks',
    },
    {
      key: 'promised',
      titleKey: 'plan.fairWelcome.step.promised',
      timing: { unit: 'businessDays', count: 2 },
      intent: 'value',
      templateKey: 'letter.promised',
      onlyIf: 'promised',
    },
    {
      key: 'valuePiece',
      titleKey: 'plan.fairWelcome.step.valuePiece',
      timing: { unit: 'days', count: 7 },
      intent: 'value',
      templateKey: 'letter.valuePiece',
    },
    {
      key: 'question',
      titleKey: 'plan.fairWelcome.step.question',
      timing: { unit: 'days', count: 14 },
      intent: 'ask',
      templateKey: 'letter.question',
    },
    {
      key: 'letter',
      titleKey: 'plan.fairWelcome.step.letter',
      timing: { unit: 'monthly' },
      intent: 'value',
      templateKey: 'letter.letter',
    },
  ],
}
