import { expect, test } from 'vitest'
import { dateOrderOf } from '#shared/importing/columnTypes'
import { dateText, parseDate } from '#shared/importing/values/date'

// The cases of quirks/made/dates-many-shapes.csv.
test.each([
  ['2026-10-15', '2026-10-15'],
  ['2026-10-15T14:30:00+08:00', '2026-10-15T06:30:00Z'],
  ['2026/10/5', '2026-10-05'],
  ['2026年10月5日', '2026-10-05'],
  ['2026年10月5日 下午2:30', '2026-10-05T14:30'],
  ['10月5日', '--10-05'],
  ['2026.10.5', '2026-10-05'],
  ['20261005', '2026-10-05'],
  ['05 Oct 2026', '2026-10-05'],
  ['5-Oct-26', '2026-10-05'],
  ['October 5, 2026', '2026-10-05'],
  ['5. Oktober 2026', '2026-10-05'],
  ['46300', '2026-10-05'],
  ['46300.604166667', '2026-10-05T14:30'],
  ['1791180000', '2026-10-05T06:00:00Z'],
  ['1791180000000', '2026-10-05T06:00:00Z'],
  ['民國115年10月5日', '2026-10-05'],
  ['令和8年10月5日', '2026-10-05'],
  ['05/10/2569', '2026-10-05'],
  ['0/0/00', ''],
  ['0000-00-00', ''],
  ['1/0/1900', ''],
  ['2026/10/05 2:30:00 PM GMT+8', '2026-10-05T06:30:00Z'],
  ['Oct 05, 2026 07:01 AM PDT', '2026-10-05T14:01:00Z'],
  ['2026-10-05 14:30 CEST', '2026-10-05T12:30:00Z'],
  ['2026-10-05 14:30 CST', '2026-10-05T14:30'],
  ['2026W41', '2026-W41'],
  ['31/02/2026', ''],
  ['not a date', ''],
])('%s', (raw, expected) => {
  expect(dateText(parseDate(raw, { order: 'dmy', numbers: true }))).toBe(expected)
})

test('a date without a year takes the one of its context', () => {
  expect(dateText(parseDate('10月5日', { year: 2026 }))).toBe('2026-10-05')
})

test('one day over 12 decides for the whole column', () => {
  expect(dateOrderOf(['25/12/2026', '03/04/2026', '1.2.26', '31-01-2026']).order).toBe('dmy')
  expect(dateOrderOf(['12/25/2026', '03/04/2026']).order).toBe('mdy')
  expect(dateOrderOf(['1.2.2026', '3.4.2026']).order).toBe('dmy')
})

test('nothing over 12 asks, and so does a contradiction', () => {
  expect(dateOrderOf(['03/04/2026', '05/06/2026'], ',')).toEqual({
    why: 'import.why.nothingDecides',
    assumed: 'mdy',
  })
  expect(dateOrderOf(['03/04/2026'], ';').assumed).toBe('dmy')
  expect(dateOrderOf(['25/12/2026', '12/25/2026']).why).toBe('import.why.contradiction')
  expect(parseDate('03/04/2026')).toEqual({ kind: 'unclear' })
})
