import digamma from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'
import trigamma from '@stdlib/math-base-special-trigamma'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BuyingPattern } from '../../../shared/lifetime/buyingPatterns'
import type { Curvature } from '../../../shared/lifetime/newtonMaximum'
import { orderLikelihood } from '../../../shared/lifetime/orderModel'
import { expectedOrderValue, valueLikelihood } from '../../../shared/lifetime/valueModel'

const row = (repeatOrders: number, lastRepeatWeeks: number, observedWeeks: number): BuyingPattern => ({
  repeatOrders,
  lastRepeatWeeks,
  observedWeeks,
  valuedOrders: repeatOrders,
  customers: 1,
  valueMinor: 0,
})
const patterns = [row(0, 0, 30), row(1, 2, 38), row(2, 30.43, 38.86), row(29, 101, 104), row(3, 5, 260)]
const patternWeights = [7, 1, 3, 0.5, 2]
const valued = [
  { orders: 1, mean: 0.2 },
  { orders: 2, mean: 1.1 },
  { orders: 17, mean: 5 },
]
const valuedWeights = [4, 1, 2.5]
const cases = {
  'of orders': (point: readonly number[]) => orderLikelihood(point, patterns, patternWeights),
  'of values': (point: readonly number[]) => valueLikelihood(point, valued, valuedWeights),
}
const sizes = { 'of orders': 4, 'of values': 3 }

describe.each(Object.keys(cases) as (keyof typeof cases)[])('the likelihood %s', (name) => {
  test('has the derivatives that differences of its values have', () => {
    const at = cases[name]
    const points = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: sizes[name],
      maxLength: sizes[name],
    })
    fc.assert(
      fc.property(points, (point) => {
        const here = at(point)
        point.forEach((_, axis) => {
          const moved = (by: number) => at(point.map((value, other) => (other === axis ? value + by : value)))
          const [above, below] = [moved(STEP), moved(-STEP)]
          expectClose(here, here.gradient[axis], (above.value - below.value) / STEP / 2)
          point.forEach((__, other) => {
            const difference = ((above.gradient[other] ?? 0) - (below.gradient[other] ?? 0)) / STEP / 2
            expectClose(here, here.hessian[axis]?.[other], difference)
          })
        })
      }),
    )
  })
})

test('the likelihood of orders is that of the paper, written with gamma functions', () => {
  const [r, alpha, a, b] = [0.243, 4.414, 0.793, 2.426]
  const beta = (u: number, v: number) => gammaln(u) + gammaln(v) - gammaln(u + v)
  // Equation (6) of Fader, Hardie & Lee 2005 for x > 0, term by term.
  const lnL = ({ repeatOrders: x, lastRepeatWeeks, observedWeeks }: BuyingPattern) =>
    gammaln(r + x) -
    gammaln(r) +
    r * Math.log(alpha) +
    Math.log(
      Math.exp(beta(a, b + x) - beta(a, b)) * (alpha + observedWeeks) ** -(r + x) +
        (x > 0 ? Math.exp(beta(a + 1, b + x - 1) - beta(a, b)) * (alpha + lastRepeatWeeks) ** -(r + x) : 0),
    )
  for (const pattern of patterns) {
    const ours = orderLikelihood([r, alpha, a, b].map(Math.log), [pattern], [1]).value
    expect(ours).toBeCloseTo(lnL(pattern), 9)
  }
})

test('a weight of two is the row twice', () => {
  const twice = orderLikelihood([0, 1, 0.5, 1], [row(2, 10, 20), row(2, 10, 20)], [1, 1])
  const once = orderLikelihood([0, 1, 0.5, 1], [row(2, 10, 20)], [2])
  expect(once.value).toBeCloseTo(twice.value, 12)
})

test('the gamma functions of the package are those of the tables', () => {
  // mpmath 1.3 with 30 digits.
  for (const [x, ln, first, second] of [
    [0.001, 6.907178885383854, -1000.57557193181, 1000001.642533196],
    [0.243, 1.31804358469967, -4.351093864423211, 18.14177978709583],
    [1.5, -0.1207822376352452, 0.03648997397857652, 0.9348022005446793],
    [10.25, 13.36802367147605, 2.277704790686724, 0.1024745215179919],
    [1000.5, 5908.674175848677, 6.907755320648796, 0.0009999999166666958],
  ] as const) {
    expect(gammaln(x) / ln).toBeCloseTo(1, 14)
    expect(digamma(x) / first).toBeCloseTo(1, 13)
    expect(trigamma(x) / second).toBeCloseTo(1, 14)
  }
})

describe('the expected value of an order', () => {
  const model = { p: 6.25, q: 3.74, gammaMinor: 1544 }

  test('is that of all customers where nothing is known', () => {
    expect(expectedOrderValue(model, { valuedOrders: 0, valueMinor: 0 })).toBeCloseTo((6.25 * 1544) / 2.74, 9)
  })

  test('comes from the mean of all to the own mean with every order', () => {
    const all = (6.25 * 1544) / 2.74
    const shares = [0, 1, 2, 10, 1000].map((orders) => {
      const value = expectedOrderValue(model, { valuedOrders: orders, valueMinor: orders * 10_000 })
      return (value - all) / (10_000 - all)
    })
    // Weight of the own mean: p x / (p x + q - 1).
    ;[0, 1, 2, 10, 1000].forEach((orders, at) => {
      expect(shares[at]).toBeCloseTo((6.25 * orders) / (6.25 * orders + 2.74), 9)
    })
  })
})

/** Small enough for the parabola, large enough for the rounding. */
const STEP = 1e-4

function expectClose(here: Curvature, derivative: number | undefined, difference: number): void {
  const scale = Math.max(1, Math.abs(here.value), ...here.gradient.map(Math.abs))
  expect(Math.abs((derivative ?? Number.NaN) - difference) / scale).toBeLessThan(1e-5)
}
