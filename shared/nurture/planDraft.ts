import type { Plan, PlanEvent, PlanStep } from '../records/nurture'
import { shippedLetter } from './letters/shippedLetters'
import type { PlanWords } from './planBook'

export const STEP_UNITS = ['days', 'businessDays', 'monthly', 'quarterly', 'yearly'] as const
export type StepUnit = (typeof STEP_UNITS)[number]
export const YEARLY_ANCHORS = ['newYear', 'chineseNewYear', 'shutdown', 'nationalDay'] as const
export type YearlyAnchor = (typeof YEARLY_ANCHORS)[number]

/** A step while it is written: numbers are as they were typed. */
export interface StepDraft {
  /** What the step was before, with everything that the form does not show; its key never changes. */
  readonly step: PlanStep
  readonly title: string
  readonly unit: StepUnit
  readonly count: string
  readonly anchor: YearlyAnchor
  readonly intent: PlanStep['intent']
  /** Empty for own words. */
  readonly templateKey: string
}

/** A plan while it is written. */
export interface PlanDraft {
  readonly name: string
  readonly steps: readonly StepDraft[]
  readonly quietDays: string
  readonly giveAskRatio: string
  readonly pauseOn: readonly PlanEvent[]
  readonly stopOn: readonly PlanEvent[]
}

/** What keeps a plan from being saved, and at which step. Codes are message keys `plan.fault.<code>`. */
export interface PlanFault {
  readonly code:
    | 'noName'
    | 'empty'
    | 'tooMany'
    | 'noTitle'
    | 'count'
    | 'offset'
    | 'letterGone'
    | 'quietDays'
    | 'ratio'
  readonly stepKey?: string
  /** The limits of a number. */
  readonly min?: number
  readonly max?: number
}

/** What `stepTimingSchema` and `planSchema` allow, with the words of the person who typed it. */
const LIMITS = {
  days: { min: 0, max: 730 },
  businessDays: { min: 0, max: 500 },
  yearly: { min: -180, max: 180 },
  quietDays: { min: 0, max: 365 },
  ratio: { min: 1, max: 20 },
} as const
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
    pauseOn: plan.pauseOn ?? DEFAULT_PAUSE_ON,
    stopOn: plan.stopOn ?? DEFAULT_STOP_ON,
  }
}

/** A new step at the end, a week after the last counted one, with a key that no version of the plan has used. */
export function addedStep(draft: PlanDraft, usedKeys: ReadonlySet<string>): StepDraft {
  const taken = new Set([...usedKeys, ...draft.steps.map(({ step }) => step.key)])
  let number = draft.steps.length + 1
  while (taken.has(`step${number}`)) number += 1
  const counted = draft.steps.filter(({ unit }) => unit === 'days' || unit === 'businessDays')
  const last = Number(counted.at(-1)?.count ?? -7)
  const count = Number.isInteger(last) ? Math.min(last + 7, LIMITS.days.max) : 0
  const step: PlanStep = { key: `step${number}`, timing: { unit: 'days', count }, intent: 'value' }
  return stepDraft(step, '')
}

