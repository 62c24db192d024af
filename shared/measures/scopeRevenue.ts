import type { CurrencyCode, Money } from '../money/values'
import { isWithin, type Period } from '../time/period'
import { type AttributionModel, attribute, sumOfShares } from './attribution'
import { MinorTally, splitMinor } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import type { Figure } from './figure'
import { isShareInScope, type Places, type Scope } from './places'

/** What the customers of a scope bought in a period. */
export interface ScopeRevenue {
  readonly revenue: Figure<Money>
  /** Orders in the period, parts of them where a customer belongs to several sources. */
  readonly orders: number
  /** Amounts that are not in the revenue, for want of a rate. */
  readonly leftOut: number
}

/**
 * Revenue follows the source that brought the customer: orders less what went back within the period, first orders and
 * later ones alike. A customer of several sources is cut so that the scopes add up to the whole. Source: measures.md
 * "Attribution", "dependence".
 */
export function scopeRevenue(
  facts: readonly Pick<CustomerFacts, 'sources' | 'orders' | 'credits' | 'country'>[],
  scope: Scope,
  period: Period,
  model: AttributionModel,
  places: Places,
  base: CurrencyCode,
): ScopeRevenue {
  const tally = new MinorTally()
  let orders = 0
  for (const one of facts) {
    if (scope.country !== undefined && scope.country !== one.country) continue
    const shares = attribute(one, model)
    const inScope = shares.map((share) => isShareInScope(share, scope, places))
    if (!inScope.includes(true)) continue
    const weights = shares.map(({ share }) => share)
    const own = (minor: number | undefined) =>
      minor === undefined
        ? undefined
        : splitMinor(minor, weights).reduce((sum, part, place) => sum + (inScope[place] ? part : 0), 0)
    const share = weights.reduce((sum, weight, place) => sum + (inScope[place] ? weight : 0), 0)
    for (const order of one.orders) {
      if (!isWithin(order.on, period)) continue
      orders += share
      tally.add(own(order.revenueMinor))
    }
    for (const credit of one.credits) if (isWithin(credit.on, period)) tally.add(own(credit.minor))
  }
  return { revenue: tally.total(base), orders: sumOfShares(orders), leftOut: tally.leftOut }
}
