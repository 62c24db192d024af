import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedOrders, probabilityAlive } from '../../../shared/lifetime/expectedOrders'

const model = (r: number, alphaWeeks: number, a: number, b: number) => ({ r, alphaWeeks, a, b })
const pattern = (repeatOrders: number, lastRepeatWeeks: number, observedWeeks: number) => ({
  repeatOrders,
  lastRepeatWeeks,
  observedWeeks,
})

/**
 * The printed formulae, equation (10) of 2005 and (1) of 2008, in 40 digits: mpmath 1.3, hyp2f1. Parameters, customer,
 * weeks, expected orders, probability alive.
 */
const REFERENCE = [
  [model(0.243, 4.414, 0.793, 2.426), pattern(2, 30.43, 38.86), 39, 1.226028174767144, 0.7265785700806729],
  [model(0.243, 4.414, 0.793, 2.426), pattern(0, 0, 38.86), 39, 0.1950980520112626, 1],
  [model(0.243, 4.414, 0.793, 2.426), pattern(10, 35.29, 38.86), 39, 6.232647481183103, 0.85642394967491],
  [model(1.5, 20, 1.8, 3), pattern(5, 100, 120), 156, 2.445024514705569, 0.588106701569803],
  // a + b + x - 1 < 0 and a horizon of a hundred times what was watched.
  [model(0.5, 6, 0.2, 0.3), pattern(0, 0, 1), 156, 4.744855240392321, 1],
  // a ten-millionth from the printed form's pole at a = 1.
  [model(3, 12, 1.0000001, 2), pattern(4, 40, 50), 52, 2.439348288780961, 0.5934396508883496],
  // rates nearly alike.
  [model(25, 12, 0.5, 0.9), pattern(4, 40, 50), 52, 0.638226352904735, 0.04535991568545294],
  // short of the series' reach: a horizon far longer than what was watched, and rates nearly alike.
  [
    model(295.2336680661231, 31.91263060602044, 0.032004519155043216, 65.69925097857374),
    pattern(0, 0, 2518 / 7),
    58.6124918702844,
    43.79187141533805,
    1,
  ],
  // hardly anybody leaves.
  [model(0.7, 30, 2, 900), pattern(3, 60, 70), 156, 5.707004194273041, 0.9967363283377823],
] as const

const anyModel = fc
  .tuple(...[0.05, 0.5, 0.05, 0.05].map((min) => fc.double({ min, max: 40, noNaN: true })))
  .map(([r = 1, alpha = 1, a = 1, b = 1]) => model(r, alpha, a, b))
const anyPattern = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 1, max: 2000 }),
    fc.integer({ min: 0, max: 2000 }),
  )
  .map(([x, last, silent]) => pattern(x, x === 0 ? 0 : last / 7, (last + silent) / 7))

describe('expected orders and the probability alive', () => {
  test('agree with the published formulae to eleven digits', () => {
    for (const [parameters, customer, weeks, orders, alive] of REFERENCE) {
      expect(expectedOrders(parameters, customer, weeks) / orders).toBeCloseTo(1, 11)
      expect(probabilityAlive(parameters, customer)).toBeCloseTo(alive, 13)
    }
  })

  test('go on smoothly over the poles of the printed form, a = 1 and a + b + x = 1', () => {
    const customer = pattern(3, 40, 50)
    const near = (a: number) => expectedOrders(model(0.8, 12, a, 2), customer, 52)
    expect(near(1)).toBeCloseTo((near(1 - 1e-5) + near(1 + 1e-5)) / 2, 9)
    const fresh = (b: number) => expectedOrders(model(0.8, 12, 0.4, b), pattern(0, 0, 5), 52)
    expect(fresh(0.6)).toBeCloseTo((fresh(0.6 - 1e-5) + fresh(0.6 + 1e-5)) / 2, 8)
  })

  test('are finite, never negative, and grow with the horizon', () => {
    fc.assert(
      fc.property(
        anyModel,
        anyPattern,
        fc.double({ min: 0.1, max: 520, noNaN: true }),
        (any, customer, weeks) => {
          const [sooner, later] = [
            expectedOrders(any, customer, weeks),
            expectedOrders(any, customer, weeks * 1.5),
          ]
          expect(sooner).toBeGreaterThanOrEqual(0)
          expect(later).toBeGreaterThanOrEqual(sooner * (1 - 1e-9))
          expect(Number.isFinite(later)).toBe(true)
        },
      ),
    )
  })

  test('never promise more than a customer who stays for good would order', () => {
    fc.assert(
      fc.property(
        anyModel,
        anyPattern,
        fc.double({ min: 0.1, max: 520, noNaN: true }),
        (any, customer, weeks) => {
          const rate = (any.r + customer.repeatOrders) / (any.alphaWeeks + customer.observedWeeks)
          expect(expectedOrders(any, customer, weeks)).toBeLessThanOrEqual(rate * weeks * (1 + 1e-9))
        },
      ),
    )
  })

  test('fall with silence', () => {
    fc.assert(
      fc.property(anyModel, anyPattern, (any, customer) => {
        const quieter = { ...customer, observedWeeks: customer.observedWeeks + 26 }
        const alive = probabilityAlive(any, customer)
        expect(alive).toBeGreaterThanOrEqual(0)
        expect(alive).toBeLessThanOrEqual(1)
        expect(probabilityAlive(any, quieter)).toBeLessThanOrEqual(alive)
      }),
    )
  })
})
