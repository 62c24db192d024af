import type { Stage } from '../records/customer'
import type { Plan, PlanEvent, PlanStep } from '../records/nurture'
import type { PlanWords } from './planBook'
import {
  COUNT_LIMITS,
  type KnownToSteps,
  type StepDraft,
  type StepFault,
  stepDraft,
  stepFaults,
  stepOf,
  timingOf,
} from './stepDraft'
import { wholeIn } from './typedNumber'

/** What the editor offers as a goal: what the notebook hears of by itself. */
export const PLAN_GOALS = ['reply', 'order', 'sample'] as const
/** The stages at which a plan may pause or end; a lost customer is one of the events. */
export const PLAN_STAGES = ['enquiry', 'sample', 'quote', 'order', 'repeat'] as const

/** A plan while it is written. */
export interface PlanDraft {
  readonly name: string
  readonly steps: readonly StepDraft[]
  readonly quietDays: string
  readonly giveAskRatio: string
  readonly goal: Plan['goal']
  readonly pauseOn: readonly PlanEvent[]
  readonly stopOn: readonly PlanEvent[]
  readonly pauseAtStages: readonly Stage[]
  readonly stopAtStages: readonly Stage[]
}

/** What keeps a plan from being saved, and at which step. Codes are message keys `plan.fault.<code>`. */
export interface PlanFault {
  readonly code: StepFault['code'] | 'noName' | 'empty' | 'tooMany' | 'quietDays' | 'ratio'
  readonly stepKey?: string
  /** The limits of a number. */
  readonly min?: number
  readonly max?: number
}

/** What `planSchema` allows, with the words of the person who typed it. */
const LIMITS = { quietDays: { min: 0, max: 365 }, ratio: { min: 1, max: 20 } } as const
const MOST_STEPS = 100
/** What holds where a plan does not say: the scheduler's own rule. */
const DEFAULT_PAUSE_ON: readonly PlanEvent[] = ['reply', 'order']
const DEFAULT_STOP_ON: readonly PlanEvent[] = ['optOut']

/** A plan opened for editing; `named` gives the words behind the keys of a shipped one. */
export function draftOf(
  plan: PlanWords,
  named: { readonly plan: string; readonly step: (step: PlanStep) => string },
): PlanDraft {
  return {
    name: named.plan,
    steps: plan.steps.map((step) => stepDraft(step, named.step(step))),
    quietDays: plan.quietDays === undefined ? '' : String(plan.quietDays),
    giveAskRatio: plan.giveAskRatio === undefined ? '' : String(plan.giveAskRatio),
    goal: plan.goal,
    pauseOn: plan.pauseOn ?? DEFAULT_PAUSE_ON,
    stopOn: plan.stopOn ?? DEFAULT_STOP_ON,
    pauseAtStages: plan.pauseAtStages ?? [],
    stopAtStages: plan.stopAtStages ?? [],
  }
}

/** A new step at the end, a week after the last counted one, with a key that no version of the plan has used. */
export function addedStep(draft: PlanDraft, usedKeys: ReadonlySet<string>): StepDraft {
  const taken = new Set([...usedKeys, ...draft.steps.map(({ step }) => step.key)])
  let number = draft.steps.length + 1
  while (taken.has(`step${number}`)) number += 1
  const counted = draft.steps.filter(({ unit }) => unit === 'days' || unit === 'businessDays')
  const last = Number(counted.at(-1)?.count ?? -7)
  const count = Number.isInteger(last) ? Math.min(last + 7, COUNT_LIMITS.days.max) : 0
  const step: PlanStep = { key: `step${number}`, timing: { unit: 'days', count }, intent: 'value' }
  return stepDraft(step, '')
}

/** Every fault of a draft, in its order; none means that it can be saved. */
export function planFaults(draft: PlanDraft, known?: KnownToSteps): PlanFault[] {
  const faults: PlanFault[] = []
  if (draft.name.trim() === '') faults.push({ code: 'noName' })
  if (draft.steps.length === 0) faults.push({ code: 'empty' })
  if (draft.steps.length > MOST_STEPS) faults.push({ code: 'tooMany', max: MOST_STEPS })
  for (const step of draft.steps) faults.push(...stepFaults(step, known))
  if (draft.quietDays.trim() !== '' && wholeIn(draft.quietDays, LIMITS.quietDays) === undefined)
    faults.push({ code: 'quietDays', ...LIMITS.quietDays })
  if (draft.giveAskRatio.trim() !== '' && wholeIn(draft.giveAskRatio, LIMITS.ratio) === undefined)
    faults.push({ code: 'ratio', ...LIMITS.ratio })
  return faults
}

/**
 * What a draft without faults says; `before` gives the keys behind names that were not changed (`shown` is how they
 * read), so that a shipped plan goes on speaking the language of the window. Undefined while there are faults.
 */
export function planWords(
  draft: PlanDraft,
  before: PlanWords,
  shown: PlanDraft,
  known?: KnownToSteps,
): PlanWords | undefined {
  if (planFaults(draft, known).length > 0) return undefined
  const name = draft.name.trim()
  const isSameName = name === shown.name.trim()
  const quietDays = wholeIn(draft.quietDays, LIMITS.quietDays)
  const giveAskRatio = wholeIn(draft.giveAskRatio, LIMITS.ratio)
  const shownStep = ({ step }: StepDraft) => shown.steps.find((one) => one.step.key === step.key)
  return {
    ...(isSameName && before.nameKey !== undefined ? { nameKey: before.nameKey } : { name }),
    ...(draft.goal === undefined ? {} : { goal: draft.goal }),
    steps: draft.steps.map((step) => stepOf(step, shownStep(step))),
    pauseOn: [...draft.pauseOn],
    stopOn: [...draft.stopOn],
    ...(draft.pauseAtStages.length === 0 ? {} : { pauseAtStages: [...draft.pauseAtStages] }),
    ...(draft.stopAtStages.length === 0 ? {} : { stopAtStages: [...draft.stopAtStages] }),
    ...(quietDays === undefined ? {} : { quietDays }),
    ...(giveAskRatio === undefined ? {} : { giveAskRatio }),
  }
}

/** The steps as far as they can be read, for the guards while somebody writes. */
export function guardedPlan(draft: PlanDraft): Pick<Plan, 'steps' | 'giveAskRatio'> {
  const giveAskRatio = wholeIn(draft.giveAskRatio, LIMITS.ratio)
  return {
    steps: draft.steps.map((one) => ({ ...one.step, intent: one.intent, timing: timingOf(one) })),
    ...(giveAskRatio === undefined ? {} : { giveAskRatio }),
  }
}

/** A step one place up or down; the same list where there is no such place. */
export function reordered(steps: readonly StepDraft[], at: number, by: 1 | -1): readonly StepDraft[] {
  const [step, other] = [steps[at], steps[at + by]]
  if (step === undefined || other === undefined) return steps
  return steps.map((one, index) => (index === at ? other : index === at + by ? step : one))
}
