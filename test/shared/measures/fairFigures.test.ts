import { describe, expect, test } from 'vitest'
import { fairFigures } from '../../../shared/measures/fairFigures'
import { figure, noFigure } from '../../../shared/measures/figure'
import { fairLeads } from '../../../shared/measures/firstTouch'
import { rateTable } from '../../../shared/money/rates'

const HOUR = 3_600_000
/** 10:30 at the fair in Guangzhou. */
const opened = Date.UTC(2027, 3, 15, 2, 30)
const met = (customerId: string, hours: number, more: object = {}) => ({
  id: `met-${customerId}-${hours}`,
  customerId,
  kind: 'met' as const,
  direction: 'both' as const,
  at: opened + hours * HOUR,
  touchpointId: 'fair',
  ...more,
})
const wrote = (customerId: string, hours: number, more: object = {}) => ({
  ...met(customerId, hours),
  id: `wrote-${customerId}-${hours}`,
  kind: 'message' as const,
  direction: 'out' as const,
  touchpointId: undefined,
  ...more,
})
const talks = [
  wrote('a', 12),
  met('a', 0, { grade: 'C' }),
  met('a', 2, { grade: 'A' }),
  wrote('a', -500),
  met('b', 0.2, { grade: 'B' }),
  wrote('b', 5, { kind: 'note' }),
  wrote('b', 6, { direction: 'in' }),
  wrote('b', 30),
  met('c', 24),
  met('d', 70, { grade: 'D' }),
  met('e', 1, { touchpointId: 'other' }),
]
const rates = rateTable([{ from: 'USD', to: 'CNY', rate: '7', on: '2027-04-01' }])
const costs = [
  { amount: { minor: 9_000_00, currency: 'CNY' }, on: '2027-04-15' },
  { amount: { minor: 100_00, currency: 'USD' }, on: '2027-04-15' },
]

describe('the leads of a fair', () => {
  test('are one a customer, with the last grade and the first word from us', () => {
    expect(fairLeads('fair', talks)).toEqual([
      {
        customerId: 'a',
        interactionId: 'met-a-0',
        metAt: opened,
        grade: 'A',
        firstTouchAt: opened + 12 * HOUR,
      },
      {
        customerId: 'b',
        interactionId: 'met-b-0.2',
        metAt: opened + 0.2 * HOUR,
        grade: 'B',
        firstTouchAt: opened + 30 * HOUR,
      },
      { customerId: 'c', interactionId: 'met-c-24', metAt: opened + 24 * HOUR },
      { customerId: 'd', interactionId: 'met-d-70', metAt: opened + 70 * HOUR, grade: 'D' },
    ])
  })
})

describe('the figures of a fair', () => {
  const input = {
    leads: fairLeads('fair', talks),
    costs,
    firstOrders: 0,
    base: 'CNY',
    rates,
    zone: 'Asia/Shanghai',
    now: opened + 80 * HOUR,
  }

  test('count by the fair’s own clock, answer 24 and 48 hours, and divide the cost', () => {
    expect(fairFigures(input)).toEqual({
      leads: 4,
      perDay: [
        { day: '2027-04-15', count: 2 },
        { day: '2027-04-16', count: 1 },
        { day: '2027-04-18', count: 1 },
      ],
      perHour: [
        { day: '2027-04-15', hour: 10, count: 2 },
        { day: '2027-04-16', hour: 10, count: 1 },
        { day: '2027-04-18', hour: 8, count: 1 },
      ],
      grades: { A: 1, B: 1, C: 0, D: 1, none: 1 },
      untouched: 2,
      medianHoursToFirstTouch: figure(20.9),
      // The lead of ten hours ago still has time.
      within24h: figure(1 / 3),
      within48h: figure(2 / 3),
      cost: figure({ minor: 970_000, currency: 'CNY' }),
      costPerCard: figure({ minor: 242_500, currency: 'CNY' }),
      costPerQualified: figure({ minor: 485_000, currency: 'CNY' }),
      costPerOrder: noFigure('measures.noneCounted', { what: 'order' }),
      missingRates: [],
    })
  })

  test('name the rates they lack and stay honest with nothing at all', () => {
    const euros = fairFigures({
      ...input,
      costs: [...costs, { amount: { minor: 1, currency: 'EUR' }, on: '2027-04-15' }],
    })
    expect(euros.missingRates).toEqual([{ from: 'EUR', to: 'CNY', on: '2027-04-15' }])
    expect(fairFigures({ ...input, leads: [], costs: [], zone: 'Nowhere/Here' })).toEqual({
      leads: 0,
      perDay: [],
      perHour: [],
      grades: { A: 0, B: 0, C: 0, D: 0, none: 0 },
      untouched: 0,
      medianHoursToFirstTouch: noFigure('measures.noFirstTouch'),
      within24h: noFigure('measures.noLeads', { hours: 24 }),
      within48h: noFigure('measures.noLeads', { hours: 48 }),
      cost: noFigure('measures.noCost'),
      costPerCard: noFigure('measures.noCost'),
      costPerQualified: noFigure('measures.noCost'),
      costPerOrder: noFigure('measures.noCost'),
      missingRates: [],
    })
  })

  test('hold nothing against a fair that has only begun', () => {
    const early = fairFigures({ ...input, leads: fairLeads('fair', [met('z', 0)]), now: opened + HOUR })
    expect(early.within24h).toEqual(noFigure('measures.tooEarly', { hours: 24 }))
  })
})
