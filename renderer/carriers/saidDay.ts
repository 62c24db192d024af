import { dayIn, startOfDay } from '#shared/time/calendarDay'
import { type EpochMs, type IsoDate, isoDateSchema } from '#shared/time/values'
import { deviceZone } from '../store/TodayContext'

/** Today by this device's clock. */
export function todayHere(now: EpochMs): IsoDate {
  return dayIn(deviceZone(), now)
}

/**
 * The moment of something that was said on a day: now when it was today, else the beginning of that day. Undefined for
 * what is no day and for days to come.
 */
export function momentOf(day: string, now: EpochMs): EpochMs | undefined {
  const today = todayHere(now)
  if (!isoDateSchema.safeParse(day).success || day > today) return undefined
  return day === today ? now : startOfDay(day, deviceZone())
}
