import { divideRounded } from '../money/decimal'
import type { Money } from '../money/values'
import { type Figure, figure, noFigure } from './figure'

/**
 * Cost per X: the direct cost of a scope divided by the number of X in it, rounded once to the currency's
 * smallest unit. `what` names the X (`card`, `qualifiedLead`, `order`) for the reason when there is none.
 *
 * Source: measures.md "cost per X". CNY 100,000 over 3 orders is CNY 33,333.33.
 */
export function costPer(cost: Figure<Money>, count: number, what: string): Figure<Money> {
  if (cost.value === undefined) return cost
  if (!Number.isSafeInteger(count) || count <= 0) return noFigure('measures.noneCounted', { what })
  const minor = Number(divideRounded(BigInt(cost.value.minor), BigInt(count)))
  return figure({ minor, currency: cost.value.currency })
}

/**
 * The same where linear attribution leaves parts of customers: 2.5 of them share the cost. A whole number is divided
 * exactly as `costPer` does.
 */
export function costPerShare(cost: Figure<Money>, count: number, what: string): Figure<Money> {
  if (cost.value === undefined || Number.isInteger(count)) return costPer(cost, count, what)
  if (!Number.isFinite(count) || count <= 0) return noFigure('measures.noneCounted', { what })
  const minor = Math.round(cost.value.minor / count)
  const { currency } = cost.value
  return Number.isSafeInteger(minor)
    ? figure({ minor, currency })
    : noFigure('measures.tooLarge', { base: currency })
}
