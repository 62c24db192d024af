import { expect, test } from 'vitest'
import { closestLanguage, directionOf } from '#shared/i18n/languages'

test.each([
  [['zh-CN'], 'zh-Hans'],
  [['zh-Hans-SG'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-TW'], 'en'],
  [['zh-Hant-HK', 'zh-CN'], 'zh-Hans'],
  [['de-DE', 'en-GB', 'zh-CN'], 'en'],
  [['de-DE', 'zh-CN', 'en'], 'zh-Hans'],
  [['sv'], 'en'],
  [[], 'en'],
  [['not a language tag', 'zh-CN'], 'zh-Hans'],
])('a person who prefers %j reads %s', (preferred, language) => {
  expect(closestLanguage(preferred)).toBe(language)
})

test('only the pseudo-language runs from right to left so far', () => {
  expect([directionOf('en'), directionOf('zh-Hans'), directionOf('en-XB')]).toEqual(['ltr', 'ltr', 'rtl'])
})
