import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { cellText } from '#shared/importing/cell'
import { decode } from '../../../electron/files/import/charset'
import { parseCsv } from '../../../electron/files/import/csvText'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { fixtureBytes, readFixture } from './fixture'

const CORPORA = fileURLToPath(new URL('../../fixtures/import/csv', import.meta.url))

function namesIn(folder: string): string[] {
  return readdirSync(`${CORPORA}/${folder}`).sort()
}

/** The table of a fixture, decoded and divided as an import would. */
function tableOf(path: string, delimiter?: string): string[][] {
  return parseCsv(decode(fixtureBytes(`csv/${path}`)).text, delimiter).rows
}

describe('csv-spectrum', () => {
  test.each(namesIn('csv-spectrum/csvs'))('%s is the table that its authors expect', (name) => {
    const [head = [], ...rows] = tableOf(`csv-spectrum/csvs/${name}`)
    const objects = rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at] ?? ''])))
    const json = readFileSync(`${CORPORA}/csv-spectrum/json/${name.replace('.csv', '.json')}`, 'utf8')
    // Line ends within a cell are one kind for us, whichever the file has.
    expect(objects).toEqual(JSON.parse(json.replaceAll('\\r\\n', '\\n')))
  })
})

describe("PapaParse's own files", () => {
  test('sample.csv and the one with a mark at its beginning', () => {
    const expected = [
      ['A', 'B', 'C'],
      ['X', 'Y', 'Z'],
    ]
    expect(tableOf('papaparse/sample.csv')).toEqual(expected)
    expect(tableOf('papaparse/utf-8-bom-sample.csv')).toEqual(expected)
  })

  test('sample-header.csv', () => {
    expect(tableOf('papaparse/sample-header.csv')).toEqual([
      ['title', 'name'],
      ['test title 01', 'test name 01'],
      ['', 'test name 02'],
    ])
  })

  test('long-sample.csv: eight rows, the last as its tests have it', () => {
    const rows = tableOf('papaparse/long-sample.csv')
    expect(rows).toHaveLength(8)
    expect(rows[0]).toEqual([
      'Grant',
      'Dyer',
      'Donec.elementum@orciluctuset.example',
      '2013-11-23T02:30:31-08:00',
      '2014-05-31T01:06:56-07:00',
      'Magna Ut Associates',
      'ljenkins',
    ])
    expect(rows[7]).toEqual([
      'Talon',
      'Salinas',
      'posuere.vulputate.lacus@Donecsollicitudin.example',
      '2015-01-31T09:19:02-08:00',
      '2014-12-17T04:59:18-08:00',
      'Aliquam Iaculis Incorporate',
      'Phasellus@Quisquetincidunt.example',
    ])
  })

  test('verylong-sample.csv: two thousand rows below their captions', () => {
    const rows = tableOf('papaparse/verylong-sample.csv')
    expect(rows).toHaveLength(2001)
    expect(rows[0]).toEqual(['placeholder', 'meaning of life', 'TLD'])
    // Four rows of the file are short; they come as short as they are.
    expect(rows.filter((row) => row.length === 2)).toHaveLength(4)
    expect(rows.filter((row) => row.length === 3)).toHaveLength(1997)
    expect(rows[2000]).toEqual(['Lorem ipsum dolor sit', '42', 'ABC'])
  })
})

describe('one table in many encodings', () => {
  test.each(namesIn('phpspreadsheet').filter((name) => name.startsWith('premiere.')))('%s', (name) => {
    const [head, first] = tableOf(`phpspreadsheet/${name}`)
    expect([head, first]).toEqual([
      ['première', 'second', 'troisième'],
      ['Quatrième', 'cinquième', 'sixième'],
    ])
  })

  test.each(namesIn('phpspreadsheet').filter((name) => name.startsWith('encoding.')))('%s', (name) => {
    expect(tableOf(`phpspreadsheet/${name}`)).toEqual([
      ['Å', '1'],
      ['2', '3'],
    ])
  })

  test.each(['linend.mac.csv', 'linend.unix.csv', 'linend.win.csv'])('%s', (name) => {
    expect(tableOf(`phpspreadsheet/${name}`)).toEqual(tableOf('phpspreadsheet/linend.unix.csv'))
    expect(tableOf(`phpspreadsheet/${name}`)).toHaveLength(2)
  })

  test('lines within quotes stay in their cell, whatever the encoding', () => {
    const rows = tableOf('phpspreadsheet/line_break_in_enclosure.csv')
    expect(rows.map((row) => row.length)).toEqual([3, 3, 3, 3, 3, 3])
    expect(tableOf('phpspreadsheet/utf16be.line_break_in_enclosure.csv')).toEqual(rows)
  })
})

