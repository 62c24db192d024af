import { useIntl } from 'react-intl'
import type { Weekday } from '#shared/time/calendarDay'
import { firstWeekday } from '#shared/time/firstWeekday'
import { withMinus } from './signs'
import { useIsolated } from './text'

/** Formats of the interface language for instants, calendar days and sizes. */
export interface Formats {
  /** `13:12:07`, in the device's zone. */
  readonly clock: (at: number) => string
  /** `13:12`. */
  readonly hourMinute: (at: number) => string
  /** `19 Nov 2026, 13:12`, in the device's zone. */
  readonly dayAndTime: (at: number) => string
  /** `19 Nov 2026, 13:12`, in the device's zone. */
  readonly moment: (at: number) => string
  /** `19 Nov`; with the year when it is not this one. */
  readonly shortDay: (isoDay: string) => string
  /** `Thursday 19 November`. */
  readonly longDay: (isoDay: string) => string
  /** `November 2026`. */
  readonly month: (isoDay: string) => string
  /** The day that weeks begin with. */
  readonly weekBegins: () => Weekday
  /** `Thu`. */
  readonly weekday: (isoDay: string) => string
  /** `7.97`, with exactly so many places. */
  readonly fixed: (value: number, places: number) => string
  /** `Thu 19 Nov`. */
  readonly weekdayDay: (isoDay: string) => string
  /** `45 mins`, `3 hrs`: how long something is likely to take. */
  readonly duration: (minutes: number) => string
  /** `214 GB`. */
  readonly bytes: (sizeBytes: number) => string
  readonly number: (value: number) => string
  /** `+4.5`, `−0.3`: with one place at most, and its sign in front whatever the direction. */
  readonly signed: (value: number) => string
  /** `A, B and C`, or `A, B or C`. */
  readonly listed: (parts: readonly string[], how: 'and' | 'or') => string
  /** The order in which words of the language stand in a list. */
  readonly inOrder: (a: string, b: string) => number
}

/** From here on nobody counts minutes. */
const HOURS_FROM_MINUTES = 120
const GIGABYTE = 1e9
const MEGABYTE = 1e6
const KILOBYTE = 1e3

/** A calendar day has no zone: it is formatted as midnight UTC, in UTC. */
function asUtc(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00Z`)
}

/** The formats of the current interface language. */
export function useFormats(): Formats {
  const intl = useIntl()
  const isolated = useIsolated()
  return {
    listed: (parts, how) =>
      intl.formatList([...parts], { type: how === 'and' ? 'conjunction' : 'disjunction' }),
    weekBegins: () => firstWeekday(intl.locale),
    inOrder: (a, b) => a.localeCompare(b, intl.locale),
    clock: (at) =>
      isolated(intl.formatTime(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })),
    hourMinute: (at) => isolated(intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hour12: false })),
    dayAndTime: (at) =>
      isolated(
        intl.formatDate(at, {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hour12: false,
        }),
      ),
    moment: (at) => isolated(intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })),
    shortDay: (isoDay) =>
      isolated(
        intl.formatDate(asUtc(isoDay), {
          day: 'numeric',
          month: 'short',
          ...(isoDay.startsWith(`${new Date().getFullYear()}-`) ? {} : { year: 'numeric' }),
          timeZone: 'UTC',
        }),
      ),
    weekdayDay: (isoDay) =>
      isolated(
        intl.formatDate(asUtc(isoDay), { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
      ),
    longDay: (isoDay) =>
      isolated(
        intl.formatDate(asUtc(isoDay), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
      ),
    month: (isoDay) =>
      isolated(intl.formatDate(asUtc(isoDay), { month: 'long', year: 'numeric', timeZone: 'UTC' })),
    weekday: (isoDay) => intl.formatDate(asUtc(isoDay), { weekday: 'short', timeZone: 'UTC' }),
    fixed: (value, places) =>
      intl.formatNumber(value, { minimumFractionDigits: places, maximumFractionDigits: places }),
    duration: (minutes) => {
      const isHours = minutes >= HOURS_FROM_MINUTES
      const value = isHours ? Math.round(minutes / 60) : minutes
      return isolated(intl.formatNumber(value, { style: 'unit', unit: isHours ? 'hour' : 'minute' }))
    },
    bytes: (sizeBytes) => {
      const [value, unit] =
        sizeBytes >= GIGABYTE
          ? [sizeBytes / GIGABYTE, 'gigabyte']
          : sizeBytes >= MEGABYTE
            ? [sizeBytes / MEGABYTE, 'megabyte']
            : [sizeBytes / KILOBYTE, 'kilobyte']
      return isolated(
        intl.formatNumber(value, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }),
      )
    },
    number: (value) => intl.formatNumber(value),
    signed: (value) =>
      isolated(withMinus(intl.formatNumber(value, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }))),
  }
}
