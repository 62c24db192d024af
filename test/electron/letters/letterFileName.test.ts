import { expect, test } from 'vitest'
import { letterFileName } from '../../../electron/letters/letterFileName'

const to = { name: 'Somebody', address: 'chen.wei@firm.example' }

test.each([
  [['Valentina Ibáñez'], 'Valentina Ibáñez 2026-11-25'],
  // Written with a mark of its own, as macOS does it, it is the same file.
  [['Valentina Iba\u0301n\u0303ez'], 'Valentina Ibáñez 2026-11-25'],
  [['Trần Thị Ngọc Ánh'], 'Trần Thị Ngọc Ánh 2026-11-25'],
  [['陈伟', '拾光選物有限公司'], '陈伟 2026-11-25'],
  [['مريم حداد'], 'مريم حداد 2026-11-25'],
  [['🙂', 'Casa Ferraris S.r.l.'], 'Casa Ferraris S r l 2026-11-25'],
  [['🙂', '…'], 'chen wei 2026-11-25'],
  [[], 'chen wei 2026-11-25'],
  [['../../etc/passwd'], 'etc passwd 2026-11-25'],
  [['C:\\Windows\\x'], 'C Windows x 2026-11-25'],
  // With the day behind it, it is no device's name.
  [['CON'], 'CON 2026-11-25'],
  [['name\u0000\r\n.exe'], 'name exe 2026-11-25'],
  [['\u202eabc\u2066'], 'abc 2026-11-25'],
  [['a'.repeat(500)], `${'a'.repeat(60)} 2026-11-25`],
  // Four bytes each: cut earlier, and never within a sign.
  [['𠮷'.repeat(500)], `${'𠮷'.repeat(37)} 2026-11-25`],
])('a letter about %j is called %j', (about, fileName) => {
  expect(letterFileName({ about, to, on: '2026-11-25' })).toBe(fileName)
})

test('where neither name nor address has a letter, it is a letter', () => {
  expect(letterFileName({ about: ['🙂'], to: { name: '', address: '+@-' }, on: '2026-11-25' })).toBe(
    'Letter 2026-11-25',
  )
})

test('a day that is none brings nothing into the name', () => {
  expect(letterFileName({ about: ['Anna'], to, on: '../2026' })).toBe('Anna 2026')
})
