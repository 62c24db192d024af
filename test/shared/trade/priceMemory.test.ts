import { expect, test } from 'vitest'
import { priceHistory } from '#shared/measures/priceHistory'
import type { Quote } from '#shared/records/trade'
import { priceMemory } from '#shared/trade/priceMemory'

type Told = Pick<Quote, 'id' | 'customerId' | 'on' | 'lines' | 'status'>
function quote(
  customerId: string,
  on: string,
  amount: number,
  scale: number,
  currency = 'USD',
  unit?: string,
): Told {
  const line = { productId: 'p', description: 'Cup', quantity: '100', unitPrice: { amount, scale, currency } }
  return {
    id: `${customerId} ${on} ${amount}`,
    customerId,
    on,
    status: 'open',
    lines: [unit === undefined ? line : { ...line, unit }],
  }
}
const memoryOf = (quotes: readonly Told[], customerId = 'anna') =>
  priceMemory(priceHistory('p', quotes, []), customerId)

test('the last price to her, and the lowest and highest to anyone, exact over scales', () => {
  const { last, ranges } = memoryOf([
    quote('anna', '2026-01-10', 125, 2),
    quote('anna', '2026-03-10', 12, 1),
    quote('ben', '2026-02-10', 1195, 3),
    quote('cho', '2026-02-11', 13, 1),
  ])
  expect(last).toMatchObject({ on: '2026-03-10', unitPrice: { amount: 12, scale: 1 } })
  expect(ranges).toHaveLength(1)
  expect(ranges[0]).toMatchObject({
    currency: 'USD',
    count: 4,
    lowest: { customerId: 'ben', on: '2026-02-10' },
    highest: { customerId: 'cho', on: '2026-02-11' },
  })
})

test('currencies and units stand beside each other; of equal prices the latest is named', () => {
  const { ranges } = memoryOf([
    quote('ben', '2026-01-01', 5, 0, 'USD'),
    quote('ben', '2026-02-01', 50, 1, 'USD'),
    quote('ben', '2026-02-01', 35, 0, 'CNY'),
    quote('ben', '2026-02-01', 60, 0, 'USD', 'box'),
  ])
  expect(ranges.map(({ currency, unit, count }) => [currency, unit, count])).toEqual([
    ['USD', undefined, 2],
    ['CNY', undefined, 1],
    ['USD', 'box', 1],
  ])
  expect(ranges[0]?.lowest.on).toBe('2026-02-01')
})

test('a customer without a price has no last one', () => {
  expect(memoryOf([quote('ben', '2026-01-01', 5, 0)]).last).toBeUndefined()
  expect(memoryOf([])).toEqual({ ranges: [] })
})
