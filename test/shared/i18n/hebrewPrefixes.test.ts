import { beforeAll, expect, test } from 'vitest'
import { loadCatalogue } from '#shared/i18n/catalogues'
import { createTranslator } from '#shared/i18n/translator'

beforeAll(() => loadCatalogue('he'))

test('a one-letter word is one with a Hebrew word, and has a hyphen before digits and other scripts', () => {
  const text = createTranslator('he')
  expect(text('insights.asOf', { day: 'יום ד׳, 18 בנובמבר' })).toBe('נכון ליום ד׳, 18 בנובמבר')
  expect(text('insights.asOf', { day: '18 בנובמבר' })).toBe('נכון ל-18 בנובמבר')
  expect(text('insights.asOf', { day: '\u2068יום ד׳\u2069' })).toBe('נכון ל\u2068יום ד׳\u2069')
  expect(text('relation.edit', { name: 'אורן', other: 'דנה' })).toBe('אורן ודנה')
  expect(text('relation.edit', { name: 'Oren', other: 'Dana' })).toBe('Oren ו-Dana')
})

test('what people wrote keeps its own hyphens', () => {
  expect(createTranslator('he')('relation.edit', { name: 'ב-בוקר', other: 'ה-לילה' })).toBe('ב-בוקר וה-לילה')
})
