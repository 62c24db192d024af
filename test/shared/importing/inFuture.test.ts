import { expect, test } from 'vitest'
import { isInFuture } from '#shared/importing/inFuture'
import { readChat } from '#shared/importing/readChat'
import { readTable } from '#shared/importing/readTable'

test.each([
  ['2026-11-28', false],
  ['2026-11-29', false],
  ['2026-11-29T23:59', false],
  ['2026-11-30', true],
  ['2062-11-28T10:00', true],
  [Date.UTC(2026, 10, 29, 23), false],
  [Date.UTC(2026, 10, 30), true],
])('on 28 November 2026, %s lies in the future: %s', (moment, expected) => {
  expect(isInFuture(moment, '2026-11-28')).toBe(expected)
})

test('nothing lies in the future for who does not know today', () => {
  expect(isInFuture('2999-01-01', undefined)).toBe(false)
})

test('a row with such a day is taken as it is, and told of by column', () => {
  const rows = [
    ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'],
    ['Anna', 'Example', 'https://www.linkedin.com/in/anna-example', '', 'ACME', '', '28 Nov 2026'],
    ['Bert', 'Example', 'https://www.linkedin.com/in/bert-example', '', 'ACME', '', '28 Nov 2062'],
  ]
  const { records, warnings } = readTable({ rows }, { fileName: 'Connections.csv', today: '2026-11-28' })
  expect(records.map(({ interaction }) => interaction?.at)).toEqual(['2026-11-28', '2062-11-28'])
  expect(warnings).toEqual([
    { code: 'import.warn.inFuture', params: { column: 'Connected On', count: 1, row: 2 } },
  ])
})

test('so is a message of a chat', () => {
  const chat = '[28/11/2026, 09:15:00] Lin: Hello\n[30/11/2026, 09:16:00] Buyer: Hello\n'
  const { records, warnings } = readChat(chat, { today: '2026-11-28' }, { self: 'Lin' })
  expect(records).toHaveLength(2)
  expect(warnings).toEqual([{ code: 'import.warn.inFuture', params: { count: 1 } }])
})
