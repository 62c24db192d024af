import type { CountryHolidays } from '#shared/holidays/dayOff'
import { type SideCalendar, sideHere, sideThere } from '#shared/holidays/holidayCalendar'
import type { TouchCalendar } from '#shared/nurture/fineDay'
import { DEFAULT_SETTINGS, type Settings } from '#shared/records/settings'
import { HolidayLibrary } from './holidayLibrary'

/** What the notebook's settings say about days. */
export type DaySettings = Pick<Settings, 'workingDays' | 'homeCountry' | 'shutdowns' | 'holidayOverrides'>

/** Holidays are known for the year before, this one and the next; touches farther off keep to weekends until then. */
const YEARS_BACK = 1
const YEARS_AHEAD = 1

/**
 * The calendar of each country, ours beside it: one object a country, so that what is found out about its days is
 * found out once. Until `read` has brought a country's holidays only its weekends count.
 */
export class TouchCalendars {
  private readonly library = new HolidayLibrary()
  private readonly holidays = new Map<string, CountryHolidays>()
  private readonly calendars = new Map<string, TouchCalendar>()
  private settings = noSettings()
  private here: SideCalendar = sideHere(undefined, undefined)
  private thisYear = 0

  /** Whether `read` has nothing left to bring for these countries and our own. */
  isRead(countries: Iterable<string>): boolean {
    return this.missing(countries).length === 0
  }

  /** Takes the settings and the day; true when calendars differ from before. */
  follow(settings: DaySettings | undefined, today: string): boolean {
    const next = settings ?? noSettings()
    const year = Number(today.slice(0, 4))
    if (JSON.stringify(daysOf(next)) === JSON.stringify(daysOf(this.settings)) && year === this.thisYear)
      return false
    if (year !== this.thisYear) this.holidays.clear()
    this.thisYear = year
    this.settings = next
    this.forget()
    return true
  }

  /**
   * Reads the holidays of some countries and of our own, one after the other, so that other calls get their turn.
   * True when there was something to read.
   */
  async read(countries: Iterable<string>, pause: () => Promise<void>): Promise<boolean> {
    const missing = this.missing(countries)
    const years = { fromYear: this.thisYear - YEARS_BACK, toYear: this.thisYear + YEARS_AHEAD }
    for (const country of missing) {
      const found = await this.library.holidaysOf([country], years)
      const holidays = found.get(country)
      if (holidays !== undefined && years.fromYear === this.thisYear - YEARS_BACK)
        this.holidays.set(country, holidays)
      await pause()
    }
    if (missing.length > 0) this.forget()
    return missing.length > 0
  }

  /** The calendar of customers of a country; the same object until something about it changes. */
  of(country: string | undefined): TouchCalendar {
    const key = country ?? ''
    const known = this.calendars.get(key)
    if (known !== undefined) return known
    const { workingDays, holidayOverrides: overrides } = this.settings
    const holidays = country === undefined ? undefined : this.holidays.get(country)
    const there = sideThere(country, holidays, { overrides })
    const calendar = { workingDays, customerCountry: country, sides: { there, here: this.here } }
    this.calendars.set(key, calendar)
    return calendar
  }

  private missing(countries: Iterable<string>): string[] {
    const { homeCountry } = this.settings
    const wanted = new Set([...countries, ...(homeCountry === undefined ? [] : [homeCountry])])
    return [...wanted].filter((country) => !this.holidays.has(country))
  }

  private forget(): void {
    const { homeCountry, shutdowns, holidayOverrides: overrides } = this.settings
    const own = homeCountry === undefined ? undefined : this.holidays.get(homeCountry)
    this.here = sideHere(homeCountry, own, { shutdowns, overrides })
    this.calendars.clear()
  }
}

function noSettings(): DaySettings {
  return { workingDays: [...DEFAULT_SETTINGS.workingDays] }
}

function daysOf({ workingDays, homeCountry, shutdowns, holidayOverrides }: DaySettings): DaySettings {
  return { workingDays, homeCountry, shutdowns, holidayOverrides }
}
