import { createChange, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { HandleKind } from '../records/handle'
import type { InteractionKind } from '../records/interaction'
import type { PlanStep } from '../records/nurture'
import type { PromiseRecord } from '../records/promise'
import type { EpochMs, IsoDate } from '../time/values'
import type { PlannedTouch } from './scheduler'

/** The part of a planned touch that a record about it needs. */
export type TouchRef = Pick<PlannedTouch, 'key' | 'enrolmentId' | 'customerId' | 'stepKey' | 'occurrence'>

/** Clock, day and ids of the moment in which a person decides. */
export interface SettleContext {
  readonly at: EpochMs
  /** The device's day. */
  readonly today: IsoDate
  readonly newId: () => string
}

/** What was said to whom over what. */
export interface Said {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly kind: InteractionKind
  readonly direction: 'in' | 'out' | 'both'
  readonly carrier?: HandleKind | undefined
  /** Of a letter. */
  readonly subject?: string | undefined
  readonly text?: string | undefined
  readonly staffId?: string | undefined
  /** The piece that was given, and its file. */
  readonly contentId?: string | undefined
  readonly attachmentIds?: string[] | undefined
}

/** How a written touch is logged: a gift counts as value, a question as asking, courtesy as a message. */
export function kindOfIntent(intent: PlanStep['intent'] | undefined): InteractionKind {
  return intent === 'value' || intent === 'ask' ? intent : 'message'
}

/**
 * Done and logged: the interaction, the record that the touch is done, and the promise kept by it, in one
 * list for one change-set. Without a touch (a promise, a lead without a plan) the interaction stands alone.
 */
export function logDone(
  said: Said,
  settled: { readonly touch?: TouchRef | undefined; readonly promise?: PromiseRecord | undefined },
  context: SettleContext,
): Change[] {
  const { at, today, newId } = context
  const { personId, ...rest } = said
  const { touch, promise } = settled
  const interactionId = newId()
  const interaction = {
    ...rest,
    id: interactionId,
    personIds: personId === undefined ? [] : [personId],
    at,
    touchKey: touch?.key,
  }
  const kept =
    promise === undefined || promise.doneAt !== undefined
      ? undefined
      : updateChange('promises', promise, { doneAt: at }, at)
  return [
    createChange('interactions', interaction, at),
    ...(touch === undefined
      ? []
      : [
          touchRecord(
            touch,
            { action: 'done', on: today, interactionId, contentId: said.contentId },
            context,
          ),
        ]),
    ...(kept === undefined ? [] : [kept]),
  ]
}

/** The touch stands on another day from now on, because a person wants it so. */
export function moveTouch(touch: TouchRef, to: IsoDate, context: SettleContext): Change[] {
  return [touchRecord(touch, { action: 'moved', on: to }, context)]
}

/** The touch will not be made; the reason stays in the notebook. */
export function skipTouch(touch: TouchRef, reason: string, context: SettleContext): Change[] {
  const why = reason.trim()
  return [
    touchRecord(
      touch,
      { action: 'skipped', on: context.today, ...(why === '' ? {} : { reason: why }) },
      context,
    ),
  ]
}

function touchRecord(
  touch: TouchRef,
  did: {
    readonly action: 'done' | 'moved' | 'skipped'
    readonly on: IsoDate
    readonly reason?: string
    readonly interactionId?: string
    readonly contentId?: string | undefined
  },
  context: SettleContext,
): Change {
  const { enrolmentId, customerId, stepKey, occurrence } = touch
  const record = { id: context.newId(), enrolmentId, customerId, stepKey, occurrence, ...did }
  return createChange('touches', record, context.at)
}
