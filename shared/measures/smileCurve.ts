import { type Figure, figure, noFigure } from './figure'

/** Marketing cost and revenue of one period, in the same unit of one currency. */
export interface CostAndRevenue {
  readonly cost: number
  readonly revenue: number
}

/**
 * Cost elasticity: ln(cost ratio) / ln(revenue ratio), how much of a growth in revenue the marketing cost
 * follows. Below 1 the cost share falls. Doubling revenue with 30 % more cost is 0.379.
 * No figure without growth or shrinkage, or where an amount is zero or negative.
 *
 * Source: measures.md "smile curve".
 */
export function costElasticity(before: CostAndRevenue, after: CostAndRevenue): Figure {
  const amounts = [before.cost, before.revenue, after.cost, after.revenue]
  if (!amounts.every((amount) => Number.isFinite(amount) && amount > 0))
    return noFigure('measures.notPositive')
  const growth = Math.log(after.revenue) - Math.log(before.revenue)
  const value = (Math.log(after.cost) - Math.log(before.cost)) / growth
  return growth === 0 || !Number.isFinite(value) ? noFigure('measures.revenueUnchanged') : figure(value)
}

/** Marketing cost as a share of revenue: one point of the smile curve. */
export function costShare(period: CostAndRevenue): Figure {
  const value = period.cost / period.revenue
  return period.revenue <= 0 || !Number.isFinite(value) ? noFigure('measures.noRevenue') : figure(value)
}
