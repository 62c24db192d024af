import { findRate, type MissingRate } from '../money/rates'
import type { CurrencyCode } from '../money/values'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { InsightBook } from './insightBook'

/** The rates of one pair that amounts of the notebook lack. */
export interface RateGap {
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  /** Days of amounts that no rate answers for. */
  readonly days: number
  readonly first: IsoDate
  readonly last: IsoDate
  /** What to add first: it helps the latest amount, and says how old the newest rate before it is. */
  readonly latest: MissingRate
}

/** Every pair without a rate, or with rates too old, among customers' amounts and costs; the most days first. */
export function rateGaps({
  facts,
  costs,
  base,
  rates,
}: Pick<InsightBook, 'facts' | 'costs' | 'base' | 'rates'>) {
  const pairs = new Map<string, Map<IsoDate, MissingRate>>()
  const note = (rate: MissingRate) => {
    const key = `${rate.from}>${rate.to}`
    const own = pairs.get(key) ?? new Map<IsoDate, MissingRate>()
    pairs.set(key, own.set(rate.on, rate))
  }
  for (const { missingRates } of facts) missingRates.forEach(note)
  for (const { amount, on } of costs) {
    if (amount.minor === 0) continue
    const found = findRate(rates, amount.currency, base, on, { base })
    if ('missing' in found) note(found.missing)
  }
  return [...pairs.values()]
    .flatMap((days): RateGap[] => {
      const sorted = [...days.values()].sort((a, b) => compareDays(a.on, b.on))
      const [first, latest] = [sorted[0], sorted.at(-1)]
      if (first === undefined || latest === undefined) return []
      const { from, to } = latest
      return [{ from, to, days: sorted.length, first: first.on, last: latest.on, latest }]
    })
    .sort((a, b) => b.days - a.days || (a.from < b.from ? -1 : 1))
}
