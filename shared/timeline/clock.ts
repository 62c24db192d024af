import { dayIn } from '../time/calendarDay'
import { localTime } from '../time/officeHours'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'

/** A day and a clock time as native fields write them. */
export interface DayAndClock {
  readonly day: IsoDate
  /** `14:30`. */
  readonly time: string
}

/** What calendar and clock of a zone show at an instant. Throws a RangeError for a zone nobody knows. */
export function clockAt(zone: ZoneName, at: EpochMs): DayAndClock {
  const there = localTime(zone, at)
  const two = (part: number) => String(part).padStart(2, '0')
  return { day: dayIn(zone, at), time: `${two(there?.hour ?? 0)}:${two(there?.minute ?? 0)}` }
}
