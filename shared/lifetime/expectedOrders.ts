import type { OrderSummary } from './orderHistory'
import type { OrderModel } from './orderModel'

/** What the model looks at in one customer. */
export type OrderPattern = Pick<OrderSummary, 'repeatOrders' | 'lastRepeatWeeks' | 'observedWeeks'>

/** More terms than this take longer than the quadrature. */
const MAX_TERMS = 1500
/** Below this parameter the series loses digits to alternating signs. */
const ALTERNATING = -10
/** Nodes of the quadrature are so far apart; against 60-digit references at least eleven digits are right. */
const NODE_GAP = 1 / 24
/** Outermost node: the weight beyond it is nothing for any parameter within the bounds of a fit. */
const OUTERMOST = 10

/**
 * Probability that a customer may still order. Who has ordered once is counted as alive: the model lets nobody go but
 * after a repeat order.
 *
 * Source: Fader, Hardie & Lee, Computing P(alive) Using the BG/NBD Model (2008), equation (1).
 */
export function probabilityAlive(model: OrderModel, pattern: OrderPattern): number {
  return 1 / (1 + oddsLost(model, pattern))
}

/**
 * Expected orders of a customer in the `weeks` after it was watched: zero or more, growing with `weeks`.
 *
 * Source: Fader, Hardie & Lee 2005, equation (10). The printed form divides by a - 1 and by a + b + x - 1, both of which
 * may be zero for a perfectly good model, so it is used in two others that have no poles.
 */
export function expectedOrders(model: OrderModel, pattern: OrderPattern, weeks: number): number {
  if (weeks <= 0) return 0
  const { r, alphaWeeks, a, b } = model
  const { repeatOrders: x, observedWeeks } = pattern
  const z = weeks / (alphaWeeks + observedWeeks + weeks)
  // Terms fall like z^n once they fall; 36 is the logarithm of the rounding error.
  const terms = (36 + Math.max(0, a - r - x)) / (1 - z)
  const ifAlive =
    terms < MAX_TERMS && a + b - 1 - r > ALTERNATING
      ? bySeries(a - 1, a + b - 1 - r, a + b + x - 1, z)
      : byQuadrature(r + x, weeks / (alphaWeeks + observedWeeks), a, b + x)
  return Math.max(0, ifAlive) / (1 + oddsLost(model, pattern))
}

/**
 * The paper's C / (a-1) (1 - (1-z)^A 2F1(A, B; C; z)) after Euler's transformation 2F1(A, B; C; z) =
 * (1-z)^(C-A-B) 2F1(C-A, C-B; C; z) (DLMF 15.8.1), with d = a - 1 = C - B and e = C - A:
 * C (1 - (1-z)^d) / d - (1-z)^d S, where
 * S = sum over n >= 1 of e (e+1)...(e+n-1) (d+1)...(d+n-1) / ((C+1)...(C+n-1) n!) z^n.
 */
function bySeries(d: number, e: number, C: number, z: number): number {
  const ln = Math.log1p(-z)
  let term = e * z
  let sum = term
  for (let n = 1; n < MAX_TERMS && Math.abs(term) > Math.abs(sum) * Number.EPSILON; n += 1) {
    term *= (((e + n) * (d + n)) / ((C + n) * (n + 1))) * z
    sum += term
  }
  const lead = Math.abs(d) < 1e-12 ? -ln : -Math.expm1(d * ln) / d
  return C * lead - Math.exp(d * ln) * sum
}

/**
 * The same as the mean that it is: a customer who is alive orders at a rate of gamma distribution, and leaves after an
 * order with a probability p of distribution Beta(a, b + x), so that (1 - (1 + c p)^-A) / p orders are expected, with
 * c = t / (alpha + T). Trapezoids over sinh of the logit of p (double exponential quadrature, Takahasi & Mori 1974),
 * divided by the sum of their own weights; nothing is subtracted, so nothing is lost for any parameters.
 */
function byQuadrature(A: number, c: number, a: number, b: number): number {
  const centre = Math.log(a / b)
  const width = Math.sqrt(1 / a + 1 / b)
  const peak = a * lnLogistic(centre) + b * lnLogistic(-centre)
  let [weights, sum] = [0, 0]
  for (let node = -OUTERMOST; node <= OUTERMOST; node += NODE_GAP) {
    const logit = centre + width * Math.sinh(node)
    const lnP = lnLogistic(logit)
    const weight = Math.cosh(node) * Math.exp(a * lnP + b * lnLogistic(-logit) - peak)
    if (weight === 0) continue
    const p = Math.exp(lnP)
    weights += weight
    sum += weight * (p === 0 ? A * c : -Math.expm1(-A * Math.log1p(c * p)) / p)
  }
  return sum / weights
}

/** ln(1 / (1 + e^-logit)). */
function lnLogistic(logit: number): number {
  return -Math.log1p(Math.exp(-logit))
}

/** Odds that a customer was lost right after its last order. */
function oddsLost({ r, alphaWeeks, a, b }: OrderModel, pattern: OrderPattern): number {
  const { repeatOrders: x, lastRepeatWeeks, observedWeeks } = pattern
  if (x === 0) return 0
  const silence = Math.log((alphaWeeks + observedWeeks) / (alphaWeeks + lastRepeatWeeks))
  return (a / (b + x - 1)) * Math.exp((r + x) * silence)
}
