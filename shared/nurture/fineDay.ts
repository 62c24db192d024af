import type { DayOff } from '../holidays/dayOff'
import type { SideCalendar } from '../holidays/holidayCalendar'
import { isWeekend } from '../time/businessDays'
import { addDays, dayNumber, dayOfNumber, weekday } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** The two calendars that a touch has to suit: ours, who write, and theirs, who read. */
export interface TouchCalendar {
  /** ISO weekdays on which we write (the notebook's settings). */
  readonly workingDays: readonly number[]
  /** Their country, for the weekend there; Saturday and Sunday when nobody knows. */
  readonly customerCountry?: string | undefined
  /** Holidays, worked weekends and shutdowns on both sides; without it only weekends count. */
  readonly sides?: { readonly there: SideCalendar; readonly here: SideCalendar } | undefined
}

/** What keeps a day from being fine for both sides. */
export type Obstacle =
  | { readonly because: 'holiday'; readonly dayOff: DayOff }
  | { readonly because: 'weekendThere'; readonly country?: string | undefined }
  | { readonly because: 'weekendHere' }

/**
 * A quarter: longer than any run of holidays or shutdown that still means the same season. Past it the plan's own day
 * stands.
 */
const SEARCH_DAYS = 92

/** Answers of one calendar, which never change: thousands of customers share a country and thus a calendar. */
const found = new WeakMap<TouchCalendar, Map<IsoDate, IsoDate>>()
/** The same by the numbers of days: to spread a year's touches asks a million times. */
const foundNumbers = new WeakMap<TouchCalendar, Map<number, number>>()

/** Why nobody should be written to on a day; undefined when the day is fine for both sides. */
export function whyNot(day: IsoDate, calendar: TouchCalendar): Obstacle | undefined {
  const { sides, customerCountry: country, workingDays } = calendar
  const dayOff = sides?.here.daysOff.get(day) ?? sides?.there.daysOff.get(day)
  if (dayOff !== undefined) return { because: 'holiday', dayOff }
  if (isWeekend(day, country) && sides?.there.workdays.has(day) !== true)
    return { because: 'weekendThere', country }
  if (workingDays.includes(weekday(day)) || sides?.here.workdays.has(day) === true) return undefined
  return { because: 'weekendHere' }
}

/**
 * The day itself when it is fine for both sides, else the next one that is. Where the two calendars never
 * meet (we only work on their weekend) the day itself stands: a touch is late rather than lost.
 */
export function nextFineDay(day: IsoDate, calendar: TouchCalendar): IsoDate {
  const known = found.get(calendar) ?? new Map<IsoDate, IsoDate>()
  found.set(calendar, known)
  const before = known.get(day)
  if (before !== undefined) return before
  const answer = search(day, calendar)
  known.set(day, answer)
  return answer
}

/** `nextFineDay` for days as they are counted by `dayNumber`. */
export function nextFineNumber(day: number, calendar: TouchCalendar): number {
  const known = foundNumbers.get(calendar) ?? new Map<number, number>()
  foundNumbers.set(calendar, known)
  const before = known.get(day)
  if (before !== undefined) return before
  const answer = dayNumber(nextFineDay(dayOfNumber(day), calendar))
  known.set(day, answer)
  return answer
}

/** The `count`-th day after a day that is fine for both sides; with count 0 what `nextFineDay` answers. */
export function addFineDays(day: IsoDate, count: number, calendar: TouchCalendar): IsoDate {
  let current = count === 0 ? nextFineDay(day, calendar) : day
  for (let done = 0; done < count; done += 1) current = nextFineDay(addDays(current, 1), calendar)
  return current
}

function search(day: IsoDate, calendar: TouchCalendar): IsoDate {
  for (let ahead = 0; ahead <= SEARCH_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (whyNot(candidate, calendar) === undefined) return candidate
  }
  return day
}
