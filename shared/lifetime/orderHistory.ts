import { compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** An order as this room needs it. Cancelled orders are the caller's to leave out. */
export interface PastOrder {
  readonly on: IsoDate
  /** Its amount in the base currency's smallest unit; undefined while a rate is missing. */
  readonly minorBase?: number | undefined
}

/** Everything one customer has ordered, in any order. */
export interface OrderHistory {
  readonly customerId: string
  readonly orders: readonly PastOrder[]
}

/** What the models need to know of one customer. Times are weeks of seven days, as in the papers. */
export interface OrderSummary {
  readonly customerId: string
  /** x: days with an order after the first such day. */
  readonly repeatOrders: number
  /** t_x: weeks from the first to the last day with an order; 0 without a repeat order. */
  readonly lastRepeatWeeks: number
  /** T: weeks from the first order to the day of the summary. */
  readonly observedWeeks: number
  /** Repeat orders whose value is known and above zero: what is known of how much this customer spends. */
  readonly valuedOrders: number
  /** Sum of those values in the base currency's smallest unit. */
  readonly valueMinor: number
}

/** Days in the unit in which the models count time. */
export const WEEK_DAYS = 7

/**
 * Sums up histories as they were known at the end of `asOf`: later orders don't exist yet, and whoever has not
 * ordered by then is left out. Orders of one day are one order of their common value. The first order is not
 * counted, neither as an order nor in value: both models are about what comes back.
 *
 * A day without a rate or with no value above zero (a free sample, a credit note) is an order, but says nothing of how
 * much this customer spends.
 *
 * Throws a RangeError for a day that does not exist.
 */
export function summariseOrders(histories: readonly OrderHistory[], asOf: IsoDate): OrderSummary[] {
  return histories.flatMap(({ customerId, orders }) => {
    const known = orders.filter(({ on }) => compareDays(on, asOf) <= 0)
    const values = valueByDay(known)
    const days = [...values.keys()].sort(compareDays)
    const firstOn = days[0]
    const lastOn = days.at(-1)
    if (firstOn === undefined || lastOn === undefined) return []
    const worth = days.slice(1).map((day) => values.get(day) ?? 0)
    const valued = worth.filter((minor) => minor > 0)
    return [
      {
        customerId,
        repeatOrders: worth.length,
        lastRepeatWeeks: daysBetween(firstOn, lastOn) / WEEK_DAYS,
        observedWeeks: daysBetween(firstOn, asOf) / WEEK_DAYS,
        valuedOrders: valued.length,
        valueMinor: valued.reduce((sum, minor) => sum + minor, 0),
      },
    ]
  })
}

/** One entry a day; a day with an amount whose rate is missing has no value that could be believed. */
function valueByDay(orders: readonly PastOrder[]): Map<IsoDate, number> {
  const values = new Map<IsoDate, number>()
  for (const { on, minorBase } of orders) {
    values.set(on, (values.get(on) ?? 0) + (minorBase ?? Number.NaN))
  }
  return values
}
