import type { PriceEntry } from '#shared/measures/priceHistory'
import type { PriceRange } from '#shared/trade/priceMemory'
import { useMoneyFormats } from '../i18n/money'
import { useText } from '../i18n/text'
import { useReportWords } from '../i18n/useReportWords'
import { usePreferences } from '../settings/PreferencesContext'

/** Prices in words: one with its currency and unit, and the lowest and highest of a range. */
export function usePriceWords(): {
  readonly price: (entry: Pick<PriceEntry, 'unitPrice' | 'unit'>) => string
  readonly range: (range: PriceRange) => string
  readonly last: (entry: PriceEntry) => string
} {
  const text = useText()
  const { priced } = useMoneyFormats()
  const { date: day } = useReportWords(usePreferences().language)
  const price = (entry: Pick<PriceEntry, 'unitPrice' | 'unit'>) =>
    entry.unit === undefined
      ? priced(entry.unitPrice)
      : text('prices.perUnit', { price: priced(entry.unitPrice), unit: entry.unit })
  return {
    price,
    last: (entry) => text('prices.last', { price: price(entry), day: day(entry.on) }),
    range: ({ count, lowest, highest }) =>
      text('prices.range', {
        count,
        lowest: price(lowest),
        lowestDay: day(lowest.on),
        highest: price(highest),
        highestDay: day(highest.on),
      }),
  }
}