/** Every fault of a draft, in its order; none means that it can be saved. */
export function planFaults(draft: PlanDraft): PlanFault[] {
  const faults: PlanFault[] = []
  if (draft.name.trim() === '') faults.push({ code: 'noName' })
  if (draft.steps.length === 0) faults.push({ code: 'empty' })
  if (draft.steps.length > MOST_STEPS) faults.push({ code: 'tooMany', max: MOST_STEPS })
  for (const step of draft.steps) faults.push(...stepFaults(step))
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
export function planWords(draft: PlanDraft, before: PlanWords, shown: PlanDraft): PlanWords | undefined {
  if (planFaults(draft).length > 0) return undefined
  const name = draft.name.trim()
  const isSameName = name === shown.name.trim()
  const quietDays = wholeIn(draft.quietDays, LIMITS.quietDays)
  const giveAskRatio = wholeIn(draft.giveAskRatio, LIMITS.ratio)
  return {
    ...(isSameName && before.nameKey !== undefined ? { nameKey: before.nameKey } : { name }),
    ...(before.goal === undefined ? {} : { goal: before.goal }),
    steps: draft.steps.map((step) => stepOf(step, shown)),
    pauseOn: [...draft.pauseOn],
    stopOn: [...draft.stopOn],
    ...(quietDays === undefined ? {} : { quietDays }),
    ...(giveAskRatio === undefined ? {} : { giveAskRatio }),
  }
}

/** The steps as far as they can be read, for the give:ask guard while somebody writes. */
export function guardedPlan(draft: PlanDraft): Pick<Plan, 'steps' | 'giveAskRatio'> {
  const giveAskRatio = wholeIn(draft.giveAskRatio, LIMITS.ratio)
  return {
    steps: draft.steps.map(({ step, intent }) => ({ ...step, intent })),
    ...(giveAskRatio === undefined ? {} : { giveAskRatio }),
  }
}

/** A step one place up or down; the same list where there is no such place. */
export function reordered(steps: readonly StepDraft[], at: number, by: 1 | -1): readonly StepDraft[] {
  const [step, other] = [steps[at], steps[at + by]]
  if (step === undefined || other === undefined) return steps
  return steps.map((one, index) => (index === at ? other : index === at + by ? step : one))
}

function stepDraft(step: PlanStep, title: string): StepDraft {
  const { timing } = step
  return {
    step,
    title,
    unit: timing.unit,
    count:
      'count' in timing ? String(timing.count) : timing.unit === 'yearly' ? String(timing.offsetDays) : '0',
    anchor: timing.unit === 'yearly' ? timing.anchor : 'newYear',
    intent: step.intent,
    templateKey: step.templateKey ?? '',
  }
}

function stepFaults({ step, title, unit, count, templateKey }: StepDraft): PlanFault[] {
  const faults: PlanFault[] = []
  const stepKey = step.key
  if (title.trim() === '') faults.push({ code: 'noTitle', stepKey })
  if (unit === 'days' || unit === 'businessDays' || unit === 'yearly') {
    const limits = LIMITS[unit]
    if (wholeIn(count, limits) === undefined)
      faults.push({ code: unit === 'yearly' ? 'offset' : 'count', stepKey, ...limits })
  }
  if (templateKey !== '' && shippedLetter(templateKey, 'en') === undefined)
    faults.push({ code: 'letterGone', stepKey })
  return faults
}

function stepOf(draft: StepDraft, shown: PlanDraft): PlanStep {
  const { titleKey, title: _, templateKey: __, ...rest } = draft.step
  const title = draft.title.trim()
  const before = shown.steps.find(({ step }) => step.key === draft.step.key)
  const isSame = titleKey !== undefined && before?.title.trim() === title
  return {
    ...rest,
    ...(isSame ? { titleKey } : { title }),
    timing: timingOf(draft),
    intent: draft.intent,
    ...(draft.templateKey === '' ? {} : { templateKey: draft.templateKey }),
  }
}

function timingOf({ unit, count, anchor }: StepDraft): PlanStep['timing'] {
  if (unit === 'monthly' || unit === 'quarterly') return { unit }
  if (unit === 'yearly') return { unit, anchor, offsetDays: wholeIn(count, LIMITS.yearly) ?? 0 }
  return { unit, count: wholeIn(count, LIMITS[unit]) ?? 0 }
}

/** A typed whole number within limits, signs and full-width digits included; undefined for anything else. */
function wholeIn(
  typed: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const plain = typed.normalize('NFKC').replace('\u2212', '-').trim()
  if (!/^[+-]?\d{1,6}$/.test(plain)) return undefined
  const value = Number(plain)
  return value >= min && value <= max ? value : undefined
}
