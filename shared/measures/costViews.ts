import type { RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import { addDays, addMonths, daysBetween } from '../time/calendarDay'
import { isWithin, type Period } from '../time/period'
import type { PlacedCost } from './places'
import { type ScopeCost, scopeCost } from './scopeCost'

/** Cash: a cost counts on its day. Accrual: it counts on the days that it pays for. */
export const COST_VIEWS = ['cash', 'accrual'] as const
export type CostView = (typeof COST_VIEWS)[number]

/** Content goes on working: its cost is spread over so many months. Source: measures.md "cash / accrual view". */
const CONTENT_MONTHS = 12

/**
 * The days that a cost pays for: what it says (a platform's year), for content the twelve months from its day, else its
 * own day. A term that ends before it begins is taken as the day alone.
 */
export function costTerm(cost: Pick<PlacedCost, 'on' | 'category' | 'coversFrom' | 'coversTo'>): Period {
  const from = cost.coversFrom ?? cost.on
  if (cost.coversTo !== undefined && cost.coversTo >= from) return { from, to: cost.coversTo }
  if (cost.category !== 'content') return { from: cost.on, to: cost.on }
  return { from, to: addDays(addMonths(from, CONTENT_MONTHS), -1) }
}

/**
 * The part of a cost that falls into a period, in the cost's own currency. Spread by day and rounded by running sums:
 * periods that follow on one another add up to the cost exactly, whatever their lengths.
 */
export function costWithin(cost: PlacedCost, period: Period, view: CostView): Money {
  const { amount } = cost
  const none = { minor: 0, currency: amount.currency }
  if (view === 'cash') return isWithin(cost.on, period) ? amount : none
  const term = costTerm(cost)
  const days = daysBetween(term.from, term.to) + 1
  const until = clamp(daysBetween(term.from, period.to) + 1, days)
  const before = clamp(daysBetween(term.from, period.from), days)
  if (until <= before) return none
  return {
    minor: running(amount.minor, until, days) - running(amount.minor, before, days),
    currency: amount.currency,
  }
}

/**
 * The direct cost of a period in the base currency, seen either way, each cost at the rate of its own day. Costs of zero
 * stand for "not known yet" and are no cost on record. Source: measures.md "cash / accrual view".
 */
export function periodCost(
  costs: readonly PlacedCost[],
  period: Period,
  view: CostView,
  base: CurrencyCode,
  rates: RateTable,
): ScopeCost {
  const parts = costs
    .filter((cost) => cost.deletedAt === undefined)
    .map((cost) => ({ amount: costWithin(cost, period, view), on: cost.on }))
    .filter((part) => part.amount.minor !== 0)
  return scopeCost(parts, base, rates)
}

function clamp(days: number, most: number): number {
  return Math.min(Math.max(days, 0), most)
}

/** The part of an amount that has been used up after some days of its term, exact in whole numbers. */
function running(minor: number, days: number, of: number): number {
  return Number((BigInt(minor) * BigInt(days)) / BigInt(of))
}
