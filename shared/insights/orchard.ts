import type { Figure } from '../measures/figure'
import { orderRhythm } from '../measures/orderRhythm'
import { isLost } from '../measures/ownedReach'
import { observedValue } from '../measures/treeRings'
import { traceWarmth } from '../measures/warmthTrace'
import type { Money } from '../money/values'
import { compareDays } from '../time/calendarDay'
import { isWithin, trailingYear } from '../time/period'
import type { IsoDate } from '../time/values'
import type { InsightBook, InsightQuestion } from './insightBook'

/** How warm a tree looks; shape tells it as well as colour. */
export const TREE_FORMS = ['warm', 'steady', 'cooling', 'bare'] as const
export type TreeForm = (typeof TREE_FORMS)[number]

/** A customer with an order, as a tree. */
export interface Tree {
  readonly customerId: string
  readonly name: string
  readonly country?: string
  /** The day that it was planted. */
  readonly firstOrderOn: IsoDate
  /** Years of the relationship begun so far. */
  readonly rings: number
  /** 0 to 100. */
  readonly warmth: number
  readonly form: TreeForm
  /** Orders of the last twelve months: fruit. */
  readonly fruit: number
  readonly orders: number
  /** Came by referral. */
  readonly isGraft: boolean
  /** Revenue since the first order. */
  readonly value: Figure<Money>
  /** Past their own order rhythm. */
  readonly daysLate: number
}

/** Every buyer as a tree, by the year of the first order and, within it, the most valuable first. */
export function orchard(book: InsightBook, { today, now }: InsightQuestion): readonly Tree[] {
  const year = trailingYear(today)
  const trees: Tree[] = []
  for (const { facts, name, warmth } of book.customers) {
    const orders = facts.orders.filter(({ on }) => compareDays(on, today) <= 0)
    const firstOrderOn = orders[0]?.on
    if (firstOrderOn === undefined) continue
    const { rings, revenue } = observedValue(facts, today, book.base)
    const score = traceWarmth(warmth, now, book.halfLifeDays)
    const days = orders.map(({ on }) => on)
    trees.push({
      customerId: facts.customerId,
      name,
      ...(facts.country === undefined ? {} : { country: facts.country }),
      firstOrderOn,
      rings: rings.length,
      warmth: score,
      form: isLost(facts, today) ? 'bare' : formOf(score),
      fruit: orders.filter(({ on }) => isWithin(on, year)).length,
      orders: orders.length,
      isGraft: facts.referredById !== undefined,
      value: revenue,
      daysLate: orderRhythm(days, today).value?.daysLate ?? 0,
    })
  }
  return trees.sort(
    (a, b) =>
      yearOf(a) - yearOf(b) ||
      (b.value.value?.minor ?? 0) - (a.value.value?.minor ?? 0) ||
      (a.customerId < b.customerId ? -1 : 1),
  )
}

/** The year in which a tree was planted: trees of one year stand together. */
export function yearOf(tree: Pick<Tree, 'firstOrderOn'>): number {
  return Number(tree.firstOrderOn.slice(0, 4))
}

/** Solid canopy from 70, outline from 40, loose leaves from 15, bare below. */
function formOf(warmth: number): TreeForm {
  if (warmth >= 70) return 'warm'
  if (warmth >= 40) return 'steady'
  return warmth >= 15 ? 'cooling' : 'bare'
}
