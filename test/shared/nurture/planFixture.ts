import type { TouchCalendar } from '../../../shared/nurture/fineDay'
import type { SpacingRules } from '../../../shared/nurture/placeTouches'
import { FAIR_WELCOME } from '../../../shared/nurture/plans/fairWelcome'
import { planTouches } from '../../../shared/nurture/planTouches'
import type { ReachFor } from '../../../shared/nurture/reach'
import type { PlanInput } from '../../../shared/nurture/slots'
import type { HandleKind } from '../../../shared/records/handle'
import type { Enrolment, Plan, PlanStep, Touch } from '../../../shared/records/nurture'

export const base = { schema: 2, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' as const }
export const welcome: Plan = { ...base, id: 'welcome', ...FAIR_WELCOME }
export const step = (key: string, timing: PlanStep['timing'], more: Partial<PlanStep> = {}): PlanStep => ({
  key,
  timing,
  intent: 'value',
  ...more,
})
export const planOf = (id: string, steps: PlanStep[], more: Partial<Plan> = {}): Plan => ({
  ...base,
  id,
  planKey: id,
  version: 1,
  steps,
  ...more,
})
export const enrolmentOf = (
  id: string,
  plan: Plan,
  startsOn: string,
  more: Partial<Enrolment> = {},
): Enrolment => ({
  ...base,
  id,
  planId: plan.id,
  customerId: 'c1',
  personId: 'p1',
  startsOn,
  ...more,
})
export const did = (
  enrolmentId: string,
  stepKey: string,
  action: Touch['action'],
  on: string,
  occurrence = 0,
): Touch => ({
  ...base,
  id: `${enrolmentId}/${stepKey}/${occurrence}/${action}`,
  enrolmentId,
  customerId: 'c1',
  stepKey,
  occurrence,
  action,
  on,
})
export const plain: TouchCalendar = { workingDays: [1, 2, 3, 4, 5], customerCountry: 'SE' }
export const inputOf = (plan: Plan, enrolment: Enrolment, more: Partial<PlanInput> = {}): PlanInput => ({
  plan,
  enrolment,
  touches: [],
  calendar: plain,
  ...more,
})
export const window = { from: '2027-01-01', to: '2027-12-31', today: '2027-04-01' }
export const all = (inputs: readonly PlanInput[], rules: SpacingRules = {}, within = window) =>
  [...planTouches(inputs, rules, within).values()].flat()
export const days = (inputs: readonly PlanInput[], rules: SpacingRules = {}, within = window) =>
  all(inputs, rules, within)
    .map(({ key, dueOn, moves = [] }) => [key, dueOn, moves.map(({ because }) => because).join()])
    .sort()
export const letter = planOf('letter', [step('letter', { unit: 'monthly' })])
export const news = planOf('news', [step('piece', { unit: 'days', count: 0 })])
/** The same ways for letters and newsletters. */
export const reachOver = (...ways: [HandleKind, 'open' | 'closed'][]): ReachFor => ({
  followUp: new Map(ways),
  newsletter: new Map(ways),
})
