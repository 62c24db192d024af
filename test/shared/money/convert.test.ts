import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertMoney, sumInBase } from '../../../shared/money/convert'
import { findRate, rateTable } from '../../../shared/money/rates'

const table = rateTable([
  { from: 'USD', to: 'CNY', rate: '7.20', on: '2027-01-01' },
  { from: 'USD', to: 'CNY', rate: '7.10', on: '2027-02-01' },
  { from: 'CNY', to: 'JPY', rate: '21.5', on: '2027-01-20' },
  { from: 'EUR', to: 'CNY', rate: '7.80', on: '2026-06-01' },
  { from: 'KWD', to: 'CNY', rate: '0', on: '2027-01-01' },
])
const usd = (minor: number) => ({ minor, currency: 'USD' })

describe('the rate of a day', () => {
  test('is the last one on or before it', () => {
    expect([
      findRate(table, 'USD', 'CNY', '2027-01-31'),
      findRate(table, 'USD', 'CNY', '2027-02-01'),
      findRate(table, 'USD', 'CNY', '2026-12-31'),
    ]).toEqual([
      { found: { numerator: 720n, denominator: 100n, on: '2027-01-01', path: 'direct' } },
      { found: { numerator: 710n, denominator: 100n, on: '2027-02-01', path: 'direct' } },
      { missing: { from: 'USD', to: 'CNY', on: '2026-12-31' } },
    ])
  })

  test('may be 31 days old, not 32, unless the person says so', () => {
    expect(findRate(table, 'USD', 'CNY', '2027-03-04')).toHaveProperty('found')
    expect(findRate(table, 'USD', 'CNY', '2027-03-05')).toEqual({
      missing: { from: 'USD', to: 'CNY', on: '2027-03-05', newestOn: '2027-02-01', maxAgeDays: 31 },
    })
    expect(findRate(table, 'USD', 'CNY', '2027-03-05', { anyAge: true })).toHaveProperty('found')
    const strict = rateTable([{ from: 'USD', to: 'CNY', rate: '7.2', on: '2027-01-01' }], {
      rateMaxAgeDays: 3,
    })
    expect(findRate(strict, 'USD', 'CNY', '2027-01-04')).toHaveProperty('found')
    expect(findRate(strict, 'CNY', 'USD', '2027-01-05')).toEqual({
      missing: { from: 'CNY', to: 'USD', on: '2027-01-05', newestOn: '2027-01-01', maxAgeDays: 3 },
    })
  })

  test('is found backwards and through the base', () => {
    expect(findRate(table, 'CNY', 'USD', '2027-02-01')).toEqual({
      found: { numerator: 100n, denominator: 710n, on: '2027-02-01', path: 'inverse' },
    })
    expect(findRate(table, 'USD', 'JPY', '2027-02-01', { base: 'CNY' })).toEqual({
      found: { numerator: 152_650n, denominator: 1000n, on: '2027-01-20', path: 'throughBase' },
    })
    expect(findRate(table, 'USD', 'JPY', '2027-02-01')).toHaveProperty('missing')
    expect(findRate(table, 'EUR', 'JPY', '2027-02-01', { base: 'CNY' })).toHaveProperty('missing')
  })

  test('is found through the currency of the bank whose file has both, never without being asked for the base', () => {
    const bank = rateTable([
      { from: 'EUR', to: 'KRW', rate: '1600', on: '2027-01-20' },
      { from: 'EUR', to: 'CNY', rate: '8', on: '2027-01-22' },
      { from: 'KRW', to: 'USD', rate: '0.0008', on: '2027-01-10' },
      { from: 'USD', to: 'CNY', rate: '7', on: '2027-01-22' },
    ])
    const found = { numerator: 8n, denominator: 1600n, on: '2027-01-20', path: 'throughThird' }
    expect(findRate(bank, 'KRW', 'CNY', '2027-01-23', { base: 'CNY' })).toEqual({ found })
    expect(findRate(bank, 'KRW', 'CNY', '2027-01-23')).toHaveProperty('missing')
    expect(findRate(bank, 'KRW', 'CNY', '2027-04-23', { base: 'CNY' })).toEqual({
      missing: { from: 'KRW', to: 'CNY', on: '2027-04-23', newestOn: '2027-01-20', maxAgeDays: 31 },
    })
  })

  test('is never zero and never an assumed one', () => {
    expect(findRate(table, 'KWD', 'CNY', '2027-01-02')).toEqual({
      missing: { from: 'KWD', to: 'CNY', on: '2027-01-02' },
    })
  })

  test('is the corrected one when a day has two', () => {
    const corrected = rateTable([
      { from: 'USD', to: 'CNY', rate: '7.3', on: '2027-01-01', updatedAt: 2 },
      { from: 'USD', to: 'CNY', rate: '72', on: '2027-01-01', updatedAt: 1 },
    ])
    expect(findRate(corrected, 'USD', 'CNY', '2027-01-01')).toHaveProperty('found.numerator', 73n)
  })
})

