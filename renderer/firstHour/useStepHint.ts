import { useText } from '../i18n/text'
import { useToday } from '../store/TodayContext'
import type { FirstHourStep } from './firstHourSteps'

/** What a step says of itself. Where no line of Today is due and no letter waits, it does not send anybody to one. */
export function useStepHint(step: FirstHourStep): string {
  const text = useText()
  const list = useToday()
  const isNothingDue = list !== undefined && list.rows.length === 0 && list.early.length === 0
  return text(step === 'letter' && isNothingDue ? 'firstHour.noneDue' : `firstHour.hint.${step}`)
}
