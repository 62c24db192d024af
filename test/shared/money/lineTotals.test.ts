import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  divideRounded,
  moneyFromDecimal,
  moneyToDecimal,
  parseDecimal,
  unitPriceToDecimal,
} from '../../../shared/money/decimal'
import { documentTotal, lineTotal } from '../../../shared/money/lineTotals'
import { minorUnitExponent } from '../../../shared/money/minorUnits'

const usd = (amount: number, scale = 2) => ({ amount, scale, currency: 'USD' })

describe('minor units', () => {
  test('follow ISO 4217, hundredths where nothing else is known', () => {
    const codes = ['CNY', 'USD', 'JPY', 'KRW', 'VND', 'CLP', 'KWD', 'BHD', 'XXX', '__proto__']
    expect(codes.map(minorUnitExponent)).toEqual([2, 2, 0, 0, 0, 0, 3, 3, 2, 2])
  })

  test('turn into decimal text and back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('CNY', 'JPY', 'KWD', 'UYW'), (minor, currency) => {
        expect(moneyFromDecimal(moneyToDecimal({ minor, currency }), currency)).toEqual({
          ok: true,
          value: { minor: minor === 0 ? 0 : minor, currency },
        })
      }),
    )
    expect(moneyToDecimal({ minor: -5, currency: 'CNY' })).toBe('-0.05')
    expect(unitPriceToDecimal(usd(125, 4))).toBe('0.0125')
    expect(moneyFromDecimal('1,000', 'CNY')).toEqual({ ok: false, error: { code: 'money.notADecimal' } })
  })
})

describe('a line total', () => {
  test('knows prices below a cent and broken quantities', () => {
    expect([
      lineTotal({ quantity: '8000', unitPrice: usd(125, 4) }),
      lineTotal({ quantity: '1.5', unitPrice: usd(199_99) }),
      lineTotal({ quantity: '3', unitPrice: { amount: 1005, scale: 1, currency: 'JPY' } }),
      lineTotal({ quantity: '2', unitPrice: { amount: 12345, scale: 4, currency: 'KWD' } }),
    ]).toEqual([
      { ok: true, value: { minor: 10_000, currency: 'USD' } },
      { ok: true, value: { minor: 29_999, currency: 'USD' } },
      { ok: true, value: { minor: 302, currency: 'JPY' } },
      { ok: true, value: { minor: 2469, currency: 'KWD' } },
    ])
  })

  test('rounds once, halves away from zero', () => {
    expect(lineTotal({ quantity: '1', unitPrice: usd(1005, 3) })).toEqual({
      ok: true,
      value: { minor: 101, currency: 'USD' },
    })
    expect(lineTotal({ quantity: '1', unitPrice: usd(-1005, 3) })).toEqual({
      ok: true,
      value: { minor: -101, currency: 'USD' },
    })
  })

  test('says what is wrong instead of guessing', () => {
    expect(lineTotal({ quantity: '1e3', unitPrice: usd(1) })).toEqual({
      ok: false,
      error: { code: 'money.badQuantity' },
    })
    expect(lineTotal({ quantity: '999999999999', unitPrice: usd(999_999_999) })).toEqual({
      ok: false,
      error: { code: 'money.tooLarge', params: { currency: 'USD' } },
    })
  })

  test('lies within half a minor unit of the exact product', () => {
    const quantities = fc.tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }))
    fc.assert(
      fc.property(
        quantities,
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 8 }),
        ([whole, fraction], amount, scale) => {
          const quantity = `${whole}.${String(fraction).padStart(6, '0')}`
          const total = lineTotal({ quantity, unitPrice: usd(amount, scale) })
          if (!total.ok) return
          const exact = (parseDecimal(quantity)?.digits ?? 0n) * BigInt(amount) * 100n
          const unit = 10n ** BigInt(6 + scale)
          const gap = BigInt(total.value.minor) * unit - exact
          expect(2n * (gap < 0n ? -gap : gap) <= unit).toBe(true)
        },
      ),
    )
  })
})

describe('a document total', () => {
  test('is the sum of the printed lines', () => {
    const third = { quantity: '1', unitPrice: usd(335, 3) }
    expect(documentTotal([third, third, third], 'USD')).toEqual({
      ok: true,
      value: { minor: 102, currency: 'USD' },
    })
    expect(documentTotal([], 'USD')).toEqual({ ok: true, value: { minor: 0, currency: 'USD' } })
  })

  test('refuses to add two currencies', () => {
    expect(documentTotal([{ quantity: '1', unitPrice: usd(1) }], 'EUR')).toEqual({
      ok: false,
      error: { code: 'money.mixedCurrencies', params: { currency: 'EUR' } },
    })
  })
})

test('division rounds the same way on both sides of zero', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (n, d) => {
        const result = divideRounded(n, d)
        expect(divideRounded(-n, d)).toBe(-result)
        const gap = result * d - n
        expect(2n * (gap < 0n ? -gap : gap) <= d).toBe(true)
      },
    ),
  )
})
