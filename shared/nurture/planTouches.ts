import type { StepCondition } from '../records/nurture'
import { addDays, compareDays, dayNumber, dayOfNumber } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { chooseCarrier } from './carrierChoice'
import { groupByPerson, spreadTouches } from './dayCapacity'
import { spaceTouches } from './frequencyCap'
import { type GiveAskHold, holdAsk } from './giveAsk'
import { type PassedOver, type PlannedTouch, plannedTouch } from './plannedTouch'
import { letterPurpose } from './reach'
import { type PlanInput, type Slot, slotsOf } from './slots'
import { unmetConditions } from './stepConditions'

/** No list looks further ahead than two years, however far it is asked to. */
const PLANNING_HORIZON_DAYS = 730
/** Behind the window's end so many caps of one person may still reach into it. */
const CAPS_BEHIND = 3

/** The notebook's rules over all plans. */
export interface SpacingRules {
  /** Two touches of one person, over all plans, stand at least this many days apart; 0 or absent for no cap. */
  readonly frequencyCapDays?: number | undefined
  /** How many touches one of our days can bear; absent for any number. */
  readonly dayCapacity?: number | undefined
}

/** The days that are asked for. */
export interface PlanWindow {
  /** First day of the window; absent, everything that is late is in it. */
  readonly from?: IsoDate | undefined
  /** Last day of the window, cut at two years after today. */
  readonly to: IsoDate
  readonly today: IsoDate
}

/** Touches by enrolment, each list earliest first. */
export interface PlannedAndPassed {
  readonly planned: ReadonlyMap<string, readonly PlannedTouch[]>
  /** Those that nobody need take, and why; they are not among the planned ones. */
  readonly passedOver: ReadonlyMap<string, readonly PassedOver[]>
}

/**
 * The touches that some enrolments still call for within a window, by enrolment, each list earliest first.
 *
 * A pure function of plans, enrolments, calendars and what happened; the order of the input does not matter. A paused
 * or ended enrolment, or one whose plan is not the pinned one, calls for none. A touch on a weekend there, a day off
 * here or a holiday moves to the next day that suits both; then touches of one person are kept apart, then full days
 * are spread. Every move says why. One that a person moved stands where they put it. Done and skipped touches never
 * come back.
 *
 * Doing a touch on its day moves no other one, whatever rules hold. Doing it later, or writing in between, moves only
 * touches of that person, always to later days; with a capacity others may then move into the room that these leave.
 *
 * Frequency cap and give:ask guard need all enrolments of the person in one call, the capacity all of the notebook.
 */
export function planTouches(
  inputs: readonly PlanInput[],
  rules: SpacingRules,
  window: PlanWindow,
): ReadonlyMap<string, readonly PlannedTouch[]> {
  return planWithPassedOver(inputs, rules, window).planned
}

/**
 * As `planTouches`, with the steps that are passed over beside it. A step's conditions are looked at on its day: one
 * that does not hold then, or no longer holds while the touch is late, lets the step be passed over. It keeps its place
 * like one that was done, so that no other touch moves. Before its day the touch only says what it still waits for.
 */
