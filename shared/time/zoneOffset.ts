import { Temporal } from 'temporal-polyfill'
import type { EpochMs, IsoDate, ZoneName } from './values'

const DAY_MS = 86_400_000
/**
 * Short enough that no zone changes its clocks forth and back within it: the shortest spell between two
 * changes since 1970 was a week less an hour (Recife, October 2000).
 */
const BLOCK_MS = 4 * DAY_MS
/** Forty years; beyond it a zone's memory is simply dropped and filled anew. */
const MAX_BLOCKS_PER_ZONE = 3660

/** Marks a block in which the clocks change. */
const CHANGES = Number.NaN

const remembered = new Map<ZoneName, Map<number, number>>()

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds.
 * Throws a RangeError for a zone that this machine does not know.
 *
 * Asking Temporal costs about 16 microseconds, too much for a million interactions; the answer for
 * four days in which the clocks do not change is remembered. That is memory only: the answer is always the same.
 */
export function offsetMsAt(zone: ZoneName, at: EpochMs): number {
  const block = Math.floor(at / BLOCK_MS)
  const blocks = remembered.get(zone)
  const known = blocks?.get(block)
  if (known !== undefined) return Number.isNaN(known) ? askOffset(zone, at) : known
  const first = askOffset(zone, block * BLOCK_MS)
  const last = askOffset(zone, (block + 1) * BLOCK_MS - 1)
  remember(zone, block, first === last ? first : CHANGES, blocks)
  return first === last ? first : askOffset(zone, at)
}

/**
 * The first instant of a day in a zone, daylight saving included. Throws as `offsetMsAt` does.
 * `utcMidnight` is the day's midnight in UTC, which the caller has worked out already.
 */
export function startOfDayIn(day: IsoDate, utcMidnight: EpochMs, zone: ZoneName): EpochMs {
  const offset = offsetMsAt(zone, utcMidnight)
  // No zone is more than a day from UTC: with one offset from the day before to the day after, it is the one.
  const steady = [utcMidnight - DAY_MS, utcMidnight + DAY_MS]
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
  blocks: Map<number, number> | undefined,
): void {
  if (blocks === undefined) remembered.set(zone, new Map([[block, offset]]))
  else {
    if (blocks.size >= MAX_BLOCKS_PER_ZONE) blocks.clear()
    blocks.set(block, offset)
  }
}

function askOffset(zone: ZoneName, at: EpochMs): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
}

/**
 * The instant at which a wall clock in a zone shows an hour and minute of a day. An hour that is skipped is the one
 * after it, of one that comes twice the first counts (Temporal's "compatible"). Throws as `offsetMsAt` does.
 */
export function instantOf(day: IsoDate, hour: number, zone: ZoneName, minute = 0): EpochMs {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } })
    .epochMilliseconds
}
