import digamma from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'
import trigamma from '@stdlib/math-base-special-trigamma'
import type { Curvature } from './newtonMaximum'
import type { OrderSummary } from './orderHistory'
import { byLogarithms } from './orderModel'

/**
 * Parameters of the gamma-gamma model of order values: a customer's orders vary around its own mean by a gamma
 * distribution of shape `p`, and the means differ between customers by `q` and `gammaMinor`.
 */
export interface ValueModel {
  readonly p: number
  readonly q: number
  /** In the base currency's smallest unit. */
  readonly gammaMinor: number
}

/** The repeat orders of one customer with a value: how many, and their mean in a unit near 1. */
export interface ValuedOrders {
  readonly orders: number
  readonly mean: number
}

/** Parameters from their logarithms; the scale is that of the amounts, whatever their unit. */
export function valueModelAt(point: readonly number[]): ValueModel {
  const [p = 0, q = 0, scale = 0] = point
  return { p: Math.exp(p), q: Math.exp(q), gammaMinor: Math.exp(scale) }
}

/**
 * Log-likelihood of the mean order values, each counted `weights[row]` times, with exact derivatives by the logarithms
 * of the three parameters.
 *
 * Source: Fader & Hardie, The Gamma-Gamma Model of Monetary Value (2013), equation (1a).
 */
export function valueLikelihood(
  point: readonly number[],
  rows: readonly ValuedOrders[],
  weights: ArrayLike<number>,
): Curvature {
  const { p, q, gammaMinor: scale } = valueModelAt(point)
  const shapes = new Map<number, Shape>()
  const atQ = { ln: gammaln(q), first: digamma(q), second: trigamma(q) }
  const lnScale = Math.log(scale)
  let value = 0
  let [g0, g1, g2] = [0, 0, 0]
  let [h00, h01, h02, h11, h12, h22] = [0, 0, 0, 0, 0, 0]
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]
    const weight = weights[at] ?? 0
    if (row === undefined || weight === 0) continue
    const { orders: n, mean } = row
    let shape = shapes.get(n)
    if (shape === undefined) {
      shape = shapeOf(p * n, q)
      shapes.set(n, shape)
    }
    const total = scale + n * mean
    const lnTotal = Math.log(total)
    const lnSum = Math.log(n * mean)
    value +=
      weight * (shape.ln - atQ.ln + q * lnScale - Math.log(mean) + p * n * lnSum - (p * n + q) * lnTotal)
    g0 += weight * n * (shape.both1 - shape.own1 + lnSum - lnTotal)
    g1 += weight * (shape.both1 - atQ.first + lnScale - lnTotal)
    g2 += weight * (q / scale - (p * n + q) / total)
    h00 += weight * n * n * (shape.both2 - shape.own2)
    h01 += weight * n * shape.both2
    h02 -= (weight * n) / total
    h11 += weight * (shape.both2 - atQ.second)
    h12 += weight * (1 / scale - 1 / total)
    h22 += weight * ((p * n + q) / total ** 2 - q / scale ** 2)
  }
  const hessian = [
    [h00, h01, h02],
    [h01, h11, h12],
    [h02, h12, h22],
  ]
  return byLogarithms([p, q, scale], { value, gradient: [g0, g1, g2], hessian })
}

/**
 * What one more order of a customer is worth, in the base currency's smallest unit: between the customer's own mean and
 * that of all, the nearer to its own the more it has ordered. Needs q > 1 for a customer without a valued order; no
 * such model is ever accepted (`fitValues`). Source: Fader & Hardie 2013, equation (5).
 */
export function expectedOrderValue(
  model: ValueModel,
  summary: Pick<OrderSummary, 'valuedOrders' | 'valueMinor'>,
): number {
  const { p, q, gammaMinor } = model
  return (p * (gammaMinor + summary.valueMinor)) / (p * summary.valuedOrders + q - 1)
}

interface Shape {
  readonly ln: number
  readonly both1: number
  readonly own1: number
  readonly both2: number
  readonly own2: number
}

/** ln(Γ(own + q) / Γ(own)) and the derivatives of its two parts. */
function shapeOf(own: number, q: number): Shape {
  return {
    ln: gammaln(own + q) - gammaln(own),
    both1: digamma(own + q),
    own1: digamma(own),
    both2: trigamma(own + q),
    own2: trigamma(own),
  }
}
