import { compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { parseDecimal, powerOfTen } from './decimal'
import type { CurrencyCode } from './values'

/** A rate older than this no longer answers, unless the notebook's settings say otherwise. */
export const RATE_MAX_AGE_DAYS = 31

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
  /** How much older than an amount a rate may be that still answers for it. */
  readonly maxAgeDays: number
}

/** An exact rate: one unit of `from` costs `numerator / denominator` of `to`. */
export interface FoundRate {
  readonly numerator: bigint
  readonly denominator: bigint
  /** The day of the older line that it rests on; the asked day itself when nothing was converted. */
  readonly on: IsoDate
  readonly path: 'same' | 'direct' | 'inverse' | 'throughBase' | 'throughThird'
}

/** A rate that the table does not hold: what to ask the person for. */
export interface MissingRate {
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  readonly on: IsoDate
  /** Set when there is a line, but too old: its day, and how old it might have been. */
  readonly newestOn?: IsoDate
  readonly maxAgeDays?: number
}

/** How `findRate` may look. */
export interface RateOptions {
  /**
   * A third currency to go through when neither direction is in the table, usually the base currency. Where that leads
   * nowhere, any currency that the table knows against both: a central bank's file quotes all of them against its own.
   */
  readonly base?: CurrencyCode | undefined
  /** Accepts a rate of any age: the person said so. */
  readonly anyAge?: boolean | undefined
}

/**
 * Sorts rate lines for look-up. Of two lines for one pair and day the one changed last counts. A rate of
 * zero or one that is not a decimal is left out: it would make money vanish. How old a rate may be is the notebook's
 * settings' to say, 31 days where they say nothing.
 */
export function rateTable(
  lines: readonly RateLine[],
  { rateMaxAgeDays = RATE_MAX_AGE_DAYS }: { readonly rateMaxAgeDays?: number | undefined } = {},
): RateTable {
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
  return { pairs, maxAgeDays: rateMaxAgeDays }
}

/**
 * The last rate on or before a day, not older than the table allows unless asked. The newer of the two directions
 * answers (the direct one when both are of one day); only when neither is there, the way through the base, and then the
 * one through the third currency whose rates are newest.
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
  if (straight !== undefined && isFresh(straight.on, on, table, options)) return { found: straight }
  const { base } = options
  if (base !== undefined) {
    const throughBase = base === from || base === to ? undefined : twoSteps(table, [from, base, to], on)
    if (throughBase !== undefined && isFresh(throughBase.on, on, table, options))
      return { found: { ...throughBase, path: 'throughBase' } }
    const third = throughThird(table, from, to, on)
    if (third !== undefined && isFresh(third.on, on, table, options)) return { found: third }
    if (straight === undefined && third !== undefined) return tooOld(table, { from, to, on }, third.on)
  }
  return straight === undefined ? { missing: { from, to, on } } : tooOld(table, { from, to, on }, straight.on)
}

function tooOld({ maxAgeDays }: RateTable, asked: MissingRate, newestOn: IsoDate): { missing: MissingRate } {
  return { missing: { ...asked, newestOn, maxAgeDays } }
}

type Steps = Omit<FoundRate, 'path'>

function twoSteps(
  table: RateTable,
  [from, third, to]: readonly [string, string, string],
  on: IsoDate,
): Steps | undefined {
  const first = oneStep(table, from, third, on)
  const second = first && oneStep(table, third, to, on)
  if (first === undefined || second === undefined) return undefined
  return {
    numerator: first.numerator * second.numerator,
    denominator: first.denominator * second.denominator,
    on: compareDays(first.on, second.on) < 0 ? first.on : second.on,
  }
}

/** Of several thirds the one whose older rate is newest, by its letters where they are of one day. */
function throughThird(table: RateTable, from: string, to: string, on: IsoDate): FoundRate | undefined {
  const quoted = partnersOf(table)
  const thirds = [...(quoted.get(from) ?? [])].filter((code) => quoted.get(code)?.has(to) === true)
  let best: Steps | undefined
  for (const third of thirds.sort()) {
    const found = twoSteps(table, [from, third, to], on)
    if (found !== undefined && (best === undefined || compareDays(found.on, best.on) > 0)) best = found
  }
  return best && { ...best, path: 'throughThird' }
}

const partners = new WeakMap<RateTable['pairs'], ReadonlyMap<string, ReadonlySet<string>>>()

/** Which currencies each is quoted against, worked out once a table: an amount without a rate is asked for often. */
function partnersOf({ pairs }: RateTable): ReadonlyMap<string, ReadonlySet<string>> {
  const known = partners.get(pairs)
  if (known !== undefined) return known
  const made = new Map<string, Set<string>>()
  for (const key of pairs.keys()) {
    const [from = '', to = ''] = key.split('>')
    made.set(from, (made.get(from) ?? new Set()).add(to))
    made.set(to, (made.get(to) ?? new Set()).add(from))
  }
  partners.set(pairs, made)
  return made
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

function isFresh(rateOn: IsoDate, on: IsoDate, table: RateTable, options: RateOptions): boolean {
  return options.anyAge === true || daysBetween(rateOn, on) <= table.maxAgeDays
}

function byAge(a: RateLine, b: RateLine): number {
  const byDay = compareDays(a.on, b.on)
  if (byDay !== 0) return byDay
  const byChange = (a.updatedAt ?? 0) - (b.updatedAt ?? 0)
  return byChange !== 0 ? byChange : (a.id ?? '') < (b.id ?? '') ? -1 : 1
}
