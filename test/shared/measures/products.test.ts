import { describe, expect, test } from 'vitest'
import { figure, noFigure } from '../../../shared/measures/figure'
import { priceHistory } from '../../../shared/measures/priceHistory'
import { productInterest } from '../../../shared/measures/productInterest'
import { quarterNumber } from '../../../shared/time/period'
import { someone, usd } from './someone'

const today = '2027-12-31'

describe('product interest', () => {
  const products = new Map([
    ['bv50', { name: 'Ball valve 50', line: 'Valves' }],
    ['bv80', { name: 'Ball valve 80', line: 'Valves' }],
    ['hose', { name: 'Hose' }],
  ])
  const event = (
    step: 'asked' | 'sampled' | 'quoted' | 'ordered',
    on: string,
    productId = 'bv50',
    more: object = {},
  ) => ({
    productId,
    step,
    on,
    ...more,
  })
  const facts = [
    someone({
      products: [
        event('asked', '2027-01-01'),
        event('asked', '2027-02-01', 'bv80'),
        event('sampled', '2027-02-01'),
        event('quoted', '2027-03-01'),
        event('ordered', '2027-04-01', 'bv50', { revenueMinor: 1000, marginMinor: 300 }),
        event('ordered', '2027-10-01', 'bv80', { revenueMinor: 500 }),
      ],
    }),
    someone({ products: [event('asked', '2027-10-05')] }),
    // Ordered without asking, and asked only afterwards.
    someone({ products: [event('ordered', '2027-05-01', 'hose'), event('asked', '2027-06-01', 'hose')] }),
    someone({
      products: [event('asked', '2027-06-01', 'deleted for good'), event('asked', '2028-06-01', 'hose')],
    }),
  ]

  test('counts customers per line, and whether asking led to an order', () => {
    const [valves, hose] = productInterest(facts, products, today, 'USD')
    const quarter = quarterNumber('2027-01-01')
    expect(valves).toEqual({
      line: 'Valves',
      asked: 2,
      sampled: 1,
      quoted: 1,
      ordered: 1,
      reordered: 1,
      askedToOrdered: figure(0.5),
      revenue: figure(usd(15)),
      margin: figure(usd(3)),
      withoutMargin: 1,
      trend: [
        { quarter, asked: 1, ordered: 0 },
        { quarter: quarter + 1, asked: 0, ordered: 1 },
        { quarter: quarter + 2, asked: 0, ordered: 0 },
        { quarter: quarter + 3, asked: 1, ordered: 1 },
      ],
    })
    expect(hose).toMatchObject({
      line: 'Hose',
      asked: 1,
      ordered: 1,
      reordered: 0,
      askedToOrdered: figure(0),
      revenue: noFigure('measures.noRate', { base: 'USD', count: 1 }),
    })
  })

  test('has no rate where nobody asked', () => {
    const bought = someone({ products: [event('ordered', '2027-05-01', 'hose', { revenueMinor: 1 })] })
    expect(productInterest([bought], products, today, 'USD')[0]?.askedToOrdered).toEqual(
      noFigure('measures.nobodyAsked'),
    )
  })
})

describe('price history', () => {
  const document = (id: string, on: string, amount: number, more: object = {}) => ({
    id,
    customerId: 'c',
    on,
    status: 'open' as const,
    incoterm: 'FOB',
    lines: [
      {
        productId: 'bv50',
        description: 'valve',
        quantity: '100',
        unitPrice: { amount, scale: 2, currency: 'USD' },
      },
      { description: 'freight', quantity: '1', unitPrice: { amount: 99, scale: 0, currency: 'USD' } },
    ],
    ...more,
  })

  test('tells each customer’s prices in order, and the change from one to the next', () => {
    const quotes = [
      document('q2', '2027-03-01', 1050),
      document('q1', '2027-01-01', 1000),
      document('other terms', '2027-04-01', 1200, { incoterm: 'CIF' }),
      document('gone', '2027-04-02', 1, { deletedAt: 1 }),
      { ...document('somebody else', '2027-02-01', 900), customerId: 'd' },
    ]
    const orders = [
      document('o1', '2027-03-01', 1029),
      { ...document('void', '2027-03-02', 1), status: 'cancelled' as const },
    ]
    const history = priceHistory('bv50', quotes, orders)
    expect(history.get('c')?.map((one) => [one.documentId, one.kind, one.change])).toEqual([
      ['q1', 'quote', noFigure('measures.firstPrice')],
      ['q2', 'quote', figure(0.05)],
      ['o1', 'order', figure(-0.02)],
      ['other terms', 'quote', noFigure('measures.otherTerms')],
    ])
    expect(history.get('d')).toHaveLength(1)
  })

  test('compares prices of different precision exactly, and none with a gift', () => {
    const fine = (id: string, on: string, amount: number, scale: number) =>
      document(id, on, 0, {
        lines: [
          {
            productId: 'bv50',
            description: '',
            quantity: '1',
            unitPrice: { amount, scale, currency: 'USD' },
          },
        ],
      })
    const changes = priceHistory(
      'bv50',
      [
        fine('a', '2027-01-01', 125, 4),
        fine('b', '2027-02-01', 25, 3),
        fine('c', '2027-03-01', 0, 0),
        fine('d', '2027-04-01', 1, 0),
      ],
      [],
    )
    expect(changes.get('c')?.map((one) => one.change.value)).toEqual([undefined, 1, -1, undefined])
  })
})
