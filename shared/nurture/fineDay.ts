import { isWeekend, type WorkRule, workRuleOf } from '../time/businessDays'
import { addDays, weekday } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** Why a touch left the day that the plan gave it. */
export type MoveReason = 'weekendThere' | 'weekendHere' | 'holiday' | 'person'

/** The two calendars that a touch has to suit: ours, who write, and theirs, who read. */
export interface TouchCalendar {
  /** ISO weekdays on which we write (the notebook's settings). */
  readonly workingDays: readonly number[]
  /** Their country, for the weekend there; Saturday and Sunday when nobody knows. */
  readonly customerCountry?: string | undefined
  /** Days off, theirs and ours together. Their data carry a version elsewhere; here they are plain days. */
  readonly holidays?: ReadonlySet<IsoDate> | undefined
}

/** Longer than any run of holidays; past it the plan's own day stands. */
const SEARCH_DAYS = 31

/** The work rules of both sides, for counting business days. */
export function rulesOf(calendar: TouchCalendar): readonly [WorkRule, WorkRule] {
  const { workingDays, customerCountry, holidays } = calendar
  return [{ workingDays, holidays }, workRuleOf(customerCountry)]
}

/** Why nobody should be written to on a day; undefined when the day is fine for both sides. */
export function whyNot(day: IsoDate, calendar: TouchCalendar): Exclude<MoveReason, 'person'> | undefined {
  if (calendar.holidays?.has(day) === true) return 'holiday'
  if (isWeekend(day, calendar.customerCountry)) return 'weekendThere'
  return calendar.workingDays.includes(weekday(day)) ? undefined : 'weekendHere'
}

/**
 * The day itself when it is fine for both sides, else the next one that is. Where the two calendars never
 * meet (we only work on their weekend) the day itself stands: a touch is late rather than lost.
 */
export function nextFineDay(day: IsoDate, calendar: TouchCalendar): IsoDate {
  for (let ahead = 0; ahead <= SEARCH_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (whyNot(candidate, calendar) === undefined) return candidate
  }
  return day
}
