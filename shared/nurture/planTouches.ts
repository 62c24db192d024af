import { addDays, compareDays, dayNumber, dayOfNumber } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { chooseCarrier } from './carrierChoice'
import { groupByPerson, spreadTouches } from './dayCapacity'
import { spaceTouches } from './frequencyCap'
import { type GiveAskHold, holdAsk } from './giveAsk'
import { type PlannedTouch, plannedTouch } from './plannedTouch'
import { type PlanInput, type Slot, slotsOf } from './slots'

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

/**
 * The touches that some enrolments still call for within a window, by enrolment, each list earliest first.
 *
 * A pure function of plans, enrolments, calendars and what happened; the order of the input does not matter. A paused
 * or ended enrolment, or one whose plan is not the pinned one, calls for none. A touch on a weekend there, a day off
 * here or a holiday moves to the next day that suits both; then touches of one person are kept apart, then full days
 * are spread. Every move says why. One that a person moved stands where they put it. Done and skipped touches never
 * come back, and none jumps forward because another was done.
 *
 * Frequency cap and capacity need all enrolments of the person, or of the notebook, in one call.
 */
export function planTouches(
  inputs: readonly PlanInput[],
  rules: SpacingRules,
  window: PlanWindow,
): Map<string, PlannedTouch[]> {
  const capDays = Math.max(0, rules.frequencyCapDays ?? 0)
  const horizon = addDays(window.today, PLANNING_HORIZON_DAYS)
  const to = compareDays(window.to, horizon) < 0 ? window.to : horizon
  const behind = addDays(to, capDays * CAPS_BEHIND)
  const until = compareDays(behind, horizon) < 0 ? behind : horizon
  const running = inputs.filter(isRunning)
  const slots = running.flatMap((input) => slotsOf(input, until, horizon))
  const people = groupByPerson(slots)
  for (const own of people.values()) spaceTouches(own, capDays)
  if (rules.dayCapacity !== undefined) spreadTouches(slots, rules.dayCapacity, capDays)
  const holds = heldAsks(people)
  const planned = new Map<string, PlannedTouch[]>(running.map(({ enrolment }) => [enrolment.id, []]))
  const first = window.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(window.from)
  const last = dayNumber(to)
  for (const slot of slots) {
    if (slot.finishedOn !== undefined || slot.at < first || slot.at > last) continue
    planned.get(slot.input.enrolment.id)?.push(asTouch(slot, window.today, holds.get(slot)))
  }
  for (const touches of planned.values()) touches.sort((a, b) => compareDays(a.dueOn, b.dueOn))
  return planned
}

function isRunning({ plan, enrolment }: PlanInput): boolean {
  return enrolment.pausedAt === undefined && enrolment.endedAt === undefined && plan.id === enrolment.planId
}

function asTouch(slot: Slot, today: IsoDate, hold: GiveAskHold | undefined): PlannedTouch {
  const { input, step, occurrence, at, moves } = slot
  const choice = input.reach === undefined ? undefined : chooseCarrier(step.carriers, input.reach)
  return plannedTouch(input.enrolment, step, occurrence, {
    dueOn: dayOfNumber(at),
    today,
    moves,
    choice,
    hold,
  })
}

/** The open asks of each person that too few gifts stand before, counting what is planned to come before them. */
function heldAsks(people: ReadonlyMap<string, readonly Slot[]>): ReadonlyMap<Slot, GiveAskHold> {
  const holds = new Map<Slot, GiveAskHold>()
  for (const own of people.values()) {
    const guard = own.find((slot) => slot.input.giveAsk !== undefined)?.input.giveAsk
    if (guard === undefined) continue
    let { gives, asks } = guard
    const open = own.filter((slot) => slot.finishedOn === undefined)
    for (const slot of open.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))) {
      if (slot.step.intent === 'value') gives += 1
      if (slot.step.intent !== 'ask') continue
      const hold = holdAsk({ gives, asks }, slot.input.giveAsk?.ratio ?? guard.ratio)
      if (hold === undefined) asks += 1
      else holds.set(slot, hold)
    }
  }
  return holds
}
