import { isMessageKey } from '#shared/i18n/catalogues'
import type { Plan, PlanStep } from '#shared/records/nurture'
import { useText } from '../i18n/text'

/** Names of plans and their steps: the shipped ones in the interface's language, edited ones as written. */
export interface PlanNames {
  readonly plan: (plan: Pick<Plan, 'planKey' | 'name' | 'nameKey'> | undefined) => string
  readonly stepTitle: (step: PlanStep) => string
  readonly step: (plan: Plan | undefined, stepKey: string) => string
}

export function usePlanNames(): PlanNames {
  const text = useText()
  const named = (name: string | undefined, key: string | undefined, otherwise: string) =>
    name ?? (key !== undefined && isMessageKey(key) ? text(key) : otherwise)
  return {
    plan: (plan) => named(plan?.name, plan?.nameKey, plan?.planKey ?? ''),
    stepTitle: ({ title, titleKey, key }) => named(title, titleKey, key),
    step: (plan, stepKey) => {
      const step = plan?.steps.find((candidate) => candidate.key === stepKey)
      return named(step?.title, step?.titleKey ?? `plan.fairWelcome.step.${stepKey}`, stepKey)
    },
  }
}
