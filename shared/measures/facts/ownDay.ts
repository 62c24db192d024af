import { DAY_MS, dayOfNumber } from '../../time/calendarDay'
import type { EpochMs, IsoDate, ZoneName } from '../../time/values'
import { isKnownZone, offsetMsAt } from '../../time/zoneOffset'

/** Gives the day that an instant was on our own clock. */
export type DayOf = (at: EpochMs) => IsoDate

/**
 * The day of an instant in a zone; UTC where the machine does not know the zone. The words of the last days are kept,
 * since a million interactions fall on some thousand days. Instants outside the years 0 to 9999 throw a RangeError.
 */
export function ownDays(zone: ZoneName): DayOf {
  const known = isKnownZone(zone) ? zone : 'UTC'
  const words = new Map<number, IsoDate>()
  return (at) => {
    const count = Math.floor((at + offsetMsAt(known, at)) / DAY_MS)
    const day = words.get(count) ?? dayOfNumber(count)
    words.set(count, day)
    return day
  }
}
