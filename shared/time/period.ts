import { addDays, addMonths, compareDays } from './calendarDay'
import type { IsoDate } from './values'

/** A run of calendar days, both ends included. */
export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

const MONTHS_IN_QUARTER = 3

/** Whether a day lies within a period. */
export function isWithin(day: IsoDate, period: Period): boolean {
  return compareDays(day, period.from) >= 0 && compareDays(day, period.to) <= 0
}

/** The twelve months that end with a day: for 2027-03-15 they begin on 2026-03-16. */
export function trailingYear(today: IsoDate): Period {
  return { from: addDays(addMonths(today, -12), 1), to: today }
}

/** The calendar month of a day: `2027-03`. */
export function monthOf(day: IsoDate): string {
  return day.slice(0, 7)
}

/** Quarters counted from the year 0, so that the distance of two is their difference. */
export function quarterNumber(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS_IN_QUARTER)
}

/** The days of a quarter, the inverse of `quarterNumber`. */
export function quarterPeriod(quarter: number): Period {
  const year = String(Math.floor(quarter / 4)).padStart(4, '0')
  const month = String((quarter % 4) * MONTHS_IN_QUARTER + 1).padStart(2, '0')
  const from = `${year}-${month}-01`
  return { from, to: addDays(addMonths(from, MONTHS_IN_QUARTER), -1) }
}
