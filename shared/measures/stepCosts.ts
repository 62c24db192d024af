import type { RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import type { Grade } from '../records/customer'
import { isWithin, type Period } from '../time/period'
import { type AttributionModel, sumOfShares } from './attribution'
import { costPerShare } from './costPer'
import { type CostView, periodCost } from './costViews'
import type { CustomerFacts } from './facts/customerFacts'
import type { Figure } from './figure'
import { costsInScope, type PlacedCost, type Places, type Scope, shareInScope } from './places'
import type { ScopeCost } from './scopeCost'

/** What a cost can be divided by, with the step whose day puts it into a period. */
const COSTED = [
  { what: 'card', step: 'met' },
  { what: 'joined', step: 'joined' },
  { what: 'qualifiedLead', step: 'met' },
  { what: 'enquiry', step: 'enquiry' },
  { what: 'quote', step: 'quote' },
  { what: 'sample', step: 'sample' },
  { what: 'order', step: 'order' },
] as const
export type Costed = (typeof COSTED)[number]['what']

/** A lead worth following: an order in sight, or a sample wanted. */
const QUALIFIED: readonly (Grade | undefined)[] = ['A', 'B']

/** The direct cost of a scope, and what each thing that came of it cost. */
export interface StepCosts {
  readonly cost: ScopeCost
  readonly rows: readonly { readonly what: Costed; readonly count: number; readonly each: Figure<Money> }[]
}

/**
 * Cost per X of a scope and a period: lead met, joined, qualified, enquiry, quote, sample, first order. X counts by the
 * first day that the customer reached it. Source: measures.md "cost per X".
 */
export function stepCosts(question: {
  readonly facts: readonly Pick<CustomerFacts, 'sources' | 'orders' | 'country' | 'steps' | 'grade'>[]
  readonly costs: readonly PlacedCost[]
  readonly scope: Scope
  readonly period: Period
  readonly model: AttributionModel
  readonly view: CostView
  readonly places: Places
  readonly base: CurrencyCode
  readonly rates: RateTable
}): StepCosts {
  const { scope, period, model, places } = question
  const costs = costsInScope(question.costs, scope, places)
  const cost = periodCost(costs, period, question.view, question.base, question.rates)
  const counts = COSTED.map(() => 0)
  for (const one of question.facts) {
    const share = shareInScope(one, scope, model, places)
    if (share === 0) continue
    for (const [place, { what, step }] of COSTED.entries()) {
      // A move to "order" without an order is no order.
      const on = step === 'order' ? one.orders[0]?.on : one.steps[step]
      if (on === undefined || !isWithin(on, period)) continue
      if (what === 'qualifiedLead' && !QUALIFIED.includes(one.grade)) continue
      counts[place] = (counts[place] ?? 0) + share
    }
  }
  const rows = COSTED.map(({ what }, place) => {
    const count = sumOfShares(counts[place] ?? 0)
    return { what, count, each: costPerShare(cost.total, count, what) }
  })
  return { cost, rows }
}
