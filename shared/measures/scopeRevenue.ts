import type { CurrencyCode, Money } from '../money/values'
import { isWithin, type Period } from '../time/period'
import type { IsoDate } from '../time/values'
import { type AttributionModel, attribute, type SourceShare, sumOfShares } from './attribution'
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
    for (const { kind, parts } of salesInScope(one, scope, period, model, places)) {
      if (kind === 'order') orders += parts.reduce((sum, part) => sum + part.source.share, 0)
      tally.add(wholeOf(parts))
    }
  }
  return { revenue: tally.total(base), orders: sumOfShares(orders), leftOut: tally.leftOut }
}

/** An order or a credit of one customer, cut by the sources that brought them. */
export interface SourcedSale {
  readonly kind: 'order' | 'credit'
  readonly on: IsoDate
  /** Of the sources in the scope; `minor` is absent where the amount is not known in the base currency. */
  readonly parts: readonly SoldPart[]
}

/** What of a sale is one source's. */
interface SoldPart {
  readonly source: SourceShare
  readonly minor?: number
}

/** The sales of a customer in a period as a scope sees them: what `scopeRevenue` adds up. */
export function salesInScope(
  one: Pick<CustomerFacts, 'sources' | 'orders' | 'credits' | 'country'>,
  scope: Scope,
  period: Period,
  model: AttributionModel,
  places: Places,
): readonly SourcedSale[] {
  if (scope.country !== undefined && scope.country !== one.country) return []
  const shares = attribute(one, model)
  const inScope = shares.map((share) => isShareInScope(share, scope, places))
  if (!inScope.includes(true)) return []
  const weights = shares.map(({ share }) => share)
  const partsOf = (minor: number | undefined): readonly SoldPart[] => {
    const cut = minor === undefined ? undefined : splitMinor(minor, weights)
    return shares.flatMap((source, place) => {
      if (inScope[place] !== true) return []
      const own = cut?.[place]
      return [own === undefined ? { source } : { source, minor: own }]
    })
  }
  return [
    ...one.orders
      .filter(({ on }) => isWithin(on, period))
      .map(({ on, revenueMinor }) => ({ kind: 'order' as const, on, parts: partsOf(revenueMinor) })),
    ...one.credits
      .filter(({ on }) => isWithin(on, period))
      .map(({ on, minor }) => ({ kind: 'credit' as const, on, parts: partsOf(minor) })),
  ]
}

function wholeOf(parts: readonly SoldPart[]): number | undefined {
  let sum = 0
  for (const { minor } of parts) {
    if (minor === undefined) return undefined
    sum += minor
  }
  return sum
}
