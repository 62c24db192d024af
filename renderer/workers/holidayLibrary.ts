import { HOLIDAY_DATA_VERSION } from '#shared/holidays/corrections'
import { type AskLibrary, countryHolidays } from '#shared/holidays/countryHolidays'
import type { CountryHolidays } from '#shared/holidays/dayOff'

const HOUR_MS = 3_600_000

/**
 * Loads the holidays of the world; 263 kB packed that nothing but the worker carries, and only when a plan is looked
 * at. The first Chinese year takes 0.2 s to compute, any other some milliseconds.
 */
async function loadLibrary(): Promise<AskLibrary> {
  const { default: Holidays } = await import('date-holidays')
  const known = new Set(Object.keys(new Holidays().getCountries()))
  return (country, year) => {
    if (!known.has(country)) return undefined
    const found = new Holidays(country, { types: ['public', 'bank'] }).getHolidays(year, 'en')
    return found.map(({ date, start, end, name, type, rule }) => ({
      date,
      durationHours: (end.getTime() - start.getTime()) / HOUR_MS,
      name,
      type,
      rule,
    }))
  }
}

/** Asks the library once for each country and span of years, and remembers the answers. */
export class HolidayLibrary {
  private library: Promise<AskLibrary> | undefined
  private readonly known = new Map<string, CountryHolidays>()

  /** The days off of some countries over some years, both included. A country without data comes back as not known. */
  async holidaysOf(
    countries: readonly string[],
    years: { readonly fromYear: number; readonly toYear: number },
  ): Promise<ReadonlyMap<string, CountryHolidays>> {
    const keyOf = (country: string) => `${country}/${years.fromYear}/${years.toYear}`
    const missing = countries.filter((country) => !this.known.has(keyOf(country)))
    if (missing.length > 0) {
      this.library ??= loadLibrary().catch((fault: unknown) => {
        // The next one who asks tries again.
        this.library = undefined
        throw fault
      })
      const ask = await this.library
      for (const country of missing)
        this.known.set(keyOf(country), countryHolidays(country, years, ask, HOLIDAY_DATA_VERSION))
    }
    return new Map(
      countries.flatMap((country) => {
        const holidays = this.known.get(keyOf(country))
        return holidays === undefined ? [] : [[country, holidays] as const]
      }),
    )
  }
}
