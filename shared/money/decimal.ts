import { err, ok, type Result } from '../result'
import { minorUnitExponent } from './minorUnits'
import type { CurrencyCode, Money, UnitPrice } from './values'

/** Exactly `digits / 10^scale`: what decimal text means, with no binary fraction in between. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** `-12.50`, `0.0125`, `3`: plain digits, a point, no grouping, no exponent. */
const DECIMAL = /^(-?)(\d{1,24})(?:\.(\d{1,24}))?$/

/** 10 to the power of a small whole number. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

/** Reads decimal text as it is stored (never as a person typed it); undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const parts = DECIMAL.exec(text)
  if (parts === null) return undefined
  const fraction = parts[3] ?? ''
  const digits = BigInt(`${parts[2]}${fraction}`)
  return { digits: parts[1] === '-' ? -digits : digits, scale: fraction.length }
}

/**
 * `numerator / denominator` rounded to a whole number, halves away from zero.
 *
 * Commercial rounding, as on every invoice and in every spreadsheet's ROUND: a customer who checks our
 * total with a pocket calculator must find the same figure. Half-even would differ by a cent now and then.
 * The denominator must be positive.
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n
  const size = negative ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return negative ? -rounded : rounded
}

/** Money of so many minor units; `money.tooLarge` beyond what a record can hold exactly (2^53). */
export function moneyOf(minor: bigint, currency: CurrencyCode): Result<Money> {
  const value = Number(minor)
  if (!Number.isSafeInteger(value)) return err('money.tooLarge', { currency })
  // Number(-0n) is 0, so no total ever shows as minus nothing.
  return ok({ minor: value, currency })
}

/** An amount as plain decimal text in major units: `{ minor: 1250, currency: 'CNY' }` is `12.50`. */
export function moneyToDecimal(money: Money): string {
  return decimalText(money.minor, minorUnitExponent(money.currency))
}

/** A price per piece as plain decimal text, with every place that was entered: `0.0125`. */
export function unitPriceToDecimal(price: UnitPrice): string {
  return decimalText(price.amount, price.scale)
}

/**
 * Reads stored decimal text as money, rounding to the currency's smallest unit.
 * Fails with `money.notADecimal` or `money.tooLarge`.
 */
export function moneyFromDecimal(text: string, currency: CurrencyCode): Result<Money> {
  const decimal = parseDecimal(text)
  if (decimal === undefined) return err('money.notADecimal')
  const minor = divideRounded(
    decimal.digits * powerOfTen(minorUnitExponent(currency)),
    powerOfTen(decimal.scale),
  )
  return moneyOf(minor, currency)
}

function decimalText(amount: number, scale: number): string {
  const digits = String(Math.abs(amount)).padStart(scale + 1, '0')
  const sign = amount < 0 ? '-' : ''
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
