import { daysBetween } from '../time/calendarDay'
import type { EpochMs, IsoDate } from '../time/values'

const HOUR_MS = 3_600_000
/** A fair lead should have heard from us by then. */
const FIRST_LIMIT_HOURS = 24
const SECOND_LIMIT_HOURS = 48

/**
 * Lateness of something due on a day: 1 when due today, one more for each day past; undefined while it is
 * not due yet. Source: measures.md "lateness".
 */
export function dueLateness(dueOn: IsoDate, today: IsoDate): number | undefined {
  const past = daysBetween(dueOn, today)
  return past < 0 ? undefined : 1 + past
}

/**
 * Lateness of a fair lead without an answer: 2 after 24 hours, 3 after 48; undefined before, when its
 * thank-you is merely due. A clock that was set back makes nothing late.
 */
export function fairLeadLateness(metAt: EpochMs, now: EpochMs): number | undefined {
  const hours = (now - metAt) / HOUR_MS
  if (hours >= SECOND_LIMIT_HOURS) return 3
  return hours >= FIRST_LIMIT_HOURS ? 2 : undefined
}
