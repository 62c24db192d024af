import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'

/** How many come back. */
export interface RepeatRate {
  readonly buyers: number
  readonly repeaters: number
  readonly rate: Figure
}

/**
 * Customers with at least two orders / customers with at least one, as of a day. Cancelled orders and credits are none.
 * Source: measures.md "repeat rate".
 */
export function repeatRate(facts: readonly Pick<CustomerFacts, 'orders'>[], asOf: IsoDate): RepeatRate {
  let buyers = 0
  let repeaters = 0
  for (const { orders } of facts) {
    const [first, second] = orders
    if (first !== undefined && compareDays(first.on, asOf) <= 0) buyers += 1
    if (second !== undefined && compareDays(second.on, asOf) <= 0) repeaters += 1
  }
  return { buyers, repeaters, rate: ratio(repeaters, buyers, 'measures.noOrders') }
}
