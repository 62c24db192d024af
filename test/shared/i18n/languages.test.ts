import { expect, test } from 'vitest'
import { closestLanguage, directionOf, LANGUAGE_CHOICES } from '#shared/i18n/languages'

test.each([
  [['zh-CN'], 'zh-Hans'],
  [['zh-Hans-SG'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-Hant-HK', 'zh-CN'], 'zh-Hant'],

  [['de-DE', 'en-GB', 'zh-CN'], 'en'],
  [['de-DE', 'zh-CN', 'en'], 'zh-Hans'],
  [['sv-FI'], 'sv'],
  [['vi-VN'], 'vi'],
  [['iw-IL'], 'he'],
  [['nb-NO'], 'en'],
  [[], 'en'],
  [['not a language tag', 'zh-CN'], 'zh-Hans'],
])('a person who prefers %j reads %s', (preferred, language) => {
  expect(closestLanguage(preferred)).toBe(language)
})

test('Hebrew and the pseudo-language run from right to left', () => {
  expect(LANGUAGE_CHOICES.filter((language) => directionOf(language) === 'rtl')).toEqual(['he', 'en-XB'])
})
