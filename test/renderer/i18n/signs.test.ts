import { expect, test } from 'vitest'
import { withMinus } from '../../../renderer/i18n/signs'

test('a hyphen before a figure becomes a minus', () => {
  expect(withMinus('-0.3')).toBe('\u22120.3')
  // Hebrew formats begin with a mark of direction, which keeps the sign in front.
  expect(withMinus('\u200e-0.3')).toBe('\u200e\u22120.3')
})

test('other figures stay as they are', () => {
  expect(withMinus('+4.5')).toBe('+4.5')
  expect(withMinus('0')).toBe('0')
  expect(withMinus('\u22124,5')).toBe('\u22124,5')
})

test('in every language a figure below zero begins with a minus', () => {
  const shown = ['en-GB', 'zh-Hans', 'zh-Hant', 'vi', 'he', 'sv'].map((language) =>
    withMinus(new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(-12)),
  )
  expect(shown).toEqual(['\u221212', '\u221212', '\u221212', '\u221212', '\u200e\u221212', '\u221212'])
})
