import { costInBase } from '../costs/fairCosts'
import { costTerm } from '../measures/costViews'
import type { Reason } from '../measures/figure'
import { type MissingRate, RATE_MAX_AGE_DAYS, type RateTable } from '../money/rates'
import type { Cost } from '../records/cost'
import type { ReportWords } from './words'

/** Why a figure can't be computed, as a sentence. */
export function reasonWords(reason: Reason, words: ReportWords): string {
  return words.message(reason.code, reason.params) ?? reason.code
}

/** Which rate a person has to add, and how old the newest one is. */
export function missingRateWords(
  { from, to, on, newestOn, maxAgeDays }: MissingRate,
  words: ReportWords,
): string {
  const day = words.day(on)
  return newestOn === undefined
    ? words.text('rate.missing', { from, to, day })
    : words.text('rate.tooOld', {
        from,
        to,
        day,
        newest: words.day(newestOn),
        days: maxAgeDays ?? RATE_MAX_AGE_DAYS,
      })
}

/** What there is to say about a cost line: its days of staff, its missing amount or rate. */
export function costRemark(
  cost: Cost,
  base: string,
  rates: RateTable,
  words: ReportWords,
): string | undefined {
  if (cost.amount.minor === 0) return words.text('costs.noAmountYet')
  const converted = costInBase(cost, base, rates)
  if (converted !== undefined && 'missing' in converted) return missingRateWords(converted.missing, words)
  return cost.staffDays === undefined ? undefined : staffDaysWords(cost.staffDays, words)
}

/** For which days a cost pays, where these are not its own day alone. */
export function termWords(cost: Cost, words: ReportWords): string | undefined {
  const { from, to } = costTerm(cost)
  if (from === to) return undefined
  return words.text('costs.term', { from: words.date(from), to: words.date(to) })
}

function staffDaysWords({ days, price }: NonNullable<Cost['staffDays']>, words: ReportWords): string {
  return words.text('costs.daysTimesPrice', {
    count: Number(days),
    days: words.number(Number(days), 2),
    price: words.money(price),
  })
}
