import { expect, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/languages'
import { formattingLocale } from '#shared/i18n/translator'
import { firstWeekday } from '#shared/time/firstWeekday'

test('weeks begin as they do where each of our languages is at home', () => {
  const begins = LANGUAGES.map((language) => [language, firstWeekday(formattingLocale(language))])
  expect(Object.fromEntries(begins)).toEqual({
    en: 1,
    'zh-Hans': 1,
    'zh-Hant': 7,
    vi: 1,
    he: 7,
    sv: 1,
  })
})
