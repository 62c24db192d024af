import type { EpochMs, IsoDate, ZoneName } from './values'
import { offsetMsAt, startOfDayIn } from './zoneOffset'

/** ISO weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Milliseconds in a day of UTC, which has no clock changes. */
export const DAY_MS = 86_400_000

/** The day number of 0000-03-01, where the arithmetic below begins, counted from 1970-01-01. */
const CIVIL_EPOCH_OFFSET = 719_468
const DAYS_PER_ERA = 146_097
/** `2027-03-09`: four, two and two digits. */
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const LAST_DAY_NUMBER = 2_932_896

/**
 * Days since 1970-01-01 in the Gregorian calendar. Throws a RangeError for text that is not a calendar day.
 *
 * Plain integers instead of Temporal, because the scheduler and the measures do this millions of times
 * and Temporal objects cost ten times as much; a property test compares the two. Algorithm: H. Hinnant,
 * "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumber(day: IsoDate): number {
  const parts = ISO_DAY.exec(day)
  if (parts === null) throw new RangeError('not a calendar day')
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) {
    throw new RangeError('not a calendar day')
  }
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - CIVIL_EPOCH_OFFSET
}

/** The inverse of `dayNumber`. Throws a RangeError outside the years 0000 to 9999. */
export function dayOfNumber(dayCount: number): IsoDate {
  const shifted = dayCount + CIVIL_EPOCH_OFFSET
  if (!Number.isInteger(shifted) || shifted < -60 || dayCount > LAST_DAY_NUMBER) {
    throw new RangeError('outside the calendar')
  }
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return isoDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: IsoDate, count: number): IsoDate {
  return dayOfNumber(dayNumber(day) + count)
}

/** Negative when `a` is earlier, positive when later, 0 for the same day: the shape `sort` wants. */
export function compareDays(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The ISO weekday of a day. */
export function weekday(day: IsoDate): Weekday {
  // 1970-01-01 was a Thursday, ISO weekday 4.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The first day of the day's month. */
export function monthStart(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01`
}

/** The same day `count` months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: IsoDate, count: number): IsoDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  if (!(year >= 0 && year <= 9999)) throw new RangeError('outside the calendar')
  return isoDay(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)))
}

/** The calendar day that it is in a zone at an instant. Throws a RangeError for a zone nobody knows. */
export function dayIn(zone: ZoneName, at: EpochMs): IsoDate {
  return dayOfNumber(Math.floor((at + offsetMsAt(zone, at)) / DAY_MS))
}

/**
 * The first instant of a day in a zone: midnight, or the hour after it where clocks are put forward at
 * midnight. Throws a RangeError for a zone nobody knows.
 */
export function startOfDay(day: IsoDate, zone: ZoneName): EpochMs {
  return startOfDayIn(day, dayNumber(day) * DAY_MS, zone)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isoDay(year: number, month: number, date: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}
