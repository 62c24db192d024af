import { isWeekend } from './businessDays'
import { DAY_MS, dayOfNumber, type Weekday, weekday } from './calendarDay'
import type { EpochMs, IsoDate, ZoneName } from './values'
import { isKnownZone, offsetMsAt } from './zoneOffset'

/** An office is taken to be open from this hour of its own clock. */
const OFFICE_OPENS_HOUR = 9
/** An office is taken to be closed from this hour of its own clock. */
const OFFICE_CLOSES_HOUR = 18

/** What a clock on somebody's wall shows. */
export interface LocalTime {
  readonly day: IsoDate
  readonly hour: number
  readonly minute: number
  readonly weekday: Weekday
  /** Office hours on a day that is no weekend there; holidays are not considered. */
  readonly open: boolean
}

/**
 * The local time in a zone at an instant, and whether offices are likely open there.
 * `country` decides the weekend; without it Saturday and Sunday. Undefined for a zone this machine does
 * not know, so that one mistyped zone never stops a list.
 */
export function localTime(zone: ZoneName, at: EpochMs, country?: string): LocalTime | undefined {
  if (!isKnownZone(zone)) return undefined
  const local = at + offsetMsAt(zone, at)
  const dayCount = Math.floor(local / DAY_MS)
  const minutes = Math.floor((local - dayCount * DAY_MS) / 60_000)
  const day = dayOfNumber(dayCount)
  const hour = Math.floor(minutes / 60)
  const inHours = hour >= OFFICE_OPENS_HOUR && hour < OFFICE_CLOSES_HOUR
  return { day, hour, minute: minutes % 60, weekday: weekday(day), open: inHours && !isWeekend(day, country) }
}
