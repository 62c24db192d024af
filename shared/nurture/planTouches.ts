import type { StepCondition } from '../records/nurture'
import { compareDays, dayNumber, dayOfNumber } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { chooseCarrier } from './carrierChoice'
import { groupByPerson } from './dayCapacity'
import { type GiveAskHold, holdAsk } from './giveAsk'
import {
  earlierDay,
  type PlacedTouches,
  placeTouches,
  planningHorizon,
  type SpacingRules,
} from './placeTouches'
import { type PassedOver, type PlannedTouch, plannedTouch } from './plannedTouch'
import { letterPurpose } from './reach'
import type { PlanInput, Slot } from './slots'
import { unmetConditions } from './stepConditions'

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

/** What may be asked of the one whom an enrolment is about once its touches have their days. */
export type TouchDetails = Pick<PlanInput, 'reach' | 'giveAsk' | 'circumstances'>
type DetailsOf = (input: PlanInput) => TouchDetails

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
  return tellTouches(placeTouches(inputs, rules, window), window, (input) => input)
}

/**
 * The touches of a window among those that stand on their days up to its end or further. `detailsNow` tells what is
 * known by now of whom an enrolment is about; the slots need not know it.
 */
export function tellTouches(
  { running, slots }: PlacedTouches,
  window: PlanWindow,
  detailsNow: DetailsOf,
): PlannedAndPassed {
  const { today } = window
  const details = new Map(running.map((input) => [input, detailsNow(input)]))
  const detailsOf: DetailsOf = (input) => details.get(input) ?? {}
  const [now, last] = [dayNumber(today), dayNumber(earlierDay(window.to, planningHorizon(today)))]
  const first = window.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(window.from)
  const unmet = unmetOf(slots, today, detailsOf)
  const holds = heldAsks(slots, unmet, now, detailsOf)
  const planned = new Map<string, PlannedTouch[]>(running.map(({ enrolment }) => [enrolment.id, []]))
  const passedOver = new Map<string, PassedOver[]>(running.map(({ enrolment }) => [enrolment.id, []]))
  for (const slot of slots) {
    if (slot.finishedOn !== undefined || slot.at < first || slot.at > last) continue
    const missing = unmet.get(slot) ?? []
    const isPassed = missing.length > 0 && slot.at <= now
    const { reach } = detailsOf(slot.input)
    const hold = isPassed ? undefined : holds.get(slot)
    const touch = asTouch(slot, today, { reach, hold, waitsFor: isPassed ? [] : missing })
    if (isPassed) passedOver.get(touch.enrolmentId)?.push({ ...touch, unmet: missing })
    else planned.get(touch.enrolmentId)?.push(touch)
  }
  for (const touches of [...planned.values(), ...passedOver.values()])
    touches.sort((a, b) => compareDays(a.dueOn, b.dueOn))
  return { planned, passedOver }
}

function asTouch(
  { input, step, occurrence, at, moves }: Slot,
  today: IsoDate,
  {
    reach,
    hold,
    waitsFor,
  }: Pick<TouchDetails, 'reach'> & {
    readonly hold: GiveAskHold | undefined
    readonly waitsFor: readonly StepCondition[]
  },
): PlannedTouch {
  const ways = reach?.[letterPurpose(step.templateKey)]
  const choice = ways === undefined ? undefined : chooseCarrier(step.carriers, ways)
  const dueOn = dayOfNumber(at)
  return plannedTouch(input.enrolment, step, occurrence, { dueOn, today, moves, choice, hold, waitsFor })
}

/** The conditions that open touches lack on their day (for one ahead: by now). */
function unmetOf(
  slots: readonly Slot[],
  today: IsoDate,
  detailsOf: DetailsOf,
): ReadonlyMap<Slot, readonly StepCondition[]> {
  const unmet = new Map<Slot, readonly StepCondition[]>()
  for (const slot of slots) {
    const { input, step, at, finishedOn } = slot
    const { conditions = [] } = step
    if (conditions.length === 0 || finishedOn !== undefined) continue
    const { circumstances } = detailsOf(input)
    if (circumstances === undefined) continue
    const missingOn = (day: IsoDate) =>
      unmetConditions(conditions, circumstances, input.enrolment.startsOn, day)
    const onItsDay = missingOn(earlierDay(dayOfNumber(at), today))
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
  slots: readonly Slot[],
  unmet: ReadonlyMap<Slot, unknown>,
  today: number,
  detailsOf: DetailsOf,
): ReadonlyMap<Slot, GiveAskHold> {
  const holds = new Map<Slot, GiveAskHold>()
  if (!slots.some(({ input }) => detailsOf(input).giveAsk !== undefined)) return holds
  for (const own of groupByPerson(slots).values()) {
    const guard = own.map(({ input }) => detailsOf(input).giveAsk).find((one) => one !== undefined)
    if (guard === undefined) continue
    let { gives, asks } = guard
    const open = own.filter((slot) => slot.finishedOn === undefined && !unmet.has(slot))
    for (const slot of open.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))) {
      if (slot.step.intent === 'value') gives += 1
      if (slot.step.intent !== 'ask') continue
      const before = slot.at <= today ? guard.gives : gives
      const hold = holdAsk({ gives: before, asks }, detailsOf(slot.input).giveAsk?.ratio ?? guard.ratio)
      if (hold === undefined) asks += 1
      else holds.set(slot, hold)
    }
  }
  return holds
}
