import { addDays, compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type Figure, figure, median, noFigure } from './figure'

/** A customer's own rhythm of ordering. */
export interface OrderRhythm {
  readonly medianGapDays: number
  /** Median absolute deviation of the gaps: how regular the rhythm is. */
  readonly madDays: number
  /** How many gaps it rests on: one is a guess, and should be shown as one. */
  readonly gaps: number
  readonly lastOn: IsoDate
  /** The next order is expected between these days, both included. */
  readonly windowFrom: IsoDate
  readonly windowTo: IsoDate
  /** Days past the window's end; 0 while it is still open. */
  readonly daysLate: number
}

/**
 * Order rhythm: median gap between a customer's order days; next window = last + median +- MAD; late when
 * past the window. Several orders of one day are one. Half days widen the window, never narrow it.
 * No figure with fewer than two order days. Source: measures.md "order rhythm".
 */
export function orderRhythm(orderDays: readonly IsoDate[], today: IsoDate): Figure<OrderRhythm> {
  const days = [...new Set(orderDays)].sort(compareDays)
  const gaps = days.slice(1).map((day, place) => daysBetween(days[place] ?? day, day))
  const lastOn = days.at(-1)
  const medianGapDays = median(gaps)
  if (lastOn === undefined || medianGapDays === undefined) {
    return noFigure('measures.tooFewOrders', { count: days.length, needed: 2 })
  }
  const madDays = median(gaps.map((gap) => Math.abs(gap - medianGapDays))) ?? 0
  const windowTo = addDays(lastOn, Math.ceil(medianGapDays + madDays))
  return figure({
    medianGapDays,
    madDays,
    gaps: gaps.length,
    lastOn,
    windowFrom: addDays(lastOn, Math.floor(medianGapDays - madDays)),
    windowTo,
    daysLate: Math.max(0, daysBetween(windowTo, today)),
  })
}
