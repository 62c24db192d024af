import { ok, type Result } from '../result'
import type { IsoDate } from '../time/values'
import { divideRounded, moneyOf, parseDecimal, powerOfTen } from './decimal'
import { minorUnitExponent } from './minorUnits'
import { type FoundRate, findRate, type MissingRate, type RateOptions, type RateTable } from './rates'
import type { CurrencyCode, Money } from './values'

/** An amount with the day whose rate applies to it. */
export interface DatedMoney {
  readonly money: Money
  readonly on: IsoDate
  /** The rate that a quote or an order was made with; it wins over the table when it leads to the base. */
  readonly pinned?:
    | { readonly from: CurrencyCode; readonly to: CurrencyCode; readonly rate: string; readonly on: IsoDate }
    | undefined
}

/** A sum over several currencies, and what had to be left out of it. */
export interface SumInBase {
  /** The sum of all amounts that could be converted. */
  readonly total: Money
  /** How many amounts are in the total. */
  readonly counted: number
  /** How many are not, for want of a rate. */
  readonly leftOut: number
  /** Each missing pair and day once, in order of first need. Empty when the total is complete. */
  readonly missing: readonly MissingRate[]
}

/**
 * Adds amounts of many currencies in one. Every amount is taken at the rate of its own day (or the one
 * pinned to it), exactly, and the sum is rounded once at the end. An amount without a rate is left out
 * and named, never taken at 1. Fails only with `money.tooLarge`.
 */
export function sumInBase(
  amounts: readonly DatedMoney[],
  base: CurrencyCode,
  table: RateTable,
  options: RateOptions = {},
): Result<SumInBase> {
  // One numerator per denominator: rates from the table share few of them, so the exact sum stays cheap.
  const numerators = new Map<bigint, bigint>()
  const missing = new Map<string, MissingRate>()
  let leftOut = 0
  for (const amount of amounts) {
    const rate = rateFor(amount, base, table, options)
    if ('missing' in rate) {
      leftOut += 1
      missing.set(`${rate.missing.from}>${rate.missing.to}@${rate.missing.on}`, rate.missing)
      continue
    }
    const scaled = scaleTo(amount.money, base, rate.found)
    numerators.set(scaled.denominator, (numerators.get(scaled.denominator) ?? 0n) + scaled.numerator)
  }
  let numerator = 0n
  let denominator = 1n
  for (const [nextDenominator, nextNumerator] of numerators) {
    numerator = numerator * nextDenominator + nextNumerator * denominator
    denominator *= nextDenominator
  }
  const total = moneyOf(divideRounded(numerator, denominator), base)
  if (!total.ok) return total
  const counted = amounts.length - leftOut
  return ok({ total: total.value, counted, leftOut, missing: [...missing.values()] })
}

/**
 * One amount in another currency, rounded once; or the rate that is missing for it.
 * Fails only with `money.tooLarge`.
 */
export function convertMoney(
  amount: DatedMoney,
  to: CurrencyCode,
  table: RateTable,
  options: RateOptions = {},
): Result<{ readonly money: Money; readonly rate: FoundRate } | { readonly missing: MissingRate }> {
  const rate = rateFor(amount, to, table, options)
  if ('missing' in rate) return ok({ missing: rate.missing })
  const scaled = scaleTo(amount.money, to, rate.found)
  const money = moneyOf(divideRounded(scaled.numerator, scaled.denominator), to)
  return money.ok ? ok({ money: money.value, rate: rate.found }) : money
}

function rateFor(amount: DatedMoney, to: CurrencyCode, table: RateTable, options: RateOptions) {
  const { money, on, pinned } = amount
  if (pinned !== undefined && pinned.from === money.currency && pinned.to === to && money.currency !== to) {
    const rate = parseDecimal(pinned.rate)
    if (rate !== undefined && rate.digits > 0n) {
      const denominator = powerOfTen(rate.scale)
      const found: FoundRate = { numerator: rate.digits, denominator, on: pinned.on, path: 'direct' }
      return { found }
    }
  }
  return findRate(table, money.currency, to, on, options)
}

function scaleTo(money: Money, to: CurrencyCode, rate: FoundRate) {
  return {
    numerator: BigInt(money.minor) * rate.numerator * powerOfTen(minorUnitExponent(to)),
    denominator: rate.denominator * powerOfTen(minorUnitExponent(money.currency)),
  }
}
