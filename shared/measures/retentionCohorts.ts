import type { CurrencyCode, Money } from '../money/values'
import { compareDays } from '../time/calendarDay'
import { quarterNumber } from '../time/period'
import type { IsoDate } from '../time/values'
import { MinorTally } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'

/** What a cohort did in one quarter of its life. */
export interface CohortCell {
  /** 0 is the quarter of the first order itself. */
  readonly quartersAfter: number
  /** Share (0 to 1) of the cohort with an order in that quarter. The running quarter may still grow. */
  readonly share: Figure
  readonly revenue: Figure<Money>
  /** Of the orders whose cost is known. */
  readonly margin: Figure<Money>
  /** Orders of that quarter whose cost nobody knows; the margin is without them. */
  readonly withoutMargin: number
}

/** The customers whose first order fell into one quarter. */
export interface RetentionCohort {
  /** As `quarterNumber` counts; `quarterPeriod` gives its days. */
  readonly quarter: number
  readonly customers: number
  /** Up to the quarter of today; what has not come yet has no cell. */
  readonly cells: readonly CohortCell[]
}

/**
 * Retention cohorts: rows are quarters of first order; cell k is the share with an order in the k-th quarter after, its
 * revenue less credits, and its margin. Earliest cohort first. Source: measures.md "retention cohort".
 */
export function retentionCohorts(
  facts: readonly Pick<CustomerFacts, 'orders' | 'credits'>[],
  today: IsoDate,
  base: CurrencyCode,
): RetentionCohort[] {
  const now = quarterNumber(today)
  const cohorts = new Map<number, { customers: number; cells: Cell[] }>()
  for (const { orders, credits } of facts) {
    const first = orders[0]?.on
    if (first === undefined || compareDays(first, today) > 0) continue
    const quarter = quarterNumber(first)
    const cohort = cohorts.get(quarter) ?? { customers: 0, cells: newCells(now - quarter + 1) }
    cohorts.set(quarter, cohort)
    cohort.customers += 1
    let last = -1
    for (const { on, revenueMinor, marginMinor } of orders) {
      const place = quarterNumber(on) - quarter
      const cell = compareDays(on, today) <= 0 ? cohort.cells[place] : undefined
      if (cell === undefined) continue
      // Orders come earliest first, so a quarter's orders stand together.
      if (place !== last) cell.active += 1
      last = place
      cell.revenue.add(revenueMinor)
      cell.margin.add(marginMinor)
    }
    for (const { on, minor } of credits) {
      const cell = compareDays(on, today) <= 0 ? cohort.cells[quarterNumber(on) - quarter] : undefined
      cell?.revenue.add(minor)
    }
  }
  return [...cohorts]
    .sort((a, b) => a[0] - b[0])
    .map(([quarter, { customers, cells }]) => ({
      quarter,
      customers,
      cells: cells.map((cell, quartersAfter) => ({
        quartersAfter,
        share: ratio(cell.active, customers, 'measures.noOrders'),
        revenue: cell.revenue.total(base),
        margin: cell.margin.margin(base),
        withoutMargin: cell.margin.leftOut,
      })),
    }))
}

interface Cell {
  active: number
  readonly revenue: MinorTally
  readonly margin: MinorTally
}

function newCells(count: number): Cell[] {
  return Array.from({ length: count }, () => ({
    active: 0,
    revenue: new MinorTally(),
    margin: new MinorTally(),
  }))
}
