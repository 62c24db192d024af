import { describe, expect, test } from 'vitest'
import { CDNOW_FITTED_UNTIL, readCdnow } from '../../../build/bench/cdnow'
import { collapsePatterns } from '../../../shared/lifetime/buyingPatterns'
import { customerEquity, customerEquityOverTime } from '../../../shared/lifetime/customerEquity'
import { expectedOrders } from '../../../shared/lifetime/expectedOrders'
import { fitLifetime, type ModelPair } from '../../../shared/lifetime/lifetimeModel'
import { lifetimeValue } from '../../../shared/lifetime/lifetimeValue'
import { summariseOrders } from '../../../shared/lifetime/orderHistory'
import { orderLikelihood } from '../../../shared/lifetime/orderModel'

const histories = readCdnow()
const summaries = summariseOrders(histories, CDNOW_FITTED_UNTIL)
const fitted = fitLifetime(summaries, { seed: 'cdnow', resamples: 40 })
const model = fitted.value
if (model === undefined) throw new Error(`no fit: ${fitted.reason?.code}`)
const outlook = { horizonWeeks: 156, base: 'USD', seed: 'cdnow' }
const round = (value: number, decimals: number) => Number(value.toFixed(decimals))

describe('on CDNOW', () => {
  test('the summary is that of the papers: 2,357 customers, 946 of them repeat customers, 1,016 distinct rows', () => {
    expect(summaries).toHaveLength(2357)
    expect(model.fittedOn).toMatchObject({ customers: 2357, repeatCustomers: 946, valuedCustomers: 946 })
    expect(collapsePatterns(summaries).rows).toHaveLength(1016)
    expect(summaries[0]).toEqual({
      customerId: '0001',
      repeatOrders: 2,
      lastRepeatWeeks: 213 / 7,
      observedWeeks: 272 / 7,
      valuedOrders: 2,
      valueMinor: 2973 + 1496,
    })
  })

  test('BG/NBD gives the parameters and log-likelihood of Fader, Hardie & Lee 2005, table 2', () => {
    const { r, alphaWeeks, a, b } = model.orders
    expect([r, alphaWeeks, a, b].map((value) => round(value, 3))).toEqual([0.243, 4.414, 0.793, 2.426])
    expect(round(model.fittedOn.orderLogLikelihood, 1)).toBe(-9582.4)
  })

  test('the log-likelihood and parameters agree with an independent optimiser to five decimals', () => {
    // SciPy 1.17: Nelder-Mead on the same likelihood with gammaln, tolerance 1e-10.
    const { r, alphaWeeks, a, b } = model.orders
    expect(round(model.fittedOn.orderLogLikelihood, 5)).toBe(-9582.42921)
    expect([r, alphaWeeks, a, b].map((value) => round(value, 4))).toEqual([0.2426, 4.4136, 0.7929, 2.4259])
  })

  test('gamma-gamma gives the parameters of Fader & Hardie 2013', () => {
    const { p, q, gammaMinor } = model.values
    expect([p, q, gammaMinor / 100].map((value) => round(value, 2))).toEqual([6.25, 3.74, 15.44])
  })

  test('a customer of x = 2, t_x = 30.43, T = 38.86 is expected to order 1.226 times in 39 weeks', () => {
    const published = { r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }
    const pattern = { repeatOrders: 2, lastRepeatWeeks: 30.43, observedWeeks: 38.86 }
    expect(round(expectedOrders(published, pattern, 39), 3)).toBe(1.226)
    expect(round(lifetimeValue(model, summaries[0] ?? never(), { horizonWeeks: 39 })?.orders ?? 0, 3)).toBe(
      1.226,
    )
  })

  test('the fit is a maximum: the slope vanishes there', () => {
    const { rows } = collapsePatterns(summaries)
    const { r, alphaWeeks, a, b } = model.orders
    const at = orderLikelihood(
      [r, alphaWeeks, a, b].map(Math.log),
      rows,
      rows.map(({ customers }) => customers),
    )
    expect(Math.max(...at.gradient.map(Math.abs))).toBeLessThan(1e-6)
  })

  test('the published parameters lie within what the alternatives span', () => {
    const span = (of: (pair: ModelPair) => number) => {
      const values = model.alternatives.map(of)
      return [Math.min(...values), Math.max(...values)]
    }
    expect(model.alternatives).toHaveLength(40)
    for (const [[low = 0, high = 0], published] of [
      [span(({ orders }) => orders.r), 0.243],
      [span(({ orders }) => orders.alphaWeeks), 4.414],
      [span(({ orders }) => orders.a), 0.793],
      [span(({ orders }) => orders.b), 2.426],
      [span(({ values }) => values.p), 6.25],
      [span(({ values }) => values.q), 3.74],
    ] as const) {
      expect([low < published, published < high]).toEqual([true, true])
    }
  })

  test('equity is the sum over the customers, within its range', () => {
    const equity = customerEquity(model, summaries, outlook).value ?? never()
    const sum = summaries.reduce(
      (total, summary) => total + (lifetimeValue(model, summary, outlook)?.value.minor ?? Number.NaN),
      0,
    )
    // Each customer's value is rounded for itself, the sum once.
    expect(Math.abs(equity.value.minor - sum)).toBeLessThan(summaries.length / 2)
    expect(equity.value.lowMinor).toBeLessThan(equity.value.minor)
    expect(equity.value.highMinor).toBeGreaterThan(equity.value.minor)
  })

  test('a discount lowers the equity, and the more the higher it is', () => {
    const at = (yearlyDiscount: number) =>
      customerEquity(model, summaries, { ...outlook, yearlyDiscount }).value?.value.minor ?? Number.NaN
    expect(at(0.05)).toBeLessThan(at(0))
    expect(at(0.2)).toBeLessThan(at(0.05))
    // Three years at 5 %, the larger part of the orders early: between one and two years' discount.
    expect(at(0.05) / at(0)).toBeGreaterThan(1.05 ** -2)
    expect(at(0.05) / at(0)).toBeLessThan(1.05 ** -1)
  })

  test('equity over time has a point for every quarter that has ended, the one of the fit as it is now', () => {
    const points = customerEquityOverTime(model, histories, '1998-03-30', outlook)
    expect(points.map(({ on }) => on)).toEqual(['1997-03-31', '1997-06-30', '1997-09-30', '1997-12-31'])
    expect(points[2]?.equity).toEqual(customerEquity(model, summaries, outlook))
  })

  test('the same seed gives the same ranges and another seed others', () => {
    const again = (seed: string) => fitLifetime(summaries, { seed, resamples: 3 }).value?.alternatives
    expect(again('a')).toEqual(again('a'))
    expect(again('a')).not.toEqual(again('b'))
  })
})

function never(): never {
  throw new Error('missing')
}
