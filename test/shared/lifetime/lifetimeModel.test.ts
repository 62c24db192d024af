import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simulateCustomers } from '../../../build/bench/simulatedCustomers'
import { collapsePatterns } from '../../../shared/lifetime/buyingPatterns'
import { customerEquity, customerEquityOverTime } from '../../../shared/lifetime/customerEquity'
import { fitLifetime, RESAMPLED_CUSTOMERS, resamplingPool } from '../../../shared/lifetime/lifetimeModel'
import { discountedOrders, lifetimeValue } from '../../../shared/lifetime/lifetimeValue'
import type { OrderSummary } from '../../../shared/lifetime/orderHistory'
import { randomFrom } from '../../../shared/sample/random'

const behaviour = {
  orders: { r: 0.8, alphaWeeks: 15, a: 0.9, b: 3 },
  values: { p: 4, q: 3, gammaMinor: 500_000 },
}
const simulated = (customers: number, seed = 'customers') =>
  simulateCustomers({ customers, model: behaviour, weeks: 260, seed })
const learn = (summaries: readonly OrderSummary[], resamples = 0) =>
  fitLifetime(summaries, { seed: 'fit', resamples })
const outlook = { horizonWeeks: 104, base: 'CNY', seed: 'equity' }
const once = (customerId: string): OrderSummary => ({
  customerId,
  repeatOrders: 0,
  lastRepeatWeeks: 0,
  observedWeeks: 52,
  valuedOrders: 0,
  valueMinor: 0,
})
const steady = (customerId: string, valueMinor = 30_000): OrderSummary => ({
  customerId,
  repeatOrders: 3,
  lastRepeatWeeks: 50,
  observedWeeks: 52,
  valuedOrders: 3,
  valueMinor,
})

describe('a fit', () => {
  const large = learn(simulated(20_000), 8).value

  test('finds again how simulated customers behave', () => {
    const { orders, values } = large ?? never()
    const shares = {
      r: orders.r / 0.8,
      alpha: orders.alphaWeeks / 15,
      a: orders.a / 0.9,
      b: orders.b / 3,
      p: values.p / 4,
      q: values.q / 3,
      gamma: values.gammaMinor / 500_000,
    }
    for (const share of Object.values(shares)) expect(Math.abs(share - 1)).toBeLessThan(0.15)
    // What the parameters say together is found far better than each of them: a mean order of 10,000.
    expect((values.p * values.gammaMinor) / (values.q - 1) / 1_000_000).toBeCloseTo(1, 1)
  })

  test('of a large notebook resamples a part and narrows the ranges by its square root', () => {
    expect(large?.narrowing).toBe(Math.sqrt(RESAMPLED_CUSTOMERS / 20_000))
    expect(learn(simulated(200), 2).value?.narrowing).toBe(1)
  })

  test('does not depend on the unit of the amounts', () => {
    const customers = simulated(400)
    const dearer = customers.map((one) => ({ ...one, valueMinor: one.valueMinor * 1000 }))
    const [plain, scaled] = [learn(customers).value ?? never(), learn(dearer).value ?? never()]
    expect(scaled.orders).toEqual(plain.orders)
    expect(scaled.values.p / plain.values.p).toBeCloseTo(1, 6)
    expect(scaled.values.gammaMinor / plain.values.gammaMinor / 1000).toBeCloseTo(1, 6)
  })

  test('does not depend on the order of the customers', () => {
    const customers = simulated(400)
    const [one, other] = [learn(customers).value, learn([...customers].reverse()).value]
    expect((one?.orders.r ?? 0) / (other?.orders.r ?? 1)).toBeCloseTo(1, 8)
    expect((one?.values.q ?? 0) / (other?.values.q ?? 1)).toBeCloseTo(1, 8)
  })

  test('of few customers has the wider range', () => {
    const width = (customers: number) => {
      const summaries = simulated(customers)
      const value = customerEquity(learn(summaries, 40).value ?? never(), summaries, outlook).value?.value
      return value === undefined ? Number.NaN : (value.highMinor - value.lowMinor) / value.minor
    }
    expect(width(200)).toBeGreaterThan(1.5 * width(2000))
  })
})

describe('there is no figure, and the reason is said,', () => {
  test('below 30 customers', () => {
    expect(learn(simulated(29)).reason).toEqual({
      code: 'measures.tooFewCustomers',
      params: { count: 29, needed: 30 },
    })
  })

  test('below 10 customers who came back with a value', () => {
    const customers = Array.from({ length: 60 }, (_, at) => (at < 9 ? steady(`c${at}`) : once(`c${at}`)))
    expect(learn(customers).reason).toEqual({
      code: 'measures.tooFewRepeatCustomers',
      params: { count: 9, needed: 10 },
    })
  })

  test('where all customers behave alike, so that the best parameters lie at infinity', () => {
    const customers = Array.from({ length: 60 }, (_, at) => steady(`c${at}`, 25_000 + at * 300))
    expect(learn(customers).reason?.code).toBe('measures.fitAtBound')
  })

  test('where all orders have one value', () => {
    const customers = simulated(200).map((one) => ({ ...one, valueMinor: one.valuedOrders * 10_000 }))
    expect(learn(customers).reason?.code).toMatch(/^measures\.fit(AtBound|Unsettled)$/)
  })

  test('where values are so uneven that their mean is infinite', () => {
    const uneven = simulateCustomers({
      customers: 400,
      model: { ...behaviour, values: { p: 4, q: 0.6, gammaMinor: 1000 } },
      weeks: 260,
      seed: 'uneven',
    })
    expect(learn(uneven).reason).toEqual({ code: 'measures.valuesTooUneven', params: {} })
  })
})