/** Where the captions stand (0-based), how many rows follow, and the first captions. */
const READ: readonly (readonly [
  file: string,
  header: number | null,
  rows: number,
  captions: readonly string[],
])[] = [
  ['frictionless/accent.csv', 0, 2, ['n_amenageur', 'n_operateur', 'n_enseigne']],
  ['frictionless/bom.csv', 0, 2, ['id', 'name']],
  ['frictionless/doublequote.csv', 0, 5, ['INCISO', 'NOMBREINCISO', 'UE']],
  ['frictionless/latin1.csv', 0, 2, ['id', 'name']],
  ['frictionless/long.csv', 0, 6, ['id', 'name']],
  ['frictionless/sheet2.xlsx', 0, 2, ['id', 'name']],
  ['frictionless/skip-rows-before-headers.csv', 1, 2, ['id', 'name']],
  ['frictionless/skip-rows.csv', 1, 2, ['id', 'name']],
  ['frictionless/table.tsv', 0, 3, ['id', 'name']],
  ['frictionless/table_unicode_headers.csv', 0, 2, ['id', '国人']],
  ['frictionless/table-with-booleans.xls', 0, 2, ['id', 'boolean']],
  ['frictionless/table-with-ints-floats-dates.xls', 0, 3, ['Int', 'Float', 'Date']],
  ['messytables/begrotingsanalyse-2011.csv', 1, 40, []],
  ['messytables/complex.csv', 0, 3, ['date', 'another date', 'temperature']],
  ['messytables/example.tsv', 0, 140, ['hour', 'expr1_0_imp', 'expr1_1_imp']],
  ['messytables/mixedGLB.csv', 3, 133, ['Year', 'Jan', 'Feb']],
  ['messytables/simple.csv', 0, 6, ['date', 'temperature', 'place']],
  ['messytables/skip_initials.csv', 0, 2, ['field1', 'field2']],
  ['messytables/sw_gen.xlsx', 0, 15, ['id_str', 'tweet_url', 'created_at']],
  ['messytables/utf8bom.csv', 0, 0, ['kitten', 'win']],
  ['messytables/weird_head_padding.csv', 6, 79, []],
  ['phpspreadsheet/csv_without_extension', 0, 2, ['This', 'Are', 'Headers']],
  ['phpspreadsheet/semicolon_separated.csv', 0, 2, ['This', 'Are', 'Headers']],
  ['phpspreadsheet/sep.csv', null, 2, []],
]

describe('tables that other readers keep as horrors', () => {
  test.each(READ)('%s: captions and rows are found', async (file, headerRow, dataRows, captions) => {
    const reading = await readFixture(`csv/${file}`)
    expect([reading.headerRow, reading.dataRows]).toEqual([headerRow, dataRows])
    expect(reading.columns.map(({ header }) => header).slice(0, captions.length)).toEqual(captions)
  })

  test.each([
    ['messytables/encrypted_no_password.xls', 'import.passwordProtected'],
    ['phpspreadsheet/empty.csv', 'import.emptyFile'],
  ])('%s: %s', async (file, code) => {
    expect(await inspectFile(fixtureBytes(`csv/${file}`), { fileName: file })).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  const folders = ['frictionless', 'messytables', 'phpspreadsheet', 'papaparse', 'csv-spectrum/csvs']
  const every = folders.flatMap((folder) => namesIn(folder).map((name) => `${folder}/${name}`))
  test.each(every)('%s opens, or says why not, and drops no cell of what it shows', async (file) => {
    const result = await inspectFile(fixtureBytes(`csv/${file}`), { fileName: file })
    if (!result.ok) {
      expect(result.error.code).toMatch(/^import\.(emptyFile|passwordProtected|archiveInside)$/)
      return
    }
    const { preview, headerRow, records, rejected, dataRows } = result.value
    expect(records.length + rejected.length).toBe(dataRows)
    const below = preview.slice((headerRow ?? -1) + 1)
    const named = new Set(rejected.map(({ row }) => row))
    for (const [at, row] of below.entries()) {
      const index = at + (headerRow ?? -1) + 1
      if (named.has(index))
        expect(rejected.find((one) => one.row === index)?.cells).toEqual(row.map((cell) => cellText(cell)))
    }
  })
})
