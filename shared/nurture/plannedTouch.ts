import type { HandleKind } from '../records/handle'
import type { Enrolment, PlanStep, StepCondition } from '../records/nurture'
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
  /** What the plan counts from, and how it comes to its own day. */
  readonly startsOn: IsoDate
  readonly timing: PlanStep['timing']
  /** Who of us is to write it, where the step says so. */
  readonly staffId?: string
  readonly intent: PlanStep['intent']
  readonly templateKey?: string
  /** How to write, where the caller said how the person may be reached. Never a way that the person closed. */
  readonly carrier?: HandleKind
  /** What stands in the way of writing at all; the day stands, so that nothing is lost. */
  readonly blocked?: Extract<CarrierChoice, { readonly carrier?: undefined }> | GiveAskHold
  /** The way that the step wanted, where another had to stand in for it. */
  readonly insteadOf?: HandleKind
  /** Conditions that do not hold by now; on its day the step is passed over unless they hold by then. */
  readonly waitsFor?: readonly StepCondition[]
  readonly status: 'due' | 'late' | 'planned'
}

/** A step that nobody need take, since its conditions did not hold on its day. */
export interface PassedOver extends PlannedTouch {
  readonly unmet: readonly StepCondition[]
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
    readonly waitsFor: readonly StepCondition[]
  },
): PlannedTouch {
  const { dueOn, today, moves, choice, hold, waitsFor } = on
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
    startsOn: enrolment.startsOn,
    timing: step.timing,
    ...(step.staffId === undefined ? {} : { staffId: step.staffId }),
    intent: step.intent,
    ...(step.templateKey === undefined ? {} : { templateKey: step.templateKey }),
    ...(choice?.carrier === undefined ? {} : { carrier: choice.carrier }),
    ...(choice?.insteadOf === undefined ? {} : { insteadOf: choice.insteadOf }),
    ...(blocked === undefined ? {} : { blocked }),
    ...(waitsFor.length === 0 ? {} : { waitsFor }),
    status: order < 0 ? 'late' : order === 0 ? 'due' : 'planned',
  }
}
