import { expect, test } from 'vitest'
import { parseCountry } from '#shared/importing/values/country'
import { linkedinSlug } from '#shared/importing/values/linkedin'
import { fullNameOf, hasLetters, looksLossy, splitCredentials } from '#shared/importing/values/personName'

test.each([
  ['United States', 'US'],
  ['美国', 'US'],
  ['UK', 'GB'],
  ['Türkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Vietnam', 'VN'],
  ['韩国', 'KR'],
  ['Alemania', 'DE'],
  ['Россия', 'RU'],
  ['中国台湾', 'TW'],
  ['de', 'DE'],
])('country %s', (name, code) => {
  expect(parseCountry(name)).toEqual({ code })
})

test('Korea could be two countries, Atlantis none', () => {
  expect(parseCountry('Korea')).toEqual({ ambiguous: true })
  expect(parseCountry('Atlantis')).toEqual({})
})

test('names are joined in the order of their script and credentials come off', () => {
  expect(fullNameOf({ first: '样本', last: '王' })).toBe('王样本')
  expect(fullNameOf({ first: 'Ana', middle: 'B.', last: 'C' })).toBe('Ana B. C')
  expect(splitCredentials('Sample, PhD')).toEqual({ last: 'Sample', suffix: 'PhD' })
  expect(splitCredentials('de la Cruz')).toEqual({ last: 'de la Cruz' })
})

test('emoji name nobody, question marks inside a name betray a narrow code page', () => {
  expect(hasLetters('🌟')).toBe(false)
  expect(looksLossy('Bj?rn Beispiel')).toBe(true)
  expect(looksLossy('Is it you?')).toBe(false)
})

test('a profile is told by its slug', () => {
  expect(linkedinSlug('http://linkedin.com/in/Some-One-1/?trk=x')).toBe('some-one-1')
})