export function planWithPassedOver(
  inputs: readonly PlanInput[],
  rules: SpacingRules,
  window: PlanWindow,
): PlannedAndPassed {
  const { today } = window
  const capDays = Math.max(0, rules.frequencyCapDays ?? 0)
  const horizon = addDays(today, PLANNING_HORIZON_DAYS)
  const to = earlier(window.to, horizon)
  const until = earlier(addDays(to, capDays * CAPS_BEHIND), horizon)
  const running = inputs.filter(isRunning)
  const slots = running.flatMap((input) => slotsOf(input, until, horizon))
  const people = groupByPerson(slots)
  const spacing = { capDays, today: dayNumber(today), isSpread: rules.dayCapacity !== undefined }
  for (const own of people.values()) spaceTouches(own, spacing)
  if (rules.dayCapacity !== undefined) spreadTouches(slots, rules.dayCapacity, capDays)
  const unmet = unmetOf(slots, today)
  const holds = heldAsks(people, unmet, dayNumber(today))
  const planned = new Map<string, PlannedTouch[]>(running.map(({ enrolment }) => [enrolment.id, []]))
  const passedOver = new Map<string, PassedOver[]>(running.map(({ enrolment }) => [enrolment.id, []]))
  const first = window.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(window.from)
  const last = dayNumber(to)
  for (const slot of slots) {
    if (slot.finishedOn !== undefined || slot.at < first || slot.at > last) continue
    const missing = unmet.get(slot) ?? []
    const isPassed = missing.length > 0 && slot.at <= spacing.today
    const touch = asTouch(slot, today, isPassed ? undefined : holds.get(slot), isPassed ? [] : missing)
    if (isPassed) passedOver.get(touch.enrolmentId)?.push({ ...touch, unmet: missing })
    else planned.get(touch.enrolmentId)?.push(touch)
  }
  for (const touches of [...planned.values(), ...passedOver.values()])
    touches.sort((a, b) => compareDays(a.dueOn, b.dueOn))
  return { planned, passedOver }
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return compareDays(a, b) < 0 ? a : b
}

function isRunning({ plan, enrolment }: PlanInput): boolean {
  return enrolment.pausedAt === undefined && enrolment.endedAt === undefined && plan.id === enrolment.planId
}

function asTouch(
  slot: Slot,
  today: IsoDate,
  hold: GiveAskHold | undefined,
  waitsFor: readonly StepCondition[],
): PlannedTouch {
  const { input, step, occurrence, at, moves } = slot
  const reach = input.reach?.[letterPurpose(step.templateKey)]
  const choice = reach === undefined ? undefined : chooseCarrier(step.carriers, reach)
  const dueOn = dayOfNumber(at)
  return plannedTouch(input.enrolment, step, occurrence, { dueOn, today, moves, choice, hold, waitsFor })
}

/** The conditions that open touches lack on their day (for one ahead: by now). */
function unmetOf(slots: readonly Slot[], today: IsoDate): ReadonlyMap<Slot, readonly StepCondition[]> {
  const unmet = new Map<Slot, readonly StepCondition[]>()
  for (const slot of slots) {
    const { input, step, at, finishedOn } = slot
    const { conditions = [] } = step
    const { circumstances, enrolment } = input
    if (circumstances === undefined || conditions.length === 0 || finishedOn !== undefined) continue
    const missingOn = (day: IsoDate) => unmetConditions(conditions, circumstances, enrolment.startsOn, day)
    const onItsDay = missingOn(earlier(dayOfNumber(at), today))
    const missing = onItsDay.length > 0 ? onItsDay : missingOn(today)
    if (missing.length > 0) unmet.set(slot, missing)
  }
  return unmet
}

/**
 * The open asks of each person that too few gifts stand before. Before one that lies ahead the gifts count that are
 * planned to come until then; before one that is due only those that were given.
 */
function heldAsks(
  people: ReadonlyMap<string, readonly Slot[]>,
  unmet: ReadonlyMap<Slot, unknown>,
  today: number,
): ReadonlyMap<Slot, GiveAskHold> {
  const holds = new Map<Slot, GiveAskHold>()
  for (const own of people.values()) {
    const guard = own.find((slot) => slot.input.giveAsk !== undefined)?.input.giveAsk
    if (guard === undefined) continue
    let { gives, asks } = guard
    const open = own.filter((slot) => slot.finishedOn === undefined && !unmet.has(slot))
    for (const slot of open.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))) {
      if (slot.step.intent === 'value') gives += 1
      if (slot.step.intent !== 'ask') continue
      const before = slot.at <= today ? guard.gives : gives
      const hold = holdAsk({ gives: before, asks }, slot.input.giveAsk?.ratio ?? guard.ratio)
      if (hold === undefined) asks += 1
      else holds.set(slot, hold)
    }
  }
  return holds
}
