import { Temporal } from 'temporal-polyfill'
import type { EpochMs, IsoDate, ZoneName } from './values'

const BLOCK_MS = 86_400_000
/** Ten years of days; beyond it a zone's memory is simply dropped and filled anew. */
const MAX_DAYS_PER_ZONE = 3660

/** Marks a block in which the clocks change. */
const CHANGES = Number.NaN

const remembered = new Map<ZoneName, Map<number, number>>()

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds.
 * Throws a RangeError for a zone that this machine does not know.
 *
 * Asking Temporal costs about 16 microseconds, too much for a million interactions; the answer for a UTC
 * day in which the clocks do not change is remembered. That is memory only: the answer is always the same.
 */
export function offsetMsAt(zone: ZoneName, at: EpochMs): number {
  const block = Math.floor(at / BLOCK_MS)
  const days = remembered.get(zone)
  const known = days?.get(block)
  if (known !== undefined) return Number.isNaN(known) ? askOffset(zone, at) : known
  const first = askOffset(zone, block * BLOCK_MS)
  const last = askOffset(zone, (block + 1) * BLOCK_MS - 1)
  remember(zone, block, first === last ? first : CHANGES, days)
  return first === last ? first : askOffset(zone, at)
}

/**
 * The first instant of a day in a zone, daylight saving included. Throws as `offsetMsAt` does.
 * `utcMidnight` is the day's midnight in UTC, which the caller has worked out already.
 */
export function startOfDayIn(day: IsoDate, utcMidnight: EpochMs, zone: ZoneName): EpochMs {
  const offset = offsetMsAt(zone, utcMidnight)
  // No zone is more than a day from UTC: with one offset from the day before to the day after, it is the one.
  const steady = [
    utcMidnight - BLOCK_MS,
    utcMidnight - 1,
    utcMidnight + BLOCK_MS - 1,
    utcMidnight + 2 * BLOCK_MS - 1,
  ]
  if (steady.every((at) => offsetMsAt(zone, at) === offset)) return utcMidnight - offset
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}

/** Whether this machine knows a zone: an imported or mistyped one must not stop a view. */
export function isKnownZone(zone: ZoneName): boolean {
  try {
    askOffset(zone, 0)
    return true
  } catch {
    return false
  }
}

function remember(
  zone: ZoneName,
  block: number,
  offset: number,
  days: Map<number, number> | undefined,
): void {
  if (days === undefined) remembered.set(zone, new Map([[block, offset]]))
  else {
    if (days.size >= MAX_DAYS_PER_ZONE) days.clear()
    days.set(block, offset)
  }
}

function askOffset(zone: ZoneName, at: EpochMs): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
}
