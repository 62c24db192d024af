import '../../support/everyLanguage'
import { expect, test } from 'vitest'
import { fieldLabel, labelWords } from '#shared/changes/labelWords'
import { createTranslator } from '#shared/i18n/translator'

const [english, chinese] = [createTranslator('en'), createTranslator('zh-Hans')]

test('a changed field is named in the language of whoever reads it', () => {
  const label = fieldLabel('change.field', 'customer.city', 'Alfa')
  expect(label).toEqual({ key: 'change.field', params: { field: 'customer.city', name: 'Alfa' } })
  expect([labelWords(label, english), labelWords(label, chinese)]).toEqual(['City of Alfa', 'Alfa 的 城市'])
  expect(labelWords(fieldLabel('change.aboutMe', 'settings.myName'), english)).toBe('My name')
})

test('entries that hold the word itself still read, and so does a label that nobody knows', () => {
  const old = { key: 'change.field', params: { field: 'Ort', name: 'Alfa' } }
  expect(labelWords(old, english)).toBe('Ort of Alfa')
  expect(labelWords({ key: 'change.ofTheFuture' }, english)).toBe('change.ofTheFuture')
})
