import { compareDays } from '../time/calendarDay'
import { isWithin, trailingYear } from '../time/period'
import type { IsoDate } from '../time/values'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'

/** Two ways to a customer hold when one breaks. */
const SAFE_CARRIERS = 2

/** How much of the business we can reach without paying anybody: the private-domain ratio. */
export interface OwnedReach {
  readonly customers: number
  /** Shares (0 to 1) of live customers, and of the revenue of the last twelve months. */
  readonly onTwo: { readonly customers: Figure; readonly revenue: Figure }
  readonly onOne: { readonly customers: Figure; readonly revenue: Figure }
  /** Orders that are in no revenue here, for want of a rate. */
  readonly leftOut: number
}

/**
 * Owned reach: the share of live customers, and of trailing-12-month revenue, reachable with consent on at least two of
 * our carriers, and on at least one. A live customer is one that was not lost by that day; revenue counts whoever
 * brought it. Source: measures.md "owned reach".
 */
export function ownedReach(
  facts: readonly Pick<CustomerFacts, 'memberships' | 'orders' | 'credits' | 'history'>[],
  today: IsoDate,
): OwnedReach {
  const year = trailingYear(today)
  const live = { all: 0, one: 0, two: 0 }
  const revenue = { all: 0, one: 0, two: 0 }
  let leftOut = 0
  for (const one of facts) {
    const carriers = reachableCarriers(one, today)
    if (!isLost(one, today)) count(live, 1, carriers)
    for (const part of [...one.orders.map(asCredit), ...one.credits]) {
      if (!isWithin(part.on, year)) continue
      if (part.minor === undefined) leftOut += 1
      else count(revenue, part.minor, carriers)
    }
  }
  const share = (part: 'one' | 'two') => ({
    customers: ratio(live[part], live.all, 'measures.noCustomers'),
    // After more refunds than sales a share means nothing.
    revenue: ratio(revenue[part], Math.max(0, revenue.all), 'measures.noRevenue'),
  })
  return { customers: live.all, onTwo: share('two'), onOne: share('one'), leftOut }
}

/** On how many of our carriers somebody of a customer can be reached with consent on a day. */
export function reachableCarriers(facts: Pick<CustomerFacts, 'memberships'>, today: IsoDate): number {
  const carriers = new Set<string>()
  for (const { carrierId, consented, joinedOn, leftOn } of facts.memberships) {
    const left = leftOn !== undefined && compareDays(leftOn, today) <= 0
    if (consented && !left && compareDays(joinedOn, today) <= 0) carriers.add(carrierId)
  }
  return carriers.size
}

/** Whether the last move of the stage by a day was to "lost". */
export function isLost(facts: Pick<CustomerFacts, 'history'>, today: IsoDate): boolean {
  return facts.history.findLast((move) => compareDays(move.on, today) <= 0)?.to === 'lost'
}

function asCredit(order: CustomerFacts['orders'][number]): CustomerFacts['credits'][number] {
  return order.revenueMinor === undefined ? { on: order.on } : { on: order.on, minor: order.revenueMinor }
}

function count(sums: { all: number; one: number; two: number }, amount: number, carriers: number): void {
  sums.all += amount
  if (carriers >= 1) sums.one += amount
  if (carriers >= SAFE_CARRIERS) sums.two += amount
}