describe('a fit that was luck', () => {
  test('is refused when too many of its alternatives fail', () => {
    // Values so uneven that the mean is only just finite: many resamples find none.
    const customers = simulateCustomers({
      customers: 200,
      model: { ...behaviour, values: { p: 4, q: 1.05, gammaMinor: 100_000 } },
      weeks: 260,
      seed: 'a',
    })
    expect(learn(customers).value?.values.q).toBeGreaterThan(1)
    const { reason } = learn(customers, 40)
    expect(reason).toMatchObject({ code: 'measures.fitUnstable', params: { of: 40 } })
    expect(Number(reason?.params.count)).toBeLessThan(32)
  })
})

describe('a value', () => {
  const customers = simulated(300)
  const model = learn(customers, 20).value ?? never()

  test('is orders times value of an order, and lies within its range', () => {
    for (const customer of customers) {
      const { orders, orderValueMinor, value } = lifetimeValue(model, customer, outlook) ?? never()
      // The value of an order is shown rounded, and multiplied before.
      expect(Math.abs(value.minor - orders * orderValueMinor)).toBeLessThanOrEqual(orders / 2 + 0.5)
      expect(value.lowMinor).toBeLessThanOrEqual(value.minor)
      expect(value.highMinor).toBeGreaterThanOrEqual(value.minor)
    }
  })

  test('has no horizon in the past and no discount below nothing', () => {
    for (const wrong of [
      { horizonWeeks: 0 },
      { horizonWeeks: Number.NaN },
      { horizonWeeks: 52, yearlyDiscount: -0.1 },
    ]) {
      expect(lifetimeValue(model, customers[0] ?? never(), wrong)).toBeUndefined()
      expect(customerEquity(model, customers, { ...outlook, ...wrong }).reason?.code).toBe(
        'measures.badInput',
      )
    }
  })

  test('is discounted by half-years as it would be by weeks, to two thousandths', () => {
    const yearlyDiscount = 0.1
    for (const customer of customers.slice(0, 50)) {
      const until = (weeks: number) => discountedOrders(model, customer, { horizonWeeks: weeks })
      let byWeek = 0
      for (let week = 1; week <= 104; week += 1) {
        byWeek += (until(week) - until(week - 1)) * (1 + yearlyDiscount) ** (-(week - 0.5) / 52.1775)
      }
      const ours = discountedOrders(model, customer, { horizonWeeks: 104, yearlyDiscount })
      expect(Math.abs(ours / byWeek - 1)).toBeLessThan(2e-3)
    }
  })

  test('of nobody is nothing', () => {
    expect(customerEquity(model, [], outlook).value).toEqual({
      customers: 0,
      value: { minor: 0, lowMinor: 0, highMinor: 0 },
    })
    expect(customerEquityOverTime(model, [], '2027-01-01', outlook)).toEqual([])
  })

  test('beyond what can be kept exactly is refused', () => {
    const dear = { ...model, values: { ...model.values, gammaMinor: 1e18 } }
    expect(customerEquity(dear, customers, outlook).reason).toEqual({
      code: 'measures.tooLarge',
      params: { base: 'CNY' },
    })
  })
})

describe('collapsing', () => {
  test('keeps every customer and every amount, and leads from each to its row', () => {
    const summary = fc
      .record({
        customerId: fc.string(),
        repeatOrders: fc.integer({ min: 0, max: 2 }),
        lastRepeatWeeks: fc.integer({ min: 0, max: 2 }),
        observedWeeks: fc.integer({ min: 2, max: 4 }),
        valueMinor: fc.integer({ min: 0, max: 1000 }),
      })
      .map((one): OrderSummary => ({ ...one, valuedOrders: one.repeatOrders }))
    fc.assert(
      fc.property(fc.array(summary), (summaries) => {
        const { rows, rowOf } = collapsePatterns(summaries)
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
        expect(sum(rows.map(({ customers }) => customers))).toBe(summaries.length)
        expect(sum(rows.map((row) => row.valueMinor))).toBe(sum(summaries.map((one) => one.valueMinor)))
        summaries.forEach((one, at) => {
          expect(rows[rowOf[at] ?? -1]).toMatchObject({
            repeatOrders: one.repeatOrders,
            lastRepeatWeeks: one.lastRepeatWeeks,
            observedWeeks: one.observedWeeks,
          })
        })
        expect(new Set(rows.map((row) => JSON.stringify({ ...row, customers: 0, valueMinor: 0 }))).size).toBe(
          rows.length,
        )
      }),
    )
  })

  test('a pool is the whole of a small notebook and a part of a large one, in its order', () => {
    const few = simulated(40)
    expect(resamplingPool(few, randomFrom('pool'))).toEqual(few)
    const many = Array.from({ length: 6000 }, (_, at) => once(String(at)))
    const places = resamplingPool(many, randomFrom('pool')).map(({ customerId }) => Number(customerId))
    expect(places).toHaveLength(RESAMPLED_CUSTOMERS)
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
  })
})

function never(): never {
  throw new Error('missing')
}
