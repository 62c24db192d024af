import { expectedOrders, type OrderPattern, probabilityAlive } from './expectedOrders'
import type { LifetimeModel, ModelPair } from './lifetimeModel'
import type { OrderSummary } from './orderHistory'
import { expectedOrderValue } from './valueModel'

/** How far ahead to look, and what money that comes later is worth today. */
export interface Outlook {
  readonly horizonWeeks: number
  /** 0.1 is 10 % a year; 0 counts all money alike. */
  readonly yearlyDiscount?: number
}

/**
 * An expectation in the base currency's smallest unit, and where it would lie in nine of ten notebooks that chance
 * might have given instead. It is the range of the expectation: what one customer really does varies far more.
 */
export interface ExpectedRange {
  readonly minor: number
  readonly lowMinor: number
  readonly highMinor: number
}

/** What is expected of one customer from now to the horizon. */
export interface LifetimeValue {
  readonly probabilityAlive: number
  readonly orders: number
  readonly orderValueMinor: number
  /** Orders x value, discounted. */
  readonly value: ExpectedRange
}

/** Part of the alternatives that a range leaves out at each end. */
const TAIL = 0.05
/** Discounted money is taken as coming in the middle of half a year: at 10 % a year less than two thousandths off. */
const HALF_YEAR_WEEKS = 26
/** A year of 365.2425 days. */
const YEAR_WEEKS = 52.1775

/**
 * LTV expected of one customer: expected orders over the horizon x expected value of an order. A customer who has
 * ordered once is taken to spend what customers spend on average. `undefined` for an outlook that is none.
 */
export function lifetimeValue(
  model: LifetimeModel,
  summary: OrderSummary,
  outlook: Outlook,
): LifetimeValue | undefined {
  if (!isOutlook(outlook)) return undefined
  const orderValue = expectedOrderValue(model.values, summary)
  const worth = (pair: ModelPair) =>
    discountedOrders(pair, summary, outlook) * expectedOrderValue(pair.values, summary)
  return {
    probabilityAlive: probabilityAlive(model.orders, summary),
    orders: expectedOrders(model.orders, summary, outlook.horizonWeeks),
    orderValueMinor: Math.round(orderValue),
    value: rangeOf(model, worth(model), worth),
  }
}

/** Whether an outlook can be worked with: some weeks ahead, and a discount that is no penalty on the present. */
export function isOutlook({ horizonWeeks, yearlyDiscount = 0 }: Outlook): boolean {
  return (
    horizonWeeks > 0 &&
    Number.isFinite(horizonWeeks) &&
    yearlyDiscount >= 0 &&
    Number.isFinite(yearlyDiscount)
  )
}

/**
 * Expected orders to the horizon, each counted at what money of its half-year is worth today: compounded yearly, from
 * its middle.
 */
export function discountedOrders(
  { orders }: Pick<ModelPair, 'orders'>,
  pattern: OrderPattern,
  { horizonWeeks, yearlyDiscount = 0 }: Outlook,
): number {
  if (yearlyDiscount === 0) return expectedOrders(orders, pattern, horizonWeeks)
  let [counted, sum] = [0, 0]
  for (let from = 0; from < horizonWeeks; from += HALF_YEAR_WEEKS) {
    const to = Math.min(from + HALF_YEAR_WEEKS, horizonWeeks)
    const untilThen = expectedOrders(orders, pattern, to)
    sum += (untilThen - counted) * (1 + yearlyDiscount) ** (-(from + to) / 2 / YEAR_WEEKS)
    counted = untilThen
  }
  return sum
}

/**
 * The range of an expectation: `worth` under every alternative relative to `worth` under the model, the middle nine
 * tenths of them, narrowed where the alternatives come from a part of the notebook. `minor` is scaled by these ratios,
 * so that it may stand for more customers than `worth` looks at. It always lies within its range.
 */
export function rangeOf(
  model: LifetimeModel,
  minor: number,
  worth: (pair: ModelPair) => number,
): ExpectedRange {
  const usual = worth(model)
  const ratios = model.alternatives
    .map((pair) => Math.log(worth(pair) / usual))
    .filter((ratio) => !Number.isNaN(ratio))
    .sort((a, b) => a - b)
  const at = (share: number) => ratios[Math.round(share * (ratios.length - 1))] ?? 0
  const stretched = (ratio: number) => Math.round(minor * Math.exp(ratio * model.narrowing))
  return {
    minor: Math.round(minor),
    lowMinor: stretched(Math.min(0, at(TAIL))),
    highMinor: stretched(Math.max(0, at(1 - TAIL))),
  }
}
