import { expect, test } from 'vitest'
import { latinBeside } from '../../../renderer/i18n/names'

test('a Latin name stands beside another script, and not beside itself with accents', () => {
  expect(latinBeside({ fullName: '王思远', latinName: 'Wang Siyuan' })).toBe('Wang Siyuan')
  expect(latinBeside({ fullName: 'Aurélie Tisserand', latinName: 'Aurelie Tisserand' })).toBeUndefined()
  expect(latinBeside({ fullName: 'Đặng Hà', latinName: 'Dang Ha' })).toBeUndefined()
  expect(latinBeside({ fullName: 'Ana Prueba' })).toBeUndefined()
})
