import type { Rate } from '../records/cost'
import { addMonths, compareDays, monthStart, startOfDay } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { intBetween, randomFrom } from './random'
import { sampleBase } from './sampleRecord'

/** Where each currency stood when the notebook was opened, in ten-thousandths of a CNY. */
const OPENING = { USD: 71_800, EUR: 77_500, GBP: 90_300, JPY: 482 } as const

/**
 * One rate a month for each currency, drifting a little as rates do. The first of a month is never more
 * than 31 days back, so every document of the sample finds its rate.
 */
export function sampleRates(seed: string, from: IsoDate, to: IsoDate): Rate[] {
  const rates: Rate[] = []
  for (const [currency, opening] of Object.entries(OPENING)) {
    const random = randomFrom(`${seed}/rates/${currency}`)
    let value: number = opening
    for (let on = monthStart(from); compareDays(on, to) <= 0; on = addMonths(on, 1)) {
      const drift = Math.max(2, Math.round(opening / 90))
      value += intBetween(random, -drift, drift) + Math.round((opening - value) / 6)
      const base = sampleBase(random, startOfDay(on, 'Asia/Shanghai'))
      rates.push({ ...base, from: currency, to: 'CNY', rate: tenThousandths(value), on })
    }
  }
  return rates
}

/** The pinned rate of a document: the line of its own month. Undefined in the base currency itself. */
export function pinnedRate(rates: readonly Rate[], currency: string, on: IsoDate) {
  const month = monthStart(on)
  const line = rates.find((rate) => rate.from === currency && rate.on === month)
  return line === undefined ? undefined : { from: line.from, to: line.to, rate: line.rate, on: line.on }
}

function tenThousandths(value: number): string {
  const digits = String(value).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`
}
