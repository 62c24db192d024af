import type { Plan, PlanStep } from '../../records/nurture'
import type { LetterKey } from '../letters/letterTemplate'

/** What a shipped plan holds before it becomes a record of a notebook. */
export type ShippedPlan = Pick<
  Plan,
  'planKey' | 'version' | 'nameKey' | 'steps' | 'pauseOn' | 'stopOn' | 'quietDays' | 'giveAskRatio'
>

/** A step that sends a shipped letter; named after the letter, which no plan sends twice. */
export function letterStep(
  letter: LetterKey,
  timing: PlanStep['timing'],
  intent: PlanStep['intent'],
): PlanStep {
  return {
    key: letter,
    titleKey: `plan.step.${letter}`,
    timing,
    intent,
    templateKey: `letter.${letter}`,
  }
}

/** So many calendar days after the start. */
export function days(count: number): PlanStep['timing'] {
  return { unit: 'days', count }
}

/** So many days after the start on which both sides work. */
export function businessDays(count: number): PlanStep['timing'] {
  return { unit: 'businessDays', count }
}
