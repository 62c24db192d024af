import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '#shared/exporting/csvCells'
import { parsePhones } from '#shared/importing/values/phone'

const EXCEL = { for: 'excel', delimiter: ',' } as const
const EXCEL_COMMA_COUNTRY = { for: 'excel', delimiter: ';' } as const
const PLAIN = { for: 'plain', delimiter: ',' } as const

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A', "'＠A"],
  ['Ana = Prueba', 'Ana = Prueba'],
  ['', ''],
])('a spreadsheet is given %j as %j', (text, expected) => {
  expect(csvText(text, EXCEL)).toBe(expected)
})

test('programs get every text as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(csvText(text, PLAIN)).toBe(text)
    }),
  )
})

test('no text begins like a formula in a spreadsheet, but for numbers to call', () => {
  const text = fc
    .tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '＝'), fc.string())
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (value) => {
      const written = csvText(value, EXCEL)
      expect(/^[=+\-@\t\r\n＝＋－＠]/.test(written) && !/^\+\d[\d ();+-]*$/.test(written)).toBe(false)
    }),
  )
})

test.each([
  ['+34600000001', '+34 600 00 00 01'],
  ['+8619900001234', '+86 199 0000 1234'],
  ['+12025550123', '+1 202 555 0123'],
])(
  'a phone number %s keeps its plus sign and gets spaces, so that no spreadsheet counts with it',
  (phone, written) => {
    expect(csvText(phone, EXCEL, 'id')).toBe(written)
    expect(parsePhones(written).phones[0]?.value).toBe(phone)
    expect(csvText(phone, PLAIN, 'id')).toBe(phone)
    // A page that bears a number for want of a name keeps it.
    expect(csvText(phone, EXCEL, 'plain')).toBe(phone)
  },
)

test('several phone numbers in one cell are left alone', () => {
  expect(csvText('+34600000001; +8619900001234', EXCEL)).toBe('+34600000001; +8619900001234')
  expect(csvText('+34600000001; =1+1', EXCEL)).toBe("'+34600000001; =1+1")
})

test('a number that no country has keeps every digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9][0-9]{6,14}$/), (phone) => {
      expect(csvText(phone, EXCEL, 'id').replace(/ |-/g, '')).toBe(phone)
    }),
  )
})

test('numbers are never guarded, and have the decimals of the region', () => {
  const cell = { kind: 'number', value: -1204.5, format: 'money2' } as const
  expect([EXCEL, EXCEL_COMMA_COUNTRY, PLAIN].map((dialect) => csvText(cell, dialect))).toEqual([
    '-1204.5',
    '-1204,5',
    '-1204.5',
  ])
})

test('days and clock times are written so that they cannot be read two ways', () => {
  const moment = { kind: 'moment', value: '2026-11-28T17:00' } as const
  expect(csvText({ kind: 'day', value: '2026-11-12' }, EXCEL)).toBe('2026-11-12')
  expect([csvText(moment, EXCEL), csvText(moment, PLAIN)]).toEqual(['2026-11-28 17:00', '2026-11-28T17:00'])
})
