import type { PlanDraft, PlanFault } from '#shared/nurture/planDraft'
import { useText } from '../i18n/text'

/** What is wrong with a plan in one sentence, with the step's number where it is about one. */
export function useFaultWords(): (fault: PlanFault, draft: PlanDraft | undefined) => string {
  const text = useText()
  return ({ code, stepKey, min = 0, max = 0 }, draft) => {
    const words = text(`plan.fault.${code}`, { min, max })
    const place = draft?.steps.findIndex(({ step }) => step.key === stepKey) ?? -1
    return place < 0 ? words : text('plans.inStep', { number: place + 1, words })
  }
}
