import { describe, expect, test } from 'vitest'
import { type PastOrder, summariseOrders } from '../../../shared/lifetime/orderHistory'

const summary = (orders: readonly PastOrder[], asOf = '2027-03-31') =>
  summariseOrders([{ customerId: 'c1', orders }], asOf)[0]

describe('a summary', () => {
  test('counts from the first order, which itself is neither an order nor a value of it', () => {
    expect(
      summary([
        { on: '2027-03-17', minorBase: 500 },
        { on: '2027-01-06', minorBase: 9900 },
        { on: '2027-02-03', minorBase: 1500 },
      ]),
    ).toEqual({
      customerId: 'c1',
      repeatOrders: 2,
      lastRepeatWeeks: 10,
      observedWeeks: 12,
      valuedOrders: 2,
      valueMinor: 2000,
    })
  })

  test('takes several orders of a day as one of their common value', () => {
    expect(
      summary([
        { on: '2027-01-06', minorBase: 100 },
        { on: '2027-01-06', minorBase: 100 },
        { on: '2027-01-13', minorBase: 300 },
        { on: '2027-01-13', minorBase: 400 },
      ]),
    ).toMatchObject({ repeatOrders: 1, lastRepeatWeeks: 1, valuedOrders: 1, valueMinor: 700 })
  })

  test('counts orders of no value, or whose rate is missing, as orders, and not as values', () => {
    expect(
      summary([
        { on: '2027-01-01', minorBase: 100 },
        { on: '2027-01-08', minorBase: 0 },
        { on: '2027-01-15' },
        { on: '2027-01-22', minorBase: -300 },
        { on: '2027-01-29', minorBase: 250 },
        { on: '2027-02-05', minorBase: 1 },
        { on: '2027-02-05' },
      ]),
    ).toMatchObject({ repeatOrders: 5, valuedOrders: 1, valueMinor: 250 })
  })

  test('knows nothing of what came after its day', () => {
    const orders = [
      { on: '2027-01-06', minorBase: 100 },
      { on: '2027-04-01', minorBase: 100 },
    ]
    expect(summary(orders)).toMatchObject({ repeatOrders: 0, lastRepeatWeeks: 0, observedWeeks: 12 })
    expect(summary(orders, '2027-01-05')).toBeUndefined()
    expect(summary(orders, '2027-01-06')).toMatchObject({ repeatOrders: 0, observedWeeks: 0 })
  })

  test('of a customer without an order there is none', () => {
    expect(summary([])).toBeUndefined()
  })
})
