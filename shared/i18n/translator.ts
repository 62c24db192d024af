import IntlMessageFormat from 'intl-messageformat'
import en from './en.json'
import type { LanguageChoice } from './languages'
import { PSEUDO_LANGUAGE } from './languages'
import { pseudoMessage } from './pseudo'
import zhHans from './zh-Hans.json'

/** The key of a message. A key that English lacks does not compile. */
export type MessageKey = keyof typeof en

/** Values of a message's arguments. */
export type MessageValues = Readonly<Record<string, string | number>>

export type Catalogue = Readonly<Record<MessageKey, string>>

const pseudo = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [key, pseudoMessage(message)]),
) as Catalogue

const catalogues: Readonly<Record<LanguageChoice, Catalogue>> = {
  en,
  // The test "every language has every key" keeps this cast honest.
  'zh-Hans': zhHans as Catalogue,
  [PSEUDO_LANGUAGE]: pseudo,
}

/** All messages of a language, ICU MessageFormat by key. */
export function catalogueOf(language: LanguageChoice): Catalogue {
  return catalogues[language]
}

/**
 * The locale that formats numbers and dates of an interface language. English days are written as most of the
 * world writes them: in a trade over all continents, 11/12 must never be read two ways.
 */
export function formattingLocale(language: LanguageChoice): string {
  return language === PSEUDO_LANGUAGE || language === 'en' ? 'en-GB' : language
}

/** Whether a string is a known key: labels and errors below the views travel as plain strings. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

export type Translate = (key: MessageKey, values?: MessageValues) => string

/** A translator outside React: menus, dialogs, spreadsheets. */
export function createTranslator(language: LanguageChoice): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>()
  return (key, values) => {
    let format = formats.get(key)
    if (format === undefined) {
      format = new IntlMessageFormat(catalogueOf(language)[key], formattingLocale(language))
      formats.set(key, format)
    }
    return String(format.format(values))
  }
}
