import type { Stage } from '../records/customer'
import type { FactKind } from '../records/fact'
import type { StepCondition } from '../records/nurture'
import { wholeIn } from './typedNumber'

export const CONDITION_KINDS = ['reply', 'order', 'opened', 'warmth', 'stage', 'fact'] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]

/** A condition while it is written: what its kind does not ask is kept for when another is chosen. */
export interface ConditionDraft {
  readonly on: ConditionKind
  readonly is: boolean
  /** Empty for anything of ours. */
  readonly contentId: string
  /** As typed; empty for no bound. */
  readonly min: string
  readonly max: string
  readonly stages: readonly Stage[]
  readonly fact: FactKind
}

/** Warmth runs from 0 to 100. */
export const WARMTH = { min: 0, max: 100 } as const

/** What a new condition begins with: the one that is asked most, that nobody has answered. */
export const NEW_CONDITION: ConditionDraft = {
  on: 'reply',
  is: false,
  contentId: '',
  min: '',
  max: '',
  stages: [],
  fact: 'pain',
}

/** A condition opened for editing. */
export function conditionDraft(condition: StepCondition): ConditionDraft {
  switch (condition.on) {
    case 'reply':
    case 'order':
      return { ...NEW_CONDITION, on: condition.on, is: condition.is }
    case 'opened':
      return { ...NEW_CONDITION, on: 'opened', is: condition.is, contentId: condition.contentId ?? '' }
    case 'warmth':
      return { ...NEW_CONDITION, on: 'warmth', min: typed(condition.min), max: typed(condition.max) }
    case 'stage':
      return { ...NEW_CONDITION, on: 'stage', stages: condition.stages }
    case 'fact':
      return { ...NEW_CONDITION, on: 'fact', is: condition.is, fact: condition.kind }
  }
}

/** What a condition says; undefined as long as it can't be read, for which `conditionFault` has the reason. */
export function conditionOf(draft: ConditionDraft): StepCondition | undefined {
  if (conditionFault(draft) !== undefined) return undefined
  const { on, is } = draft
  switch (on) {
    case 'reply':
    case 'order':
      return { on, is }
    case 'opened':
      return { on, is, ...(draft.contentId === '' ? {} : { contentId: draft.contentId }) }
    case 'warmth': {
      const { min, max } = bounds(draft)
      return { on, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
    }
    case 'stage':
      return { on, stages: [...draft.stages] }
    case 'fact':
      return { on, is, kind: draft.fact }
  }
}

/** Why a condition can't be asked: bounds that are no numbers, or that nothing lies between; no stage. */
export function conditionFault(draft: ConditionDraft): 'warmth' | 'noStage' | undefined {
  if (draft.on === 'stage') return draft.stages.length === 0 ? 'noStage' : undefined
  if (draft.on !== 'warmth') return undefined
  const { min, max } = bounds(draft)
  const isRead = (text: string, value: number | undefined) => text.trim() === '' || value !== undefined
  const isBound = min !== undefined || max !== undefined
  if (!isBound || !isRead(draft.min, min) || !isRead(draft.max, max)) return 'warmth'
  return (min ?? WARMTH.min) > (max ?? WARMTH.max) ? 'warmth' : undefined
}

/** Whether two of some conditions can never hold together, so that their step would never be taken. */
export function areOpposed(conditions: readonly StepCondition[]): boolean {
  return conditions.some((one, place) => conditions.slice(place + 1).some((other) => excludes(one, other)))
}

function excludes(a: StepCondition, b: StepCondition): boolean {
  if ((a.on === 'reply' && b.on === 'reply') || (a.on === 'order' && b.on === 'order')) return a.is !== b.is
  if (a.on === 'fact' && b.on === 'fact') return a.kind === b.kind && a.is !== b.is
  if (a.on === 'stage' && b.on === 'stage') return !a.stages.some((stage) => b.stages.includes(stage))
  if (a.on === 'warmth' && b.on === 'warmth')
    return (a.min ?? WARMTH.min) > (b.max ?? WARMTH.max) || (b.min ?? WARMTH.min) > (a.max ?? WARMTH.max)
  if (a.on === 'opened' && b.on === 'opened') {
    if (a.is === b.is) return false
    const no = a.is ? b : a
    // Who opened nothing at all did not open this piece; who did not open this piece may have opened another.
    return no.contentId === undefined || a.contentId === b.contentId
  }
  return false
}

function bounds({ min, max }: ConditionDraft) {
  return { min: wholeIn(min, WARMTH), max: wholeIn(max, WARMTH) }
}

function typed(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
