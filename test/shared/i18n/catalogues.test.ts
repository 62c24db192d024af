import '../../support/everyLanguage'
import { expect, test } from 'vitest'
import { catalogueOf, type MessageKey } from '#shared/i18n/catalogues'
import { LANGUAGE_CHOICES, LANGUAGES, type Language, PSEUDO_LANGUAGE } from '#shared/i18n/languages'
import { pseudoMessage } from '#shared/i18n/pseudo'
import { createTranslator, formattingLocale } from '#shared/i18n/translator'
import { argumentsOf, pluralCasesOf } from './messageParts'

const english = catalogueOf('en')
const keys = Object.keys(english) as MessageKey[]

test.each(LANGUAGES)('%s has every key, and none that English lacks, in the same order', (language) => {
  expect(Object.keys(catalogueOf(language))).toEqual(keys)
})

test('keys stand in the order of the alphabet, so that two people add lines without a conflict', () => {
  expect(keys).toEqual([...keys].sort())
})

test.each(LANGUAGE_CHOICES)('every message of %s takes the same arguments as the English one', (language) => {
  const locale = formattingLocale(language)
  const wanted = Object.fromEntries(keys.map((key) => [key, argumentsOf(english[key], 'en')]))
  expect(
    Object.fromEntries(keys.map((key) => [key, argumentsOf(catalogueOf(language)[key], locale)])),
  ).toEqual(wanted)
})

test.each(LANGUAGES)('every plural of %s spells out the cases that the language has', (language) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const short = keys.filter((key) =>
    pluralCasesOf(catalogueOf(language)[key], language).some((cases) =>
      categories.some((category) => !cases.includes(category)),
    ),
  )
  expect(short).toEqual([])
})

test.each(LANGUAGES)('no message of %s is empty or begins or ends with a blank', (language) => {
  const odd = Object.entries(catalogueOf(language)).filter(
    ([, message]) => message === '' || message !== message.trim(),
  )
  expect(odd).toEqual([])
})

/** Names of products, services and feasts are the same in every language. */
const NAMES =
  /^(vCard [34]\.0|Mailchimp|listmonk|JSON|Brevo|WeChat( Pay)?|Alipay|WhatsApp|LinkedIn|Telegram|Skype|Zalo|Orchard \{version\}|Incoterm|Google \w+( \w+)?|Meta Custom Audience|Boxing Day|Columbus Day|Memorial Day|Thanksgiving|Juneteenth|Diwali|Holi|Eid al-\w+|Rosh Hashanah|Shavuot|Simchat Torah|Sukkot|Yom Kippur)$/

/** Words that a language shares with English. */
const SHARED_WORDS: Partial<Record<Language, RegExp>> = {
  vi: /^(Catalogue|Video|Webinar|container|web)$/,
  sv: /^(Budget|Export|Hall \{halls\}|Import|Index|Journal|Leads?( \{name\})?|[Oo]rder|Period|[Pp]erson|Plan|[Rr]egion|Relation|Segment( \{name\})?|Status(: \{what\})?|Team|Text|Version( \{version, number\}\.)?|Video|White paper|agent|container)$/,
}

test.each(LANGUAGES.filter((language) => language !== 'en'))(
  'no message of %s is left in English by mistake',
  (language) => {
    const catalogue = catalogueOf(language)
    const same = keys
      .map((key) => english[key])
      .filter((message, index) => {
        const key = keys[index]
        return (
          key !== undefined && /[a-z]{3}/.test(message.replace(/\{.*\}/g, '')) && catalogue[key] === message
        )
      })
    expect(
      same.filter((message) => !NAMES.test(message) && SHARED_WORDS[language]?.test(message) !== true),
    ).toEqual([])
  },
)

test('the pseudo-language is longer and accented, and formats like the original', () => {
  expect(pseudoMessage('Day {day, number} of {days, number}')).toBe('Dáy {day, number} óf {days, number}···')
  const translate = createTranslator(PSEUDO_LANGUAGE)
  expect(translate('leads.perHour', { rate: 7 })).toContain('7')
})

test('the pseudo-language keeps every argument of every message', () => {
  for (const key of keys)
    expect([key, argumentsOf(pseudoMessage(english[key]), 'en')]).toEqual([
      key,
      argumentsOf(english[key], 'en'),
    ])
})
