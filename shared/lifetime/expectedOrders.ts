import type { OrderSummary } from './orderHistory'
import type { OrderModel } from './orderModel'

/** What the model looks at in one customer. */
export type OrderPattern = Pick<OrderSummary, 'repeatOrders' | 'lastRepeatWeeks' | 'observedWeeks'>

/** Terms of the series at most; with a horizon of a hundred times what was watched, 2,500 are needed. */
const MAX_TERMS = 20_000
/** From here on the fast series would lose digits to alternating signs. */
const ALTERNATING = -10

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
 * Source: Fader, Hardie & Lee 2005, equation (10), with their hypergeometric function transformed as 2F1(A, B; C; z) =
 * (1 - z)^(C-A-B) 2F1(C-A, C-B; C; z) (DLMF 15.8.1). The printed form divides by a - 1 and by a + b + x - 1, both of
 * which may be zero for a perfectly good model; in this one they are gone.
 */
export function expectedOrders(model: OrderModel, pattern: OrderPattern, weeks: number): number {
  if (weeks <= 0) return 0
  const { r, alphaWeeks, a, b } = model
  const { repeatOrders: x, observedWeeks } = pattern
  const z = weeks / (alphaWeeks + observedWeeks + weeks)
  const ifAlive =
    a + b - 1 - r < ALTERNATING && a + b + x > 1 && Math.abs(a - 1) > 1e-6
      ? printedSeries(r + x, b + x, a + b + x - 1, z)
      : transformedSeries(a - 1, a + b - 1 - r, a + b + x - 1, z)
  return Math.max(0, ifAlive) / (1 + oddsLost(model, pattern))
}

/** C / (a-1) (1 - (1-z)^A 2F1(A, B; C; z)), where a - 1 = C - B; every term of the series is positive. */
function printedSeries(A: number, B: number, C: number, z: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; n < MAX_TERMS && term > sum * Number.EPSILON; n += 1) {
    term *= (((A + n) * (B + n)) / ((C + n) * (n + 1))) * z
    sum += term
  }
  return (C / (C - B)) * (1 - (1 - z) ** A * sum)
}

/**
 * The same, with d = a - 1 and e = C - A: C (1 - (1-z)^d) / d - (1-z)^d S, where
 * S = sum over n >= 1 of e (e+1)...(e+n-1) (d+1)...(d+n-1) / ((C+1)...(C+n-1) n!) z^n.
 */
function transformedSeries(d: number, e: number, C: number, z: number): number {
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

/** Odds that a customer was lost right after its last order. */
function oddsLost({ r, alphaWeeks, a, b }: OrderModel, pattern: OrderPattern): number {
  const { repeatOrders: x, lastRepeatWeeks, observedWeeks } = pattern
  if (x === 0) return 0
  const silence = Math.log((alphaWeeks + observedWeeks) / (alphaWeeks + lastRepeatWeeks))
  return (a / (b + x - 1)) * Math.exp((r + x) * silence)
}
