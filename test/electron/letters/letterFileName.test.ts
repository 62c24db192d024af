import { expect, test } from 'vitest'
import { letterFileName } from '../../../electron/letters/letterFileName'

test.each([
  ['Valentina Ibáñez', 'Valentina Ibanez 2026-11-25.eml'],
  ['Trần Thị Ngọc Ánh', 'Tran Thi Ngoc Anh 2026-11-25.eml'],
  ['Đặng', 'Dang 2026-11-25.eml'],
  ['陈伟', 'Letter 2026-11-25.eml'],
  ['', 'Letter 2026-11-25.eml'],
  ['../../etc/passwd', 'etc passwd 2026-11-25.eml'],
  ['C:\\Windows\\x', 'C Windows x 2026-11-25.eml'],
  ['CON', 'Letter 2026-11-25.eml'],
  ['name\u0000\r\n.exe', 'name exe 2026-11-25.eml'],
  ['a'.repeat(500), `${'a'.repeat(60)} 2026-11-25.eml`],
])('a letter to %j is called %j', (name, fileName) => {
  expect(letterFileName(name, '2026-11-25')).toBe(fileName)
})

test('a day that is none brings nothing into the name', () => {
  expect(letterFileName('Anna', '../2026')).toBe('Anna 2026.eml')
})
