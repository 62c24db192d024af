import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costPer } from '../../../shared/measures/costPer'
import { dilution } from '../../../shared/measures/dilution'
import { type Figure, figure, noFigure } from '../../../shared/measures/figure'
import { costCoverage, scopeCost } from '../../../shared/measures/scopeCost'
import { costElasticity, costShare } from '../../../shared/measures/smileCurve'
import { lifetimeObserved, openQuoted } from '../../../shared/measures/tradeAmounts'
import { whatIfCac } from '../../../shared/measures/whatIfCac'
import { rateTable } from '../../../shared/money/rates'
import type { Money } from '../../../shared/money/values'

const cny = (yuan: number): Money => ({ minor: Math.round(yuan * 100), currency: 'CNY' })
const rates = rateTable([{ from: 'USD', to: 'CNY', rate: '7', on: '2027-01-01' }])

describe('a figure that cannot be computed', () => {
  test('says why instead of dividing by zero', () => {
    const nothing = noFigure('measures.noneCounted', { what: 'order' })
    expect([costPer(figure(cny(5)), 0, 'order'), costPer(figure(cny(5)), Number.NaN, 'order')]).toEqual([
      nothing,
      nothing,
    ])
    expect(costPer(noFigure('measures.noCost'), 3, 'order')).toEqual(noFigure('measures.noCost'))
    expect(costElasticity({ cost: 1, revenue: 5 }, { cost: 2, revenue: 5 })).toEqual(
      noFigure('measures.revenueUnchanged'),
    )
    expect(costElasticity({ cost: 0, revenue: 5 }, { cost: 2, revenue: 9 })).toEqual(
      noFigure('measures.notPositive'),
    )
    expect(costShare({ cost: 4, revenue: 0 })).toEqual(noFigure('measures.noRevenue'))
    expect(costCoverage([], [])).toEqual(noFigure('measures.noLeads'))
    const bad = whatIfCac({
      spend: cny(1),
      newCustomers: 1,
      referred: 0,
      upliftPercent: 'much',
      existingCustomers: 1,
    })
    expect(bad.plain).toEqual(noFigure('measures.badInput'))
    const free = { cost: noFigure('measures.noCost'), cards: 4, deepNegotiations: 0 }
    const change = dilution(free, { cost: figure(cny(10)), cards: 5, deepNegotiations: 0 })
    expect([change.perCard.ratio, change.perDeepNegotiation.ratio]).toEqual([
      noFigure('measures.noCost'),
      noFigure('measures.noneCounted', { what: 'deepNegotiation' }),
    ])
  })

  test('is never NaN or Infinity, whatever the numbers', () => {
    const numbers = fc.oneof(fc.integer(), fc.constantFrom(0, Number.MAX_SAFE_INTEGER, -1))
    const finite = (one: Figure<Money> | Figure): boolean =>
      one.value === undefined
        ? one.reason.code.startsWith('measures.')
        : Number.isFinite(typeof one.value === 'number' ? one.value : one.value.minor)
    fc.assert(
      fc.property(numbers, numbers, numbers, numbers, (a, b, c, d) => {
        const one = { cost: figure({ minor: a, currency: 'CNY' }), cards: b, deepNegotiations: c }
        const two = { cost: figure({ minor: d, currency: 'CNY' }), cards: c, deepNegotiations: b }
        const diluted = dilution(one, two)
        const whatIf = whatIfCac({
          spend: cny(1),
          newCustomers: a,
          referred: b,
          upliftPercent: '0.000001',
          existingCustomers: c,
        })
        const figures = [
          ...Object.values(diluted.perCard),
          ...Object.values(diluted.perDeepNegotiation),
          ...Object.values(whatIf),
          costElasticity({ cost: a, revenue: b }, { cost: c, revenue: d }),
          costShare({ cost: a, revenue: b }),
        ]
        expect(figures.filter((value) => !finite(value))).toEqual([])
      }),
    )
  })
})

describe('the cost of a scope', () => {
  test('adds currencies at the rate of the day and names the rates it lacks', () => {
    const costs = [
      { amount: cny(100), on: '2027-01-10' },
      { amount: { minor: 1000, currency: 'USD' }, on: '2027-01-10' },
      { amount: { minor: 1000, currency: 'EUR' }, on: '2027-01-10' },
    ]
    expect(scopeCost(costs, 'CNY', rates)).toEqual({
      total: figure(cny(170)),
      missingRates: [{ from: 'EUR', to: 'CNY', on: '2027-01-10' }],
      costCount: 3,
    })
    expect(scopeCost([], 'CNY', rates).total).toEqual(noFigure('measures.noCost'))
    expect(scopeCost(costs.slice(2), 'CNY', rates).total).toEqual(
      noFigure('measures.noRate', { base: 'CNY', count: 1 }),
    )
  })

  test('covers the leads whose touchpoint has a cost', () => {
    const leads = [{ touchpointId: 'a' }, { touchpointId: 'a' }, { touchpointId: 'b' }, {}]
    expect(costCoverage(leads, [{ touchpointId: 'a' }, {}])).toEqual(figure(0.5))
  })
})

describe('what a customer has bought and been offered', () => {
  const document = { total: { minor: 5000, currency: 'USD' }, on: '2027-01-05' }

  test('counts orders at their own rate, cancelled ones aside', () => {
    const pinned = { from: 'USD', to: 'CNY', rate: '8', on: '2027-01-04' }
    expect(
      lifetimeObserved(
        [
          { ...document, status: 'closed' },
          { ...document, status: 'open', rate: pinned },
          { ...document, status: 'cancelled' },
        ],
        'CNY',
        rates,
      ),
    ).toEqual({ amount: figure(cny(750)), missingRates: [] })
  })

  test('counts quotes while they are open and valid', () => {
    const quotes = [
      { ...document, status: 'open' as const, validUntil: '2027-02-01' },
      { ...document, status: 'open' as const, validUntil: '2027-01-31' },
      { ...document, status: 'accepted' as const },
      { ...document, status: 'open' as const },
    ]
    expect(openQuoted(quotes, 'CNY', rates, '2027-02-01').amount).toEqual(figure(cny(700)))
    expect(openQuoted([], 'CNY', rates, '2027-02-01').amount).toEqual(figure(cny(0)))
  })
})
