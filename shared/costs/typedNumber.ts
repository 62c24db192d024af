import { decimalMarkOf, parseMoney } from '../importing/values/money'
import { moneyFromDecimal, parseDecimal } from '../money/decimal'
import { minorUnitExponent } from '../money/minorUnits'
import type { CurrencyCode, Money } from '../money/values'
import { err, ok, type Result } from '../result'

/**
 * Reads an amount as a person types it: `18,000`, `18 000.50`, `1.234,50`, `12万`. Nothing typed is zero: the
 * amount is not known yet. More places than the currency has (`1.500` for CNY) are refused instead of guessed at.
 * Codes: `cost.badAmount`, `cost.tooManyPlaces` (with `places`), `cost.negative`, `money.tooLarge`.
 */
export function moneyFromTyped(entered: string, currency: CurrencyCode): Result<Money> {
  if (entered.trim() === '') return ok({ minor: 0, currency })
  const { mark } = decimalMarkOf([entered], '.')
  const reading = parseMoney(entered, mark)
  const decimal = reading === undefined ? undefined : parseDecimal(reading.amount)
  if (reading === undefined || decimal === undefined || reading.percent) return err('cost.badAmount')
  if (decimal.digits < 0n) return err('cost.negative')
  const places = minorUnitExponent(currency)
  if (significantPlaces(reading.amount) > places) return err('cost.tooManyPlaces', { places })
  return moneyFromDecimal(reading.amount, currency)
}

/** `7.18`, `7,18`, `23,500.5`; one comma before exactly three digits could mean two things. */
const PLAIN_RATE = /^\d{1,12}(?:[.,]\d{1,12})?$/
const GROUPED_RATE = /^\d{1,3}(?:,\d{3})+\.\d{1,12}$/
const UNCLEAR_RATE = /^\d{1,3},\d{3}$/

/**
 * Reads an exchange rate as a person types it, as decimal text. Unlike with amounts nothing shows when a rate is
 * a thousand times too large, so what can be read two ways is refused. Codes: `rate.badRate`, `rate.unclear`.
 */
export function rateFromTyped(entered: string): Result<string> {
  const typed = entered.trim().replace(/[\s\u00a0\u202f]/g, '')
  if (UNCLEAR_RATE.test(typed)) return err('rate.unclear')
  const text = GROUPED_RATE.test(typed)
    ? typed.replaceAll(',', '')
    : PLAIN_RATE.test(typed)
      ? typed.replace(',', '.')
      : ''
  const decimal = parseDecimal(text)
  return decimal === undefined || decimal.digits <= 0n ? err('rate.badRate') : ok(text)
}

/** Places after the point that say something: `.00` says nothing, `.500` may be a thousand. */
function significantPlaces(decimal: string): number {
  const fraction = decimal.split('.')[1] ?? ''
  return /^0{0,2}$/.test(fraction) ? 0 : fraction.length
}
