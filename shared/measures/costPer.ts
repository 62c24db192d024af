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
