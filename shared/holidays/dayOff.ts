import type { IsoDate } from '../time/values'

/**
 * `public` is a day off by a country's law, `religious` one that follows a religion's calendar (off by law as well),
 * `ours` a day on which our own house is closed.
 */
export type DayOffKind = 'public' | 'religious' | 'ours'

/** A day on which one side does not work, and what it is called. */
export interface DayOff {
  readonly day: IsoDate
  readonly kind: DayOffKind
  /** ISO 3166-1 alpha-2; absent for a shutdown of our own. */
  readonly country?: string | undefined
  /** Names it in the catalogues as `holiday.<key>`; absent where only the library's English name is known. */
  readonly nameKey?: string | undefined
  /** English, or what the person called it. May be empty. */
  readonly name: string
}

/** What is known of a country's days off from one year to another, both included. Plain data: it crosses workers. */
export interface CountryHolidays {
  readonly country: string
  /** The library's version and ours of the corrections: the same version gives the same days. */
  readonly version: string
  readonly fromYear: number
  readonly toYear: number
  /** False where nobody has data of this country: then only its weekend counts, and the person is told. */
  readonly isKnown: boolean
  readonly daysOff: readonly DayOff[]
  /** Days of a weekend that are worked instead of others (China's 调休). */
  readonly workdays: readonly IsoDate[]
}
