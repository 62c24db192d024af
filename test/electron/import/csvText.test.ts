import { describe, expect, test } from 'vitest'
import { guessDelimiter, parseCsv } from '../../../electron/files/import/csvText'
import { readFixture, readText } from './fixture'

describe('the delimiter', () => {
  test.each([
    ['Name,Email\nA,a@example.com\n', ','],
    ['Client;Montant;Remise\nFictif;1 234,56;5,5 %\nAutre;-12,00;0,1 %\n', ';'],
    ['Name\tNote\nA\thello, world\nB\tone, two\n', '\t'],
    ['Name|Email\nA|a@example.com', '|'],
    ['# ---\n# Date de début: 20260901\n\nCanal;Sessions\nOrganic;1 204,5\nDirect;812,1\n', ';'],
    ['a@example.com\nb@example.com\n', null],
  ])('of %j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })

  test('of a sep= line wins, and the line still counts as a row', () => {
    expect(parseCsv('sep=;\nName;Email\nA, B;a@example.com')).toMatchObject({
      delimiter: ';',
      why: 'import.why.sepLine',
      rows: [[], ['Name', 'Email'], ['A, B', 'a@example.com']],
    })
  })

  test('can be chosen', () => {
    expect(parseCsv('a;b,c', ',').rows).toEqual([['a;b', 'c']])
  })
})

describe('quotes', () => {
  test('keep line breaks, delimiters and doubled quotes', () => {
    expect(parseCsv('a,b\r\n"x, ""y""\r\nz",2').rows).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ])
  })

  test('that nothing closes are letters, and later rows stay rows', () => {
    const reading = parseCsv('Name,Notes\nA,"12 inch\nB,fine\nC,"quoted, too"\nD,5" pipe\n')
    expect(reading.rows).toEqual([
      ['Name', 'Notes'],
      ['A', '"12 inch'],
      ['B', 'fine'],
      ['C', 'quoted, too'],
      ['D', '5" pipe'],
    ])
    expect(reading.brokenQuotes).toBe(1)
  })

  test('escaped by backslashes are understood where they would break the table', async () => {
    expect(parseCsv('Name,Notes\n"B","say \\"hi\\""\n').rows[1]).toEqual(['B', 'say "hi"'])
    expect(
      (await readFixture('quirks/made/backslash-escapes.csv')).records.map((record) => record.note),
    ).toEqual(['INDIE, EGYPT', 'say "hi"'])
  })
})

test('mixed line ends and NUL bytes do not disturb', () => {
  expect(parseCsv('a,b\r\nc,d\re,f\ng,\0h').rows).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h'],
  ])
})

test('formulas arrive as the text they are', async () => {
  const names = (await readFixture('quirks/made/formula-injection.csv')).records.map(
    (record) => record.person?.fullName,
  )
  expect(names[0]).toBe('=HYPERLINK("http://x.example","click")')
  const [record] = (await readText("Name,Notes\n=cmd|' /C calc'!A0,<script>alert(1)</script>\n")).records
  expect(record).toMatchObject({
    person: { fullName: "=cmd|' /C calc'!A0" },
    note: '<script>alert(1)</script>',
  })
})
