import { groupedBy } from '../grouping/groupedBy'
import { addDays, compareDays, dayNumber } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { groupByPerson, spreadTouches } from './dayCapacity'
import { spaceTouches } from './frequencyCap'
import { type PlanInput, personOf, type Slot, slotsOf } from './slots'

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

/** Touches on their days, before anybody asks which of them are to be told. */
export interface PlacedTouches {
  /** The enrolments that are under way, those without a touch as well. */
  readonly running: readonly PlanInput[]
  /** Finished ones hold their place among them. */
  readonly slots: readonly Slot[]
}

/**
 * Puts the touches of some enrolments on their days, as far as all days up to `to` are right: a longer reach says the
 * same of these. Only plans, enrolments, touches, calendars, contacts and values are looked at. See `planTouches`.
 */
export function placeTouches(
  inputs: readonly PlanInput[],
  rules: SpacingRules,
  { to, today }: { readonly to: IsoDate; readonly today: IsoDate },
): PlacedTouches {
  const capDays = Math.max(0, rules.frequencyCapDays ?? 0)
  const horizon = planningHorizon(today)
  const until = earlierDay(addDays(earlierDay(to, horizon), capDays * CAPS_BEHIND), horizon)
  const running = inputs.filter(isRunning)
  const slots = running.flatMap((input) => slotsOf(input, until, horizon))
  const spacing = { capDays, today: dayNumber(today), isSpread: rules.dayCapacity !== undefined }
  const enrolmentsOf = groupedBy(running, ({ enrolment }) => personOf(enrolment))
  for (const [person, own] of groupByPerson(slots)) spaceTouches(own, enrolmentsOf.get(person) ?? [], spacing)
  if (rules.dayCapacity !== undefined) spreadTouches(slots, rules.dayCapacity, capDays)
  return { running, slots }
}

/** The last day that is planned for, as of a day. */
export function planningHorizon(today: IsoDate): IsoDate {
  return addDays(today, PLANNING_HORIZON_DAYS)
}

/** The earlier of two days. */
export function earlierDay(a: IsoDate, b: IsoDate): IsoDate {
  return compareDays(a, b) < 0 ? a : b
}

function isRunning({ plan, enrolment }: PlanInput): boolean {
  return enrolment.pausedAt === undefined && enrolment.endedAt === undefined && plan.id === enrolment.planId
}
