import { expect, test } from 'vitest'
import { costInBase, fairCosts, firstOrderDays } from '#shared/costs/fairCosts'
import { figure, noFigure } from '#shared/measures/figure'
import { rateTable } from '#shared/money/rates'
import { cost, rate } from '../reporting/fairFixture'

const rates = rateTable([rate('CNY', 'USD', '0.14', '2026-11-01')])
const counts = { leads: 3, qualified: 2, firstOrders: 0 }
const booth = cost('c1', 'booth', 30_000_00, 'CNY', '2026-11-01')
const travel = cost('c2', 'travel', 1_200_00, 'USD', '2026-11-17')

test('costs are added up in the base currency, each at the rate of its day, and divided', () => {
  expect(fairCosts([booth, travel], counts, 'USD', rates)).toEqual({
    scope: { total: figure({ minor: 5_400_00, currency: 'USD' }), missingRates: [], costCount: 2 },
    perCategory: [
      {
        category: 'booth',
        scope: { total: figure({ minor: 4_200_00, currency: 'USD' }), missingRates: [], costCount: 1 },
      },
      {
        category: 'travel',
        scope: { total: figure({ minor: 1_200_00, currency: 'USD' }), missingRates: [], costCount: 1 },
      },
    ],
    perCard: figure({ minor: 1_800_00, currency: 'USD' }),
    perQualified: figure({ minor: 2_700_00, currency: 'USD' }),
    perOrder: noFigure('measures.noneCounted', { what: 'order' }),
    unpriced: 0,
  })
})

test('a line without an amount is a reminder, not a cost of zero', () => {
  const reminder = cost('c9', 'freight', 0, 'CNY', '2026-11-01')
  const { scope, unpriced, perCard } = fairCosts([reminder], counts, 'USD', rates)
  expect({ scope, unpriced, perCard }).toEqual({
    scope: { total: noFigure('measures.noCost'), missingRates: [], costCount: 0 },
    unpriced: 1,
    perCard: noFigure('measures.noCost'),
  })
  expect(costInBase(reminder, 'USD', rates)).toBeUndefined()
})

test('a cost without a rate names the rate and is never taken at 1', () => {
  const freight = cost('c4', 'freight', 5_000, 'JPY', '2026-11-15')
  const missing = { from: 'JPY', to: 'USD', on: '2026-11-15' }
  expect(costInBase(freight, 'USD', rates)).toEqual({ missing })
  expect(fairCosts([freight], counts, 'USD', rates).perCard).toEqual(
    noFigure('measures.noRate', { base: 'USD', count: 1 }),
  )
})

test('first orders are those of customers whose source the fair is, cancelled ones aside', () => {
  const customers = [
    { id: 'a', sourceTouchpointId: 'fair' },
    { id: 'b', sourceTouchpointId: 'other' },
    { id: 'c', sourceTouchpointId: 'fair' },
  ]
  const order = (customerId: string, on: string, status: 'open' | 'cancelled' = 'open') => ({
    customerId,
    on,
    status,
  })
  const orders = [
    order('a', '2026-12-05'),
    order('a', '2026-12-01'),
    order('a', '2026-11-01', 'cancelled'),
    order('b', '2026-12-01'),
    order('c', '2026-12-01', 'cancelled'),
  ]
  expect([...firstOrderDays('fair', customers, orders)]).toEqual([['a', '2026-12-01']])
})
