import type { Interaction } from '../records/interaction'
import type { Enrolment, Plan, PlanStep, Touch } from '../records/nurture'
import { addDays, compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { MoveReason, TouchCalendar } from './fineDay'
import { type StepDay, stepDays } from './stepDays'

/** No list looks further ahead than two years, however far it is asked to. */
const PLANNING_HORIZON_DAYS = 730

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
  /** The plan's own day, where the touch was moved from it. */
  readonly movedFrom?: IsoDate
  readonly movedBecause?: MoveReason
  readonly intent: PlanStep['intent']
  readonly templateKey?: string
  readonly status: 'due' | 'late' | 'planned'
}

/** What the scheduler looks at: one enrolment with the plan version that it pins. Live records only. */
export interface ScheduleInput {
  readonly plan: Plan
  readonly enrolment: Enrolment
  /** What people did about touches; those of other enrolments are ignored. */
  readonly touches: readonly Touch[]
  /** A logged interaction that names a touch counts as that touch being done. */
  readonly interactions?: readonly Pick<Interaction, 'touchKey'>[] | undefined
  readonly calendar: TouchCalendar
  /** First day of the window; the enrolment's own start shows everything that is late. */
  readonly from: IsoDate
  /** Last day of the window, cut at two years after today. */
  readonly to: IsoDate
  readonly today: IsoDate
}

/** The stable name of a touch. */
function touchKey(enrolmentId: string, stepKey: string, occurrence: number): string {
  return `${enrolmentId}/${stepKey}/${occurrence}`
}

/**
 * The touches that an enrolment still calls for within a window, earliest first.
 *
 * A paused or ended enrolment, or one whose plan is not the pinned one, calls for none. A touch on a
 * weekend there, a day off here or a holiday moves to the next day that suits both, and says why; one
 * that a person moved stands where they put it. Done and skipped touches never come back.
 */
export function plannedTouches(input: ScheduleInput): PlannedTouch[] {
  const { plan, enrolment, from, today } = input
  if (enrolment.pausedAt !== undefined || enrolment.endedAt !== undefined || plan.id !== enrolment.planId) {
    return []
  }
  const horizon = addDays(today, PLANNING_HORIZON_DAYS)
  const to = compareDays(input.to, horizon) < 0 ? input.to : horizon
  const { finished, movedTo, earliestMove } = whatPeopleDid(input)
  // A touch that a person pulled into the window may have its own day after it.
  const until = earliestMove === undefined || compareDays(earliestMove, to) > 0 ? to : horizon
  const planned: PlannedTouch[] = []
  for (const day of stepDays(plan, enrolment, input.calendar, until)) {
    const key = touchKey(enrolment.id, day.step.key, day.occurrence)
    if (finished.has(key)) continue
    const touch = asTouch(key, enrolment, day, movedTo.get(key), today)
    if (compareDays(touch.dueOn, from) >= 0 && compareDays(touch.dueOn, to) <= 0) planned.push(touch)
  }
  return planned.sort((a, b) => compareDays(a.dueOn, b.dueOn))
}

function whatPeopleDid(input: ScheduleInput) {
  const finished = new Set<string>()
  const moves = new Map<string, Touch>()
  for (const interaction of input.interactions ?? []) {
    if (interaction.touchKey !== undefined) finished.add(interaction.touchKey)
  }
  for (const touch of input.touches) {
    if (touch.enrolmentId !== input.enrolment.id) continue
    const key = touchKey(touch.enrolmentId, touch.stepKey, touch.occurrence)
    const earlier = moves.get(key)
    if (touch.action !== 'moved') finished.add(key)
    else if (earlier === undefined || isNewer(touch, earlier)) moves.set(key, touch)
  }
  const movedTo = new Map([...moves].map(([key, touch]) => [key, touch.on]))
  const earliestMove = [...movedTo.values()].sort(compareDays)[0]
  return { finished, movedTo, earliestMove }
}

function isNewer(a: Touch, b: Touch): boolean {
  return a.createdAt !== b.createdAt ? a.createdAt > b.createdAt : a.id > b.id
}

function asTouch(
  key: string,
  enrolment: Enrolment,
  day: StepDay,
  movedTo: IsoDate | undefined,
  today: IsoDate,
): PlannedTouch {
  const dueOn = movedTo ?? day.on
  const order = compareDays(dueOn, today)
  return {
    key,
    enrolmentId: enrolment.id,
    customerId: enrolment.customerId,
    ...(enrolment.personId === undefined ? {} : { personId: enrolment.personId }),
    stepKey: day.step.key,
    occurrence: day.occurrence,
    dueOn,
    ...moveOf(day, movedTo),
    intent: day.step.intent,
    ...(day.step.templateKey === undefined ? {} : { templateKey: day.step.templateKey }),
    status: order < 0 ? 'late' : order === 0 ? 'due' : 'planned',
  }
}

function moveOf(
  day: StepDay,
  movedTo: IsoDate | undefined,
): Pick<PlannedTouch, 'movedFrom' | 'movedBecause'> {
  if (movedTo !== undefined && movedTo !== day.on) return { movedFrom: day.on, movedBecause: 'person' }
  if (movedTo !== undefined || day.movedFrom === undefined || day.movedBecause === undefined) return {}
  return { movedFrom: day.movedFrom, movedBecause: day.movedBecause }
}
