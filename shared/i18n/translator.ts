import IntlMessageFormat from 'intl-messageformat'
import { catalogueOf, type MessageKey } from './catalogues'
import { withHebrewPrefixes } from './hebrewPrefixes'
import type { LanguageChoice } from './languages'
import { PSEUDO_LANGUAGE } from './languages'

/** Values of a message's arguments. */
export type MessageValues = Readonly<Record<string, string | number>>

/**
 * The locale that formats numbers and dates of an interface language. English days are written as most of the
 * world writes them: in a trade over all continents, 11/12 must never be read two ways.
 */
export function formattingLocale(language: LanguageChoice): string {
  return language === PSEUDO_LANGUAGE || language === 'en' ? 'en-GB' : language
}

export type Translate = (key: MessageKey, values?: MessageValues) => string

/** A translator outside React: menus, dialogs, spreadsheets. The language's catalogue must be loaded. */
export function createTranslator(language: LanguageChoice): Translate {
  const catalogue = catalogueOf(language)
  const formats = new Map<MessageKey, IntlMessageFormat>()
  return (key, values) => {
    let format = formats.get(key)
    if (format === undefined) {
      format = new IntlMessageFormat(catalogue[key], formattingLocale(language))
      formats.set(key, format)
    }
    const made = format
    const put = (given: MessageValues | undefined) => String(made.format(given))
    return language === 'he' ? withHebrewPrefixes(catalogue[key], values, put) : put(values)
  }
}
