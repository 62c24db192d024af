import type { HandleKind } from '../records/handle'
import type { PlanStep } from '../records/nurture'
import {
  areOpposed,
  type ConditionDraft,
  conditionDraft,
  conditionFault,
  conditionOf,
  WARMTH,
} from './conditionDraft'
import { shippedLetter } from './letters/shippedLetters'
import { wholeIn } from './typedNumber'

export const STEP_UNITS = ['days', 'businessDays', 'nextMonth', 'monthly', 'quarterly', 'yearly'] as const
export type StepUnit = (typeof STEP_UNITS)[number]
export const YEARLY_ANCHORS = ['newYear', 'chineseNewYear', 'shutdown', 'nationalDay'] as const
export type YearlyAnchor = (typeof YEARLY_ANCHORS)[number]

/** A step while it is written: numbers are as they were typed, and an empty id stands for none. */
export interface StepDraft {
  /** What the step was before; its key never changes. */
  readonly step: PlanStep
  readonly title: string
  readonly unit: StepUnit
  readonly count: string
  readonly anchor: YearlyAnchor
  readonly intent: PlanStep['intent']
  /** A shipped letter; empty for own words. */
  readonly templateKey: string
  /** A letter of the notebook's own; where set it stands before `templateKey`. */
  readonly templateId: string
  /** The way to write and those that may stand in for it; none for whatever the person is reached by. */
  readonly carriers: readonly HandleKind[]
  readonly contentId: string
  readonly staffId: string
  readonly isPromisedOnly: boolean
  readonly conditions: readonly ConditionDraft[]
}

/** What the notebook has that a step may name. Where it was not read yet, nothing is missed. */
export interface KnownToSteps {
  readonly templateIds: ReadonlySet<string>
  readonly contentIds: ReadonlySet<string>
  readonly staffIds: ReadonlySet<string>
}

/** What is wrong with a step. Codes are message keys `plan.fault.<code>`. */
export interface StepFault {
  readonly code:
    | 'noTitle'
    | 'count'
    | 'offset'
    | 'letterGone'
    | 'pieceGone'
    | 'staffGone'
    | 'warmth'
    | 'noStage'
    | 'opposed'
  readonly stepKey: string
  /** The limits of a number. */
  readonly min?: number
  readonly max?: number
}

/** What `stepTimingSchema` allows. */
export const COUNT_LIMITS = {
  days: { min: 0, max: 730 },
  businessDays: { min: 0, max: 500 },
  yearly: { min: -180, max: 180 },
} as const

/** Whether a unit asks for a number. */
export function isCounted(unit: StepUnit): unit is keyof typeof COUNT_LIMITS {
  return unit in COUNT_LIMITS
}

/** A step opened for editing. */
export function stepDraft(step: PlanStep, title: string): StepDraft {
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
    templateId: step.templateId ?? '',
    carriers: step.carriers ?? [],
    contentId: step.contentId ?? '',
    staffId: step.staffId ?? '',
    isPromisedOnly: step.onlyIf === 'promised',
    conditions: (step.conditions ?? []).map(conditionDraft),
  }
}

/** Every fault of a step, in the order of its fields. */
export function stepFaults(draft: StepDraft, known: KnownToSteps | undefined): StepFault[] {
  const { step, unit, templateKey, templateId, contentId, staffId, conditions } = draft
  const stepKey = step.key
  const faults: StepFault[] = []
  if (draft.title.trim() === '') faults.push({ code: 'noTitle', stepKey })
  if (isCounted(unit) && wholeIn(draft.count, COUNT_LIMITS[unit]) === undefined)
    faults.push({ code: unit === 'yearly' ? 'offset' : 'count', stepKey, ...COUNT_LIMITS[unit] })
  const isShippedGone = templateKey !== '' && shippedLetter(templateKey, 'en') === undefined
  const isMissing = (id: string, ids: ReadonlySet<string> | undefined) => id !== '' && ids?.has(id) === false
  if (isShippedGone || isMissing(templateId, known?.templateIds)) faults.push({ code: 'letterGone', stepKey })
  const pieces = conditions.flatMap((one) => (one.on === 'opened' ? one.contentId : []))
  if ([contentId, ...pieces].some((id) => isMissing(id, known?.contentIds)))
    faults.push({ code: 'pieceGone', stepKey })
  if (isMissing(staffId, known?.staffIds)) faults.push({ code: 'staffGone', stepKey })
  const codes = new Set(conditions.flatMap((one) => conditionFault(one) ?? []))
  for (const code of codes) faults.push({ code, stepKey, ...(code === 'warmth' ? WARMTH : {}) })
  if (areOpposed(conditions.flatMap((one) => conditionOf(one) ?? [])))
    faults.push({ code: 'opposed', stepKey })
  return faults
}

/** What a step without faults says; `shown` is how it read when it was opened, so that an unchanged name keeps its key. */
export function stepOf(draft: StepDraft, shown: StepDraft | undefined): PlanStep {
  const { titleKey, key } = draft.step
  const title = draft.title.trim()
  const isSame = titleKey !== undefined && shown?.title.trim() === title
  const conditions = draft.conditions.flatMap((one) => conditionOf(one) ?? [])
  return {
    key,
    ...(isSame ? { titleKey } : { title }),
    timing: timingOf(draft),
    intent: draft.intent,
    ...(draft.templateKey === '' ? {} : { templateKey: draft.templateKey }),
    ...(draft.isPromisedOnly ? { onlyIf: 'promised' as const } : {}),
    ...(draft.carriers.length === 0 ? {} : { carriers: [...draft.carriers] }),
    ...(draft.contentId === '' ? {} : { contentId: draft.contentId }),
    ...(draft.templateId === '' ? {} : { templateId: draft.templateId }),
    ...(draft.staffId === '' ? {} : { staffId: draft.staffId }),
    ...(conditions.length === 0 ? {} : { conditions }),
  }
}

/** When a step falls due, as far as its number can be read: else it counts as nought. */
export function timingOf({ unit, count, anchor }: StepDraft): PlanStep['timing'] {
  if (unit === 'yearly') return { unit, anchor, offsetDays: wholeIn(count, COUNT_LIMITS.yearly) ?? 0 }
  if (unit === 'days' || unit === 'businessDays')
    return { unit, count: wholeIn(count, COUNT_LIMITS[unit]) ?? 0 }
  return { unit }
}
