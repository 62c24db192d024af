import { addDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { CORRECTIONS, CORRECTIONS_VERSION, type Correction } from './corrections'
import type { CountryHolidays, DayOff } from './dayOff'
import { holidayNameKey, isReligious } from './holidayNames'

/** A holiday as the library computes it. */
export interface LibraryHoliday {
  /** `2027-03-09 00:00:00`, the country's own clock; a zone may follow. */
  readonly date: string
  readonly durationHours: number
  readonly name: string
  readonly type: string
  readonly rule: string
}

/** What the library answers; a function so that the pure side need not know it. Undefined for an unknown country. */
export type AskLibrary = (country: string, year: number) => readonly LibraryHoliday[] | undefined

/** Days off by law, and days on which banks and mostly everybody else is closed. Observances are worked. */
const OFF_TYPES: readonly string[] = ['public', 'bank']
/** A day on which clocks go forward is an hour short, and no less a day off. */
const WHOLE_DAY_HOURS = 23

/**
 * The days off of a country over some years, from the library with our corrections over it. Half days are worked.
 * Sorted by day, each day once: of two holidays on one day the one that the library names first stands.
 */
export function countryHolidays(
  country: string,
  years: { readonly fromYear: number; readonly toYear: number },
  ask: AskLibrary,
  libraryVersion: string,
): CountryHolidays {
  const correction = CORRECTIONS.find((one) => one.country === country)
  const byDay = new Map<IsoDate, DayOff>()
  let isKnown = false
  for (let year = years.fromYear; year <= years.toYear; year += 1) {
    const decree = correction?.decreed?.find((one) => one.year === year)
    // The library computes a Chinese year from the moon, which takes it a quarter of a second: asked only where needed.
    const answer = decree === undefined ? ask(country, year) : []
    isKnown ||= answer !== undefined
    const days =
      decree === undefined
        ? computedDays(country, year, answer ?? [], correction)
        : decree.daysOff.flatMap(({ name, from, to }) =>
            daysFromTo(from, to).map((day) => asDayOff(country, day, name, '')),
          )
    for (const dayOff of days) {
      if (!byDay.has(dayOff.day)) byDay.set(dayOff.day, dayOff)
    }
  }
  const workdays = (correction?.decreed ?? []).flatMap((decree) => decree.workdays)
  return {
    country,
    version: `${libraryVersion}+${CORRECTIONS_VERSION}`,
    ...years,
    isKnown,
    daysOff: [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    workdays: workdays.filter((day) => isWithin(day, years)),
  }
}

function computedDays(
  country: string,
  year: number,
  found: readonly LibraryHoliday[],
  correction: Correction | undefined,
): DayOff[] {
  const kept = found.filter(
    ({ name, type }) => OFF_TYPES.includes(type) && correction?.dropNames?.includes(name) !== true,
  )
  return [
    ...kept.flatMap((holiday) =>
      wholeDaysOf(holiday).map((day) => asDayOff(country, day, holiday.name, holiday.rule)),
    ),
    ...besides(country, year, kept, correction),
    ...(correction?.yearly ?? [])
      .filter(({ since }) => since <= year)
      .map(({ name, monthDay }) => asDayOff(country, `${year}-${monthDay}`, name, '')),
    ...(correction?.added ?? [])
      .filter(({ day }) => day.startsWith(`${year}-`))
      .map(({ name, day }) => asDayOff(country, day, name, '')),
  ]
}

function besides(
  country: string,
  year: number,
  kept: readonly LibraryHoliday[],
  correction: Correction | undefined,
): DayOff[] {
  return (correction?.beside ?? []).flatMap(({ of, offsetDays, name, since }) => {
    if (year < since) return []
    // The Islamic year is shorter than ours: one of its feasts may come twice in a year of ours.
    const starts = kept.filter((holiday) => holiday.name === of).map(({ date }) => date.slice(0, 10))
    const firsts = starts.filter((day) => !starts.includes(addDays(day, -1)))
    return firsts.map((first) =>
      asDayOff(country, addDays(first, offsetDays), name, kept.find((one) => one.name === of)?.rule ?? ''),
    )
  })
}

function wholeDaysOf({ date, durationHours }: LibraryHoliday): IsoDate[] {
  const day = date.slice(0, 10)
  // A holiday from noon on leaves a morning in which letters are read.
  if (date.slice(11, 13) !== '00' || durationHours < WHOLE_DAY_HOURS) return []
  const count = Math.floor((durationHours + 24 - WHOLE_DAY_HOURS) / 24)
  return Array.from({ length: count }, (_, place) => addDays(day, place))
}

function asDayOff(country: string, day: IsoDate, name: string, rule: string): DayOff {
  const nameKey = holidayNameKey(name)
  const kind = isReligious(rule, nameKey) ? 'religious' : 'public'
  return { day, kind, country, name, ...(nameKey === undefined ? {} : { nameKey }) }
}

function daysFromTo(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

function isWithin(day: IsoDate, years: { readonly fromYear: number; readonly toYear: number }): boolean {
  const year = Number(day.slice(0, 4))
  return year >= years.fromYear && year <= years.toYear
}
