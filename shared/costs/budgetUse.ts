import { type Figure, ratio } from '../measures/figure'
import { type ScopeCost, scopeCost } from '../measures/scopeCost'
import type { RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import type { Cost } from '../records/cost'
import { pricedCosts } from './fairCosts'

/** How much of a touchpoint's budget is spent. */
export interface BudgetUse {
  readonly budget: Money
  /** Everything spent on it so far, in the budget's currency. */
  readonly spent: ScopeCost
  /** Spent / budget: above 1 it is overdrawn. No cost on record is nothing spent. */
  readonly share: Figure
}

/** Sets what was spent on a touchpoint against its budget, each cost at the rate of its day. */
export function budgetUse(
  budget: Money,
  costs: readonly Cost[],
  base: CurrencyCode,
  rates: RateTable,
): BudgetUse {
  const priced = pricedCosts(costs)
  const spent = scopeCost(priced, budget.currency, rates, { base })
  if (priced.length === 0) return { budget, spent, share: ratio(0, budget.minor, 'measures.notPositive') }
  const { total } = spent
  return {
    budget,
    spent,
    share: total.value === undefined ? total : ratio(total.value.minor, budget.minor, 'measures.notPositive'),
  }
}
