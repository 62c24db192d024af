import { addDays, addMonths, compareDays } from '../../time/calendarDay'
import { type Period, quarterNumber, quarterPeriod } from '../../time/period'
import type { IsoDate } from '../../time/values'

/** How long a review looks back, in whole calendar units. */
export const REVIEW_UNITS = ['month', 'quarter', 'year'] as const
export type ReviewUnit = (typeof REVIEW_UNITS)[number]

const MONTHS: Readonly<Record<ReviewUnit, number>> = { month: 1, quarter: 3, year: 12 }

/** A period and the one that it is compared with. */
export interface ReviewPeriods {
  readonly period: Period
  readonly before: Period
  /** The period is not over: both sides end on the same day of their unit. */
  readonly isRunning: boolean
}

/**
 * The calendar month, quarter or year so many units back from today (0 is the running one), and the one before it. A
 * running one ends today and is compared with as much of the one before.
 */
export function reviewPeriods(unit: ReviewUnit, back: number, today: IsoDate): ReviewPeriods {
  const months = MONTHS[unit]
  const from = addMonths(firstDay(unit, today), -months * back)
  const end = addDays(addMonths(from, months), -1)
  const beforeFrom = addMonths(from, -months)
  const isRunning = compareDays(today, end) < 0
  const sameDay = addMonths(today, -months)
  const before = { from: beforeFrom, to: isRunning ? sameDay : addDays(from, -1) }
  return { period: { from, to: isRunning ? today : end }, before, isRunning }
}

/** How a unit is called in every language: `2026-10`, `2026 Q3`, `2026`. */
export function periodName(unit: ReviewUnit, from: IsoDate): string {
  if (unit === 'month') return from.slice(0, 7)
  if (unit === 'year') return from.slice(0, 4)
  return `${from.slice(0, 4)} Q${(quarterNumber(from) % 4) + 1}`
}

function firstDay(unit: ReviewUnit, day: IsoDate): IsoDate {
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`
  return quarterPeriod(quarterNumber(day)).from
}
