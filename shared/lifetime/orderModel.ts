import type { BuyingPattern } from './buyingPatterns'
import type { Curvature } from './newtonMaximum'

/**
 * Parameters of the BG/NBD model of order counts: orders come at a rate that differs between customers by a gamma
 * distribution (shape `r`, rate `alphaWeeks`), and after each order a customer is lost with a probability that differs
 * by a beta distribution (`a`, `b`).
 */
export interface OrderModel {
  readonly r: number
  /** In weeks: r / alphaWeeks is the mean number of orders a week. */
  readonly alphaWeeks: number
  readonly a: number
  readonly b: number
}

/** Logarithms of the parameters, in which the search goes: every point is then a valid model. */
export function orderModelAt(point: readonly number[]): OrderModel {
  const [r = 0, alpha = 0, a = 0, b = 0] = point
  return { r: Math.exp(r), alphaWeeks: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) }
}

/**
 * Log-likelihood of the rows, each counted `weights[row]` times, with exact derivatives by the logarithms of the four
 * parameters.
 *
 * Source: Fader, Hardie & Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2005), equation (6).
 * Ratios of gamma functions whose arguments differ by a whole number of orders are products, so their logarithms are
 * plain sums here: no special function and no cancellation.
 */
export function orderLikelihood(
  point: readonly number[],
  rows: readonly BuyingPattern[],
  weights: ArrayLike<number>,
): Curvature {
  const { r, alphaWeeks: alpha, a, b } = orderModelAt(point)
  const most = rows.reduce((max, row) => Math.max(max, row.repeatOrders), 0)
  const [rising, kept, all] = [risingLogs(r, most), risingLogs(b, most), risingLogs(a + b, most)]
  const lnAlpha = Math.log(alpha)
  let value = 0
  // First and second derivatives by the parameters themselves: r, alpha, a, b.
  let [g0, g1, g2, g3] = [0, 0, 0, 0]
  let [h00, h01, h02, h03, h11, h12, h13, h22, h23, h33] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]
    const weight = weights[at] ?? 0
    if (row === undefined || weight === 0) continue
    const x = row.repeatOrders
    const shape = r + x
    const whole = alpha + row.observedWeeks
    const lnWhole = Math.log(whole)
    if (x === 0) {
      value += weight * r * (lnAlpha - lnWhole)
      g0 += weight * (lnAlpha - lnWhole)
      g1 += weight * r * (1 / alpha - 1 / whole)
      h01 += weight * (1 / alpha - 1 / whole)
      h11 -= weight * r * (1 / alpha ** 2 - 1 / whole ** 2)
      continue
    }
    const until = alpha + row.lastRepeatWeeks
    const lnUntil = Math.log(until)
    const last = b + x - 1
    // The two ways to have been silent since the last order: still there (u) or lost right after it (v).
    const lnU = -shape * lnWhole
    const lnV = Math.log(a / last) - shape * lnUntil
    const lost = 1 / (1 + Math.exp(lnU - lnV))
    const here = 1 - lost
    const both = lost * here
    value +=
      weight *
      (rising.log(x) +
        r * lnAlpha +
        kept.log(x) -
        all.log(x) +
        Math.max(lnU, lnV) -
        Math.log(Math.max(lost, here)))
    g0 += weight * (rising.first(x) + lnAlpha - here * lnWhole - lost * lnUntil)
    g1 += weight * (r / alpha - shape * (here / whole + lost / until))
    g2 += weight * (lost / a - all.first(x))
    g3 += weight * (kept.first(x) - all.first(x) - lost / last)
    // Gradient of ln v less that of ln u: their spread adds to the curvature of ln(u + v).
    const d0 = lnWhole - lnUntil
    const d1 = shape * (1 / whole - 1 / until)
    const d2 = 1 / a
    const d3 = -1 / last
    h00 += weight * (rising.second(x) + both * d0 * d0)
    h01 += weight * (1 / alpha - here / whole - lost / until + both * d0 * d1)
    h02 += weight * both * d0 * d2
    h03 += weight * both * d0 * d3
    h11 += weight * (-r / alpha ** 2 + shape * (here / whole ** 2 + lost / until ** 2) + both * d1 * d1)
    h12 += weight * both * d1 * d2
    h13 += weight * both * d1 * d3
    h22 += weight * (-all.second(x) - lost / a ** 2 + both * d2 * d2)
    h23 += weight * (-all.second(x) + both * d2 * d3)
    h33 += weight * (kept.second(x) - all.second(x) + lost / last ** 2 + both * d3 * d3)
  }
  const hessian = [
    [h00, h01, h02, h03],
    [h01, h11, h12, h13],
    [h02, h12, h22, h23],
    [h03, h13, h23, h33],
  ]
  return byLogarithms([r, alpha, a, b], { value, gradient: [g0, g1, g2, g3], hessian })
}

/** Derivatives by the logarithms of positive parameters from those by the parameters themselves. */
export function byLogarithms(parameters: readonly number[], plain: Curvature): Curvature {
  const gradient = parameters.map((parameter, axis) => parameter * (plain.gradient[axis] ?? 0))
  // The product of the two parameters first: the matrix then is symmetric to the last bit.
  const hessian = plain.hessian.map((row, i) =>
    row.map((entry, j) => {
      const both = (parameters[i] ?? 0) * (parameters[j] ?? 0)
      return entry * both + (i === j ? (gradient[i] ?? 0) : 0)
    }),
  )
  return { value: plain.value, gradient, hessian }
}

interface RisingLogs {
  readonly log: (count: number) => number
  readonly first: (count: number) => number
  readonly second: (count: number) => number
}

/** ln(Γ(base + n) / Γ(base)) for n up to `most`, and its first two derivatives by `base`. */
function risingLogs(base: number, most: number): RisingLogs {
  const log = new Float64Array(most + 1)
  const first = new Float64Array(most + 1)
  const second = new Float64Array(most + 1)
  for (let n = 0; n < most; n += 1) {
    log[n + 1] = (log[n] ?? 0) + Math.log(base + n)
    first[n + 1] = (first[n] ?? 0) + 1 / (base + n)
    second[n + 1] = (second[n] ?? 0) - 1 / (base + n) ** 2
  }
  return { log: (n) => log[n] ?? 0, first: (n) => first[n] ?? 0, second: (n) => second[n] ?? 0 }
}
