import { err, ok, type Result } from '../result'
import { divideRounded, moneyOf, parseDecimal, powerOfTen } from './decimal'
import { minorUnitExponent } from './minorUnits'
import type { CurrencyCode, Money, UnitPrice } from './values'

/** What a total needs of a quote's or an order's line. */
export interface PricedLine {
  /** Decimal text, so that 1.5 t stays 1.5 t. */
  readonly quantity: string
  readonly unitPrice: UnitPrice
}

/**
 * Quantity times unit price, exact until it is rounded once to the currency's smallest unit (halves away
 * from zero). Fails with `money.badQuantity` or `money.tooLarge`.
 *
 * @example 8000 pieces at USD 0.0125 are USD 100.00.
 */
export function lineTotal(line: PricedLine): Result<Money> {
  const quantity = parseDecimal(line.quantity)
  if (quantity === undefined) return err('money.badQuantity')
  const { amount, scale, currency } = line.unitPrice
  const exact = quantity.digits * BigInt(amount) * powerOfTen(minorUnitExponent(currency))
  return moneyOf(divideRounded(exact, powerOfTen(quantity.scale + scale)), currency)
}

/**
 * The sum of the lines as they are printed: each line is rounded, then added, so that the column on paper
 * adds up. No lines are zero. Fails as `lineTotal` does, and with `money.mixedCurrencies` when a line's
 * currency is not the document's.
 */
export function documentTotal(lines: readonly PricedLine[], currency: CurrencyCode): Result<Money> {
  let minor = 0n
  for (const line of lines) {
    if (line.unitPrice.currency !== currency) return err('money.mixedCurrencies', { currency })
    const total = lineTotal(line)
    if (!total.ok) return total
    minor += BigInt(total.value.minor)
  }
  const sum = moneyOf(minor, currency)
  return sum.ok ? ok(sum.value) : sum
}
