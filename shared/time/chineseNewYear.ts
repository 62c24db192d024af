import type { IsoDate } from './values'

/**
 * The first day of the first Chinese month. Source: Hong Kong Observatory, Gregorian-Lunar calendar conversion tables.
 * A table and no arithmetic, since engines differ: one common version of ICU has 2027 a day late.
 */
const FIRST_DAYS: readonly IsoDate[] = [
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
  '2036-01-28',
  '2037-02-15',
  '2038-02-04',
  '2039-01-24',
  '2040-02-12',
]

/** Chinese New Year's Day within a year of ours, 2024 to 2040; undefined outside them. */
export function chineseNewYear(year: number): IsoDate | undefined {
  return FIRST_DAYS.find((day) => day.startsWith(`${year}-`))
}
