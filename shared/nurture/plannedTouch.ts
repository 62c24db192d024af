import type { HandleKind } from '../records/handle'
import type { Enrolment, PlanStep } from '../records/nurture'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { CarrierChoice } from './carrierChoice'
import type { GiveAskHold } from './giveAsk'
import type { MoveReason, TouchMove } from './touchMove'

/** A touch that the plan calls for and nobody has done yet. Derived each time, never stored. */
export interface PlannedTouch {
  /** `enrolment/step/occurrence`: the same for ever, whatever happens to calendars and code. */
  readonly key: string
  readonly enrolmentId: string
  readonly customerId: string
  readonly personId?: string
  readonly stepKey: string
  /** 0 for the first (and for most steps only) time. */
  readonly occurrence: number
  /** A calendar day in the customer's zone. */
  readonly dueOn: IsoDate
  /** The plan's own day, where the touch was moved from it, and what moved it first. */
  readonly movedFrom?: IsoDate
  readonly movedBecause?: MoveReason
  /** Every move from the plan's own day to `dueOn`, in order; absent where there was none. */
  readonly moves?: readonly TouchMove[]
  readonly intent: PlanStep['intent']
  readonly templateKey?: string
  /** How to write, where the caller said how the person may be reached. Never a way that the person closed. */
  readonly carrier?: HandleKind
  /** What stands in the way of writing at all; the day stands, so that nothing is lost. */
  readonly blocked?: Extract<CarrierChoice, { readonly carrier?: undefined }> | GiveAskHold
  /** The way that the step wanted, where another had to stand in for it. */
  readonly insteadOf?: HandleKind
  readonly status: 'due' | 'late' | 'planned'
}

/** The stable name of a touch. */
export function touchKey(enrolmentId: string, stepKey: string, occurrence: number): string {
  return `${enrolmentId}/${stepKey}/${occurrence}`
}

/** Puts together what is known of a touch. */
export function plannedTouch(
  enrolment: Enrolment,
  step: PlanStep,
  occurrence: number,
  on: {
    readonly dueOn: IsoDate
    readonly today: IsoDate
    readonly moves: readonly TouchMove[]
    readonly choice: CarrierChoice | undefined
    readonly hold: GiveAskHold | undefined
  },
): PlannedTouch {
  const { dueOn, today, moves, choice, hold } = on
  const order = compareDays(dueOn, today)
  const [first] = moves
  const closed = choice?.carrier === undefined ? choice : undefined
  const blocked = closed ?? hold
  return {
    key: touchKey(enrolment.id, step.key, occurrence),
    enrolmentId: enrolment.id,
    customerId: enrolment.customerId,
    ...(enrolment.personId === undefined ? {} : { personId: enrolment.personId }),
    stepKey: step.key,
    occurrence,
    dueOn,
    ...(first === undefined ? {} : { movedFrom: first.from, movedBecause: first.because, moves }),
    intent: step.intent,
    ...(step.templateKey === undefined ? {} : { templateKey: step.templateKey }),
    ...(choice?.carrier === undefined ? {} : { carrier: choice.carrier }),
    ...(choice?.insteadOf === undefined ? {} : { insteadOf: choice.insteadOf }),
    ...(blocked === undefined ? {} : { blocked }),
    status: order < 0 ? 'late' : order === 0 ? 'due' : 'planned',
  }
}
