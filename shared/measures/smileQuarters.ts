import type { RateTable } from '../money/rates'
import type { CurrencyCode, Money } from '../money/values'
import type { CostCategory } from '../records/cost'
import { type Period, quarterNumber, quarterPeriod } from '../time/period'
import type { PlacedHours } from './acquisitionCost'
import { type CostView, periodCost } from './costViews'
import { MinorTally } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, figure, noFigure } from './figure'
import type { PlacedCost } from './places'
import type { ScopeCost } from './scopeCost'
import { costElasticity, costShare } from './smileCurve'

/**
 * Costs that stay when no fair is booked and no click is bought: what was built. All others come and go with the
 * attention that they rent. Source: measures.md "smile curve" (variable: ads, bids, booth; fixed: content, tools, team).
 */
const FIXED: readonly CostCategory[] = ['content', 'tools']

/** One quarter of the curve. */
export interface SmileQuarter {
  /** As `quarterNumber` counts. */
  readonly quarter: number
  readonly variable: ScopeCost
  readonly fixed: ScopeCost
  /** The team's time that was logged for content, at the price of an hour; part of the fixed cost. */
  readonly team: Figure<Money>
  readonly cost: Figure<Money>
  readonly revenue: Figure<Money>
  /** cost / revenue: the height of the curve. */
  readonly share: Figure
  /** ln(cost ratio) / ln(revenue ratio) against the quarter a year before, when the season was the same. */
  readonly elasticity: Figure
}

/**
 * The smile curve: marketing cost over revenue for each quarter of a period, in the view that is asked for. A quarter
 * without any cost on record has no height rather than none to pay. Source: measures.md "smile curve".
 */
export function smileQuarters(question: {
  readonly facts: readonly Pick<CustomerFacts, 'orders' | 'credits'>[]
  readonly costs: readonly PlacedCost[]
  /** The time log, of which hours of the kind `content` are the team's. */
  readonly hours: readonly PlacedHours[]
  readonly period: Period
  readonly view: CostView
  readonly base: CurrencyCode
  readonly rates: RateTable
  /** Price of one hour of ours in the base currency's smallest unit; without it the team's time costs nothing. */
  readonly hourMinor?: number | undefined
}): SmileQuarter[] {
  const { base, rates, view, period } = question
  const first = quarterNumber(period.from)
  const count = Math.max(0, quarterNumber(period.to) - first + 1)
  const revenue = revenueByQuarter(question.facts, first, count)
  const minutes = new Map<number, number>()
  for (const { on, minutes: spent, kind, deletedAt } of question.hours) {
    if (kind === 'content' && deletedAt === undefined)
      minutes.set(quarterNumber(on), (minutes.get(quarterNumber(on)) ?? 0) + spent)
  }
  const fixedCosts = question.costs.filter((cost) => FIXED.includes(cost.category))
  const variableCosts = question.costs.filter((cost) => !FIXED.includes(cost.category))
  const rows: SmileQuarter[] = []
  for (let place = 0; place < count; place += 1) {
    const quarter = first + place
    const days = quarterPeriod(quarter)
    const variable = periodCost(variableCosts, days, view, base, rates)
    const fixed = periodCost(fixedCosts, days, view, base, rates)
    const teamMinor = Math.round(((minutes.get(quarter) ?? 0) * (question.hourMinor ?? 0)) / 60)
    const team = figure({ minor: teamMinor, currency: base })
    const cost = sum([variable.total, fixed.total], teamMinor, base)
    const earned = revenue[place]?.total(base) ?? figure({ minor: 0, currency: base })
    rows.push({
      quarter,
      variable,
      fixed,
      team,
      cost,
      revenue: earned,
      share: compared(cost, earned, (paid, got) => costShare({ cost: paid, revenue: got })),
      elasticity: againstYearBefore(rows[place - 4], cost, earned),
    })
  }
  return rows
}

function revenueByQuarter(
  facts: readonly Pick<CustomerFacts, 'orders' | 'credits'>[],
  first: number,
  count: number,
): MinorTally[] {
  const tallies = Array.from({ length: count }, () => new MinorTally())
  for (const { orders, credits } of facts) {
    for (const { on, revenueMinor } of orders) tallies[quarterNumber(on) - first]?.add(revenueMinor)
    for (const { on, minor } of credits) tallies[quarterNumber(on) - first]?.add(minor)
  }
  return tallies
}

/** Adds what is known. Costs that could not be converted are named beside it; with no cost at all there is no sum. */
function sum(costs: readonly Figure<Money>[], teamMinor: number, currency: CurrencyCode): Figure<Money> {
  const known = costs.flatMap((cost) => (cost.value === undefined ? [] : [cost.value.minor]))
  if (known.length === 0 && teamMinor === 0) {
    return costs.find((cost) => cost.reason?.code !== 'measures.noCost') ?? noFigure('measures.noCost')
  }
  const minor = known.reduce((total, part) => total + part, teamMinor)
  return Number.isSafeInteger(minor)
    ? figure({ minor, currency })
    : noFigure('measures.tooLarge', { base: currency })
}

function compared(
  cost: Figure<Money>,
  revenue: Figure<Money>,
  compare: (cost: number, revenue: number) => Figure,
): Figure {
  if (cost.value === undefined) return cost
  if (revenue.value === undefined) return revenue
  return compare(cost.value.minor, revenue.value.minor)
}

function againstYearBefore(
  before: SmileQuarter | undefined,
  cost: Figure<Money>,
  revenue: Figure<Money>,
): Figure {
  if (before === undefined) return noFigure('measures.noYearBefore')
  return compared(before.cost, before.revenue, (costThen, revenueThen) =>
    compared(cost, revenue, (costNow, revenueNow) =>
      costElasticity({ cost: costThen, revenue: revenueThen }, { cost: costNow, revenue: revenueNow }),
    ),
  )
}
