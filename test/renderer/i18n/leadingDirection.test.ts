import { expect, test } from 'vitest'
import { leadingDirection } from '../../../renderer/i18n/leadingDirection'

test('the first letter of a text says in which direction it runs', () => {
  expect(leadingDirection('Changed buyer, אורי גולן')).toBe('ltr')
  expect(leadingDirection('אורי גולן, Hotel Galim')).toBe('rtl')
  expect(leadingDirection('(2026) مريم حداد')).toBe('rtl')
  expect(leadingDirection('王思远 says: בסדר')).toBe('ltr')
  expect(leadingDirection('Łódź')).toBe('ltr')
})

test('a text without letters has none', () => {
  expect(leadingDirection('+972 50 000 0000')).toBeUndefined()
  expect(leadingDirection('')).toBeUndefined()
})
