import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOwnValue } from '#shared/importing/values/own'

const point = { mark: '.' } as const
const comma = { mark: ',' } as const

test.each([
  ['12', point, 12],
  ['-1,234.50', point, -1234.5],
  ['1.234,50', comma, 1234.5],
  ['1 234,5', comma, 1234.5],
  ['１２', point, 12],
  ['12,5', comma, 12.5],
  ['1,5', point, undefined],
  ['1.2.3', comma, undefined],
  ['12-15', point, undefined],
  ['2 pallets', point, undefined],
  ['$4', point, undefined],
  ['40 %', point, undefined],
  ['12345678901234567890', point, undefined],
])('the number %j', (text, reading, value) => {
  expect(readOwnValue({ kind: 'number' }, text, reading)).toBe(value)
})

test.each([
  ['2026-11-29', undefined, '2026-11-29'],
  ['03/04/2026', 'dmy', '2026-04-03'],
  ['03/04/2026', 'mdy', '2026-03-04'],
  ['03/04/2026', undefined, undefined],
  ['2026-11-29 14:30', undefined, '2026-11-29'],
  ['29 Feb 2026', undefined, undefined],
  ['soon', 'dmy', undefined],
] as const)('the date %j', (text, order, value) => {
  expect(readOwnValue({ kind: 'date' }, text, { mark: '.', order })).toBe(value)
})

test('a choice is one of the options, however it is capitalised', () => {
  const field = { kind: 'choice', options: ['Sand', 'SAND', 'slate'] } as const
  const read = (text: string) => readOwnValue({ ...field, options: [...field.options] }, text, point)
  expect([read('SAND'), read('sand'), read(' Slate '), read('red')]).toEqual([
    'SAND',
    'Sand',
    'slate',
    undefined,
  ])
})

test('yes and no in the languages of the program', () => {
  const read = (text: string) => readOwnValue({ kind: 'yesNo' }, text, point)
  expect(['Yes', '是', 'có', 'כן', 'ja', 'TRUE', '1'].map(read)).toEqual(Array(7).fill(true))
  expect(['no', '否', 'không', 'לא', 'nej', 'FALSE', '0'].map(read)).toEqual(Array(7).fill(false))
  expect(read('maybe')).toBeUndefined()
})

test('a number reads back from its plain form', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const value = Number(`${whole}.${cents}`)
      expect(readOwnValue({ kind: 'number' }, String(value), point)).toBe(value)
    }),
  )
})
