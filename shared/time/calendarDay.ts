import type { EpochMs, IsoDate, ZoneName } from './values'
import { offsetMsAt, startOfDayIn } from './zoneOffset'

/** ISO weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Milliseconds in a day of UTC, which has no clock changes. */
export const DAY_MS = 86_400_000

/** `2027-03-09`: four, two and two digits. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * Days since 1970-01-01 in the Gregorian calendar. Throws a RangeError for text that is not a calendar day.
 *
 * The engine's own calendar in UTC, which has no clock changes, instead of Temporal's polyfill: the scheduler and
 * the measures ask millions of times, and the polyfill takes some hundred times as long. A property test compares
 * the two.
 */
export function dayNumber(day: IsoDate): number {
  return remembered(numbers, day, numberOf)
}

function numberOf(day: IsoDate): number {
  const at = ISO_DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // Engines forgive a 30th of February by going on into March; we do not.
  if (Number.isNaN(at) || isoDayAt(at) !== day) throw new RangeError('not a calendar day')
  return at / DAY_MS
}

/** The inverse of `dayNumber`. Throws a RangeError outside the years 0000 to 9999. */
export function dayOfNumber(dayCount: number): IsoDate {
  return remembered(texts, dayCount, textOf)
}

function textOf(dayCount: number): IsoDate {
  const day = Number.isInteger(dayCount) ? isoDayAt(dayCount * DAY_MS) : ''
  if (!ISO_DAY.test(day)) throw new RangeError('outside the calendar')
  return day
}

/** The same few thousand days are asked for over and over; with more than a working life's all are forgotten. */
const MOST_REMEMBERED = 40_000
const numbers = new Map<IsoDate, number>()
const texts = new Map<number, IsoDate>()

function remembered<K, V>(known: Map<K, V>, key: K, answer: (key: K) => V): V {
  const before = known.get(key)
  if (before !== undefined) return before
  const found = answer(key)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(key, found)
  return found
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
  const start = new Date(dayNumber(monthStart(day)) * DAY_MS)
  start.setUTCMonth(start.getUTCMonth() + count)
  const first = dayOfNumber(start.getTime() / DAY_MS)
  start.setUTCMonth(start.getUTCMonth() + 1)
  const monthDays = start.getTime() / DAY_MS - dayNumber(first)
  return addDays(first, Math.min(Number(day.slice(8)), monthDays) - 1)
}

/** The calendar day that it is in a zone at an instant. Throws a RangeError for a zone nobody knows or an instant outside the years 0 to 9999. */
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

/** The UTC day at an instant; years outside 0000 to 9999 have a longer form. */
function isoDayAt(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : (date.toISOString().split('T')[0] ?? '')
}