describe('a sum over currencies', () => {
  test('names what it had to leave out', () => {
    const sum = sumInBase(
      [
        { money: usd(10_000), on: '2027-01-05' },
        { money: { minor: 500, currency: 'CNY' }, on: '2020-01-01' },
        { money: { minor: 990, currency: 'EUR' }, on: '2027-01-05' },
        { money: { minor: 10, currency: 'EUR' }, on: '2027-01-05' },
      ],
      'CNY',
      table,
    )
    expect(sum).toEqual({
      ok: true,
      value: {
        total: { minor: 72_500, currency: 'CNY' },
        counted: 2,
        leftOut: 2,
        missing: [{ from: 'EUR', to: 'CNY', on: '2027-01-05', newestOn: '2026-06-01', maxAgeDays: 31 }],
      },
    })
  })

  test('takes a document at the rate it was made with', () => {
    const pinned = { from: 'USD', to: 'CNY', rate: '7.0', on: '2026-12-30' }
    expect(sumInBase([{ money: usd(100), on: '2027-01-05', pinned }], 'CNY', table)).toHaveProperty(
      'value.total.minor',
      700,
    )
    // The base changed since: the pinned rate leads elsewhere, so the table answers.
    expect(
      sumInBase([{ money: usd(100), on: '2027-02-05', pinned }], 'JPY', table, { base: 'CNY' }),
    ).toHaveProperty('value.total.minor', 153)
  })

  test('crosses currencies with different minor units', () => {
    expect(
      convertMoney({ money: { minor: 1000, currency: 'JPY' }, on: '2027-01-25' }, 'CNY', table),
    ).toMatchObject({
      value: { money: { minor: 4651, currency: 'CNY' } },
    })
  })

  test('rounds once at the end, whatever the order', () => {
    const amounts = fc.array(
      fc.record({
        money: fc.record({
          minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
          currency: fc.constantFrom('USD', 'JPY', 'CNY'),
        }),
        on: fc.constantFrom('2027-01-25', '2027-02-10'),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(amounts, (list) => {
        const forwards = sumInBase(list, 'CNY', table)
        expect(sumInBase([...list].reverse(), 'CNY', table)).toEqual(forwards)
        const exact = list.reduce((sum, { money, on }) => {
          const unit = { USD: on < '2027-02' ? 7.2 : 7.1, JPY: 100 / 21.5, CNY: 1 }[money.currency] ?? 0
          return sum + money.minor * unit
        }, 0)
        if (!forwards.ok) throw new Error('too large')
        expect(Math.abs(forwards.value.total.minor - exact)).toBeLessThan(0.51)
      }),
    )
  })

  test('of nothing is nothing', () => {
    expect(sumInBase([], 'CNY', table)).toEqual({
      ok: true,
      value: { total: { minor: 0, currency: 'CNY' }, counted: 0, leftOut: 0, missing: [] },
    })
  })
})
