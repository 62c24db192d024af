import type { BuyingPattern } from './buyingPatterns'
import { type Maximum, newtonMaximum } from './newtonMaximum'
import { type OrderModel, orderLikelihood, orderModelAt } from './orderModel'
import { type ValuedOrders, type ValueModel, valueLikelihood, valueModelAt } from './valueModel'

/** What a search for a model came to. Only one that `settled` has the most likely model of all. */
export interface Fit<Model> {
  readonly outcome: Maximum['outcome']
  readonly model: Model
  /** The parameters' logarithms: the start of a search on similar data. */
  readonly point: readonly number[]
  readonly logLikelihood: number
}

const between = (low: number, high: number) => [Math.log(low), Math.log(high)] as const
/** A parameter out here says that customers don't differ, or never leave: another model than this one. */
const SHAPE = between(1e-4, 1e4)
const ORDER_BOUNDS = [SHAPE, between(1e-4, 1e6), SHAPE, SHAPE]
const VALUE_BOUNDS = [SHAPE, SHAPE, between(1e-6, 1e8)]

/** Fits BG/NBD to rows that count `weights[row]` times each. `start` saves steps where a similar fit is known. */
export function fitOrders(
  rows: readonly BuyingPattern[],
  weights: ArrayLike<number>,
  start?: readonly number[],
): Fit<OrderModel> {
  let [weeks, orders] = [0, 0]
  rows.forEach((row, at) => {
    weeks += row.observedWeeks * (weights[at] ?? 0)
    orders += row.repeatOrders * (weights[at] ?? 0)
  })
  // Rates that differ as widely as an exponential distribution, centred on what was seen; half of all leave, or a tenth.
  const alpha = Math.log(Math.max(weeks, 1) / Math.max(orders, 1))
  const starts = [
    [0, alpha, 0, 0],
    [0, alpha, -2, 0.2],
    [-1.5, alpha - 1.5, 0, 1],
  ]
  const found = highest(
    (at) => orderLikelihood(at, rows, weights),
    start === undefined ? starts : [start],
    ORDER_BOUNDS,
  )
  return fitOf(found, orderModelAt)
}

/**
 * Fits gamma-gamma to customers that count `weights[row]` times each; means are in a unit of the caller's in which they
 * are near 1.
 */
export function fitValues(
  rows: readonly ValuedOrders[],
  weights: ArrayLike<number>,
  start?: readonly number[],
): Fit<ValueModel> {
  const starts = [
    [1, 1, 0],
    [0, 0.7, 0],
    [2, 2, 1],
  ]
  const found = highest(
    (at) => valueLikelihood(at, rows, weights),
    start === undefined ? starts : [start],
    VALUE_BOUNDS,
  )
  return fitOf(found, valueModelAt)
}

/** The first start that settles; where none does, how the first one ended. */
function highest(
  at: Parameters<typeof newtonMaximum>[0],
  starts: readonly (readonly number[])[],
  bounds: Parameters<typeof newtonMaximum>[2],
): Maximum {
  const found: Maximum[] = []
  for (const start of starts) {
    const maximum = newtonMaximum(at, start, bounds)
    if (maximum.outcome === 'settled') return maximum
    found.push(maximum)
  }
  return found[0] ?? { outcome: 'unsettled', at: [], value: Number.NEGATIVE_INFINITY, steps: 0 }
}

function fitOf<Model>(found: Maximum, modelAt: (point: readonly number[]) => Model): Fit<Model> {
  const { outcome, at, value } = found
  return { outcome, model: modelAt(at), point: at, logLikelihood: value }
}
