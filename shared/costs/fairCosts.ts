import { costPer } from '../measures/costPer'
import type { Figure } from '../measures/figure'
import { type ScopeCost, scopeCost } from '../measures/scopeCost'
import { convertMoney } from '../money/convert'
import type { MissingRate, RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import { COST_CATEGORIES, type Cost, type CostCategory } from '../records/cost'
import type { Customer } from '../records/customer'
import type { Order } from '../records/trade'

/** How many of each kind a fair brought: what its cost is divided by. */
export interface FairCounts {
  /** Customers met there, each once. */
  readonly leads: number
  /** Of these, with grade A or B. */
  readonly qualified: number
  /** First orders of those whose source the fair is. */
  readonly firstOrders: number
}

/** What some costs come to in the base currency. */
export interface CostTotals {
  readonly scope: ScopeCost
  readonly perCategory: readonly { readonly category: CostCategory; readonly scope: ScopeCost }[]
  /** Lines without an amount yet: as long as there are any, every figure is a lower bound. */
  readonly unpriced: number
}

/** What a fair cost, and what that is for each card, qualified lead and order. */
export interface FairCosts extends CostTotals {
  readonly perCard: Figure<Money>
  readonly perQualified: Figure<Money>
  readonly perOrder: Figure<Money>
}

/** The costs that say an amount. A line without one is a reminder, not a cost of zero. */
export function pricedCosts<T extends Pick<Cost, 'amount'>>(costs: readonly T[]): T[] {
  return costs.filter((cost) => cost.amount.minor !== 0)
}

/** Adds up costs in the base currency, in all and by category; categories without a priced cost are left out. */
export function costTotals(costs: readonly Cost[], base: CurrencyCode, rates: RateTable): CostTotals {
  const priced = pricedCosts(costs)
  const categories = COST_CATEGORIES.filter((category) => priced.some((cost) => cost.category === category))
  return {
    scope: scopeCost(priced, base, rates),
    perCategory: categories.map((category) => ({
      category,
      scope: scopeCost(
        priced.filter((cost) => cost.category === category),
        base,
        rates,
      ),
    })),
    unpriced: costs.length - priced.length,
  }
}

/** The figures of one fair, or of several together: `counts` and `costs` must be of the same scope. */
export function fairCosts(
  costs: readonly Cost[],
  counts: FairCounts,
  base: CurrencyCode,
  rates: RateTable,
): FairCosts {
  const totals = costTotals(costs, base, rates)
  const { total } = totals.scope
  return {
    ...totals,
    perCard: costPer(total, counts.leads, 'card'),
    perQualified: costPer(total, counts.qualified, 'qualifiedLead'),
    perOrder: costPer(total, counts.firstOrders, 'order'),
  }
}

/** A cost in the base currency at the rate of its day, or the rate that is missing; undefined without an amount. */
export function costInBase(
  cost: Pick<Cost, 'amount' | 'on'>,
  base: CurrencyCode,
  rates: RateTable,
): { readonly money: Money } | { readonly missing: MissingRate } | undefined {
  if (cost.amount.minor === 0) return undefined
  const converted = convertMoney({ money: cost.amount, on: cost.on }, base, rates, { base })
  return converted.ok ? converted.value : undefined
}

/**
 * The first orders that a fair is credited with: its leads whose source it is (first touch) and who have ordered.
 * A cancelled order is none. Answers the day of each, by customer.
 */
export function firstOrderDays(
  fairId: string,
  customers: readonly Pick<Customer, 'id' | 'sourceTouchpointId'>[],
  orders: readonly Pick<Order, 'customerId' | 'on' | 'status'>[],
): ReadonlyMap<string, string> {
  const ours = new Set(
    customers.filter((customer) => customer.sourceTouchpointId === fairId).map((customer) => customer.id),
  )
  const days = new Map<string, string>()
  for (const order of orders) {
    if (order.status === 'cancelled' || !ours.has(order.customerId)) continue
    const known = days.get(order.customerId)
    if (known === undefined || order.on < known) days.set(order.customerId, order.on)
  }
  return days
}
