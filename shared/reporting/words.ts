import { isMessageKey } from '../i18n/catalogues'
import { directionOf, type LanguageChoice } from '../i18n/languages'
import { createTranslator, formattingLocale, type MessageValues, type Translate } from '../i18n/translator'
import { unitPriceToDecimal } from '../money/decimal'
import { minorUnitExponent } from '../money/minorUnits'
import type { Money } from '../money/values'
import type { IsoDate } from '../time/values'

/** The words and formats of one interface language, for what is written to files. */
export interface ReportWords {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly text: Translate
  /** A message whose key travels as a string: undefined when the catalogue has none. */
  readonly message: (key: string, values?: MessageValues) => string | undefined
  readonly number: (value: number, places?: number) => string
  readonly share: (value: number, places?: number) => string
  /** `USD 1,204.50` */
  readonly money: (money: Money) => string
  /** `Thu 19 Nov 2026` */
  readonly day: (day: IsoDate) => string
  /** `19 Nov 2026` */
  readonly date: (day: IsoDate) => string
  /** `19 Nov` */
  readonly shortDay: (day: IsoDate) => string
  /** `November 2026`, of any day in it. */
  readonly month: (day: IsoDate) => string
  /** A language's name by its code. */
  readonly languageName: (code: string) => string
  /** A country's name by its code. */
  readonly country: (code: string) => string
  /** `a, b and c` without the and: lists of names mix scripts, a comma reads in all of them. */
  readonly list: (parts: readonly string[]) => string
}

/** The words of an interface language. */
export function reportWords(language: LanguageChoice): ReportWords {
  const locale = formattingLocale(language)
  const text = createTranslator(language)
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const dayFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: IsoDate) => format.format(new Date(`${day}T00:00:00Z`))
  }
  return {
    language,
    direction: directionOf(language),
    text,
    message: (key, values) => (isMessageKey(key) ? text(key, values) : undefined),
    number: (value, places = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: places }).format(value),
    share: (value, places = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: places }).format(value),
    money: ({ minor, currency }) => {
      const places = minorUnitExponent(currency)
      const decimal = unitPriceToDecimal({ amount: minor, scale: places, currency })
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places })
      // Intl formats decimal text without going through a binary fraction.
      return `${currency} ${format.format(decimal as `${number}`)}`
    },
    day: dayFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    date: dayFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
    shortDay: dayFormat({ day: 'numeric', month: 'short' }),
    month: dayFormat({ month: 'long', year: 'numeric' }),
    languageName: (code) => languages.of(code) ?? code,
    country: (code) => regions.of(code) ?? code,
    list: (parts) => parts.join(', '),
  }
}
