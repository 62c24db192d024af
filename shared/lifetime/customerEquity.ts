import { type Figure, figure, noFigure } from '../measures/figure'
import type { CurrencyCode } from '../money/values'
import { randomFrom } from '../sample/random'
import { addDays, addMonths, compareDays, monthStart } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type BuyingPattern, collapsePatterns } from './buyingPatterns'
import { type LifetimeModel, type ModelPair, resamplingPool } from './lifetimeModel'
import { discountedOrders, type ExpectedRange, isOutlook, type Outlook, rangeOf } from './lifetimeValue'
import { type OrderHistory, type OrderSummary, summariseOrders } from './orderHistory'
import { expectedOrderValue } from './valueModel'

/** An outlook, and the currency that the amounts are in. */
export interface EquityOutlook extends Outlook {
  readonly base: CurrencyCode
  /** Decides which customers of a large notebook the range is worked out on. */
  readonly seed: string
}

/** What a notebook's customers are expected to bring. */
export interface CustomerEquity {
  readonly customers: number
  readonly value: ExpectedRange
}

/** The equity as it stood at the end of a quarter. */
export interface EquityPoint {
  readonly on: IsoDate
  readonly equity: Figure<CustomerEquity>
}

/**
 * Customer equity: the sum of the expected LTV of all customers. Rounded once. Of more than 2,500 customers the range
 * is that of a random part, scaled to the sum. Source: measures.md "customer equity".
 */
export function customerEquity(
  model: LifetimeModel,
  summaries: readonly OrderSummary[],
  outlook: EquityOutlook,
): Figure<CustomerEquity> {
  if (!isOutlook(outlook)) return noFigure('measures.badInput')
  const all = collapsePatterns(summaries).rows
  const pool = resamplingPool(summaries, randomFrom(outlook.seed))
  const part = pool.length === summaries.length ? all : collapsePatterns(pool).rows
  const value = rangeOf(model, worthOf(model, all, outlook), (pair) => worthOf(pair, part, outlook))
  const isKept = Number.isSafeInteger(value.minor) && Number.isSafeInteger(value.highMinor)
  return isKept
    ? figure({ customers: summaries.length, value })
    : noFigure('measures.tooLarge', { base: outlook.base })
}

/** Alternatives that a point of the curve takes its range from: fifty times twenty quarters are seconds, not minutes. */
const CURVE_ALTERNATIVES = 50

/**
 * Customer equity at the end of every quarter of the calendar that has ended by `asOf`, from the one of the first
 * order. Each point knows only the orders of its time, but all are told by the one `model`, learned from what is known
 * now: a curve of models learned anew would rise and fall with the learning, and its early quarters, with few
 * customers, would have no model at all. So it says what the customers of a quarter were worth by what we know today,
 * not what we would have said then. Ranges rest on the first 50 alternatives.
 */
export function customerEquityOverTime(
  model: LifetimeModel,
  histories: readonly OrderHistory[],
  asOf: IsoDate,
  outlook: EquityOutlook,
): EquityPoint[] {
  const first = histories
    .flatMap(({ orders }) => orders.map(({ on }) => on))
    .reduce<IsoDate | undefined>((a, b) => (a === undefined || compareDays(b, a) < 0 ? b : a), undefined)
  const lighter = { ...model, alternatives: model.alternatives.slice(0, CURVE_ALTERNATIVES) }
  const points: EquityPoint[] = []
  if (first === undefined) return points
  for (let on = quarterEnd(first); compareDays(on, asOf) <= 0; on = quarterEnd(addDays(on, 1))) {
    points.push({ on, equity: customerEquity(lighter, summariseOrders(histories, on), outlook) })
  }
  return points
}

/** The last day of a day's quarter. */
function quarterEnd(day: IsoDate): IsoDate {
  const monthsLeft = 3 - ((Number(day.slice(5, 7)) - 1) % 3)
  return addDays(addMonths(monthStart(day), monthsLeft), -1)
}

/** Expected value of rows: within one, customers differ only in value, in which the expectation is linear. */
function worthOf(pair: ModelPair, rows: readonly BuyingPattern[], outlook: Outlook): number {
  return rows.reduce((sum, row) => {
    const { customers, valuedOrders, valueMinor } = row
    const mean = { valuedOrders, valueMinor: valueMinor / customers }
    return sum + customers * discountedOrders(pair, row, outlook) * expectedOrderValue(pair.values, mean)
  }, 0)
}
