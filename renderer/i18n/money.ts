import { useIntl } from 'react-intl'
import { moneyToDecimal, unitPriceToDecimal } from '#shared/money/decimal'
import type { Money, UnitPrice } from '#shared/money/values'
import { useIsolated } from './text'

/** Amounts in the interface language, exact to their last place. */
export interface MoneyFormats {
  /** `USD 18,420.00`, code first so that no sign is taken for another. */
  readonly money: (money: Money) => string
  /** `USD 26M`, for the axis of a chart: rounded to two digits or three. */
  readonly short: (money: Money) => string
  /** `0.0125`, with every place that was agreed; for where the currency stands beside it. */
  readonly unitPrice: (price: UnitPrice) => string
  /** `USD 0.0125`. */
  readonly priced: (price: UnitPrice) => string
  /** `120,000`: a quantity as it was written down, which may have places. */
  readonly quantity: (decimal: string) => string
}

export function useMoneyFormats(): MoneyFormats {
  const intl = useIntl()
  const isolated = useIsolated()
  // Intl formats decimal text without going through a binary fraction.
  const decimal = (text: string, places: number) =>
    new Intl.NumberFormat(intl.locale, {
      minimumFractionDigits: Math.min(places, 2),
      maximumFractionDigits: 8,
    }).format(text as `${number}`)
  const unitPrice = (price: UnitPrice) => decimal(unitPriceToDecimal(price), price.scale)
  return {
    money: (money) => {
      const text = moneyToDecimal(money)
      return isolated(`${money.currency} ${decimal(text, text.split('.')[1]?.length ?? 0)}`)
    },
    short: (money) => {
      const rounded = new Intl.NumberFormat(intl.locale, { notation: 'compact', maximumSignificantDigits: 3 })
      return isolated(`${money.currency} ${rounded.format(moneyToDecimal(money) as `${number}`)}`)
    },
    unitPrice,
    priced: (price) => isolated(`${price.currency} ${unitPrice(price)}`),
    quantity: (text) => decimal(text, 0),
  }
}
