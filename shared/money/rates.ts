import { compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { parseDecimal, powerOfTen } from './decimal'
import type { CurrencyCode } from './values'

/** A rate this old no longer answers unless the person says so. */
const RATE_MAX_AGE_DAYS = 31

/** One line of the rate table; the `rates` records have this shape. */
export interface RateLine {
  readonly id?: string
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  /** Decimal text: one unit of `from` costs `rate` of `to`. */
  readonly rate: string
  readonly on: IsoDate
  readonly updatedAt?: number
}

/** The rate table, sorted for look-up. Built once by `rateTable`; plain data. */
export interface RateTable {
  /** Lines of a pair `USD>CNY`, oldest first. */
  readonly pairs: ReadonlyMap<string, readonly RateLine[]>
}

/** An exact rate: one unit of `from` costs `numerator / denominator` of `to`. */
export interface FoundRate {
  readonly numerator: bigint
  readonly denominator: bigint
  /** The day of the older line that it rests on; the asked day itself when nothing was converted. */
  readonly on: IsoDate
  readonly path: 'same' | 'direct' | 'inverse' | 'throughBase'
}

/** A rate that the table does not hold: what to ask the person for. */
export interface MissingRate {
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  readonly on: IsoDate
  /** Set when there is a line, but too old: its day. */
  readonly newestOn?: IsoDate
}

/** How `findRate` may look. */
export interface RateOptions {
  /** A third currency to go through when neither direction is in the table, usually the base currency. */
  readonly base?: CurrencyCode | undefined
  /** Accepts a rate of any age: the person said so. */
  readonly anyAge?: boolean | undefined
}

/**
 * Sorts rate lines for look-up. Of two lines for one pair and day the one changed last counts. A rate of
 * zero or one that is not a decimal is left out: it would make money vanish.
 */
export function rateTable(lines: readonly RateLine[]): RateTable {
  const pairs = new Map<string, RateLine[]>()
  for (const line of lines) {
    const rate = parseDecimal(line.rate)
    if (rate === undefined || rate.digits <= 0n) continue
    const key = `${line.from}>${line.to}`
    const list = pairs.get(key)
    if (list === undefined) pairs.set(key, [line])
    else list.push(line)
  }
  for (const list of pairs.values()) list.sort(byAge)
  return { pairs }
}

/**
 * The last rate on or before a day, not older than 31 days unless asked. The newer of the two directions
 * answers (the direct one when both are of one day); only when neither is there, the way through the base.
 * Never 1 for want of a rate: the answer is then what is missing.
 */
export function findRate(
  table: RateTable,
  from: CurrencyCode,
  to: CurrencyCode,
  on: IsoDate,
  options: RateOptions = {},
): { readonly found: FoundRate } | { readonly missing: MissingRate } {
  if (from === to) return { found: { numerator: 1n, denominator: 1n, on, path: 'same' } }
  const straight = oneStep(table, from, to, on)
  if (straight !== undefined && isFresh(straight.on, on, options)) return { found: straight }
  const { base } = options
  if (base !== undefined && base !== from && base !== to) {
    const first = oneStep(table, from, base, on)
    const second = oneStep(table, base, to, on)
    if (first !== undefined && second !== undefined) {
      const older = compareDays(first.on, second.on) < 0 ? first.on : second.on
      if (isFresh(older, on, options)) {
        const numerator = first.numerator * second.numerator
        const denominator = first.denominator * second.denominator
        return { found: { numerator, denominator, on: older, path: 'throughBase' } }
      }
    }
  }
  return { missing: straight === undefined ? { from, to, on } : { from, to, on, newestOn: straight.on } }
}

function oneStep(table: RateTable, from: string, to: string, on: IsoDate): FoundRate | undefined {
  const direct = lastOnOrBefore(table.pairs.get(`${from}>${to}`), on)
  const inverse = lastOnOrBefore(table.pairs.get(`${to}>${from}`), on)
  if (direct !== undefined && (inverse === undefined || compareDays(direct.on, inverse.on) >= 0)) {
    const rate = parseDecimal(direct.rate)
    if (rate === undefined) return undefined
    return { numerator: rate.digits, denominator: powerOfTen(rate.scale), on: direct.on, path: 'direct' }
  }
  const rate = inverse === undefined ? undefined : parseDecimal(inverse.rate)
  if (inverse === undefined || rate === undefined) return undefined
  return { numerator: powerOfTen(rate.scale), denominator: rate.digits, on: inverse.on, path: 'inverse' }
}

function lastOnOrBefore(lines: readonly RateLine[] | undefined, on: IsoDate): RateLine | undefined {
  if (lines === undefined) return undefined
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareDays(lines[middle]?.on ?? '', on) <= 0) low = middle + 1
    else high = middle
  }
  return lines[low - 1]
}

function isFresh(rateOn: IsoDate, on: IsoDate, options: RateOptions): boolean {
  return options.anyAge === true || daysBetween(rateOn, on) <= RATE_MAX_AGE_DAYS
}

function byAge(a: RateLine, b: RateLine): number {
  const byDay = compareDays(a.on, b.on)
  if (byDay !== 0) return byDay
  const byChange = (a.updatedAt ?? 0) - (b.updatedAt ?? 0)
  return byChange !== 0 ? byChange : (a.id ?? '') < (b.id ?? '') ? -1 : 1
}
