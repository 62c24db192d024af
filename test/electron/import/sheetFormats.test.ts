import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as library from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readXls, readXlsb } from '../../../electron/files/import/binaryWorkbook'
import type { NamedSheet } from '../../../electron/files/import/chooseSheet'
import { cellBudget } from '../../../electron/files/import/limits'
import { readOdsSheets } from '../../../electron/files/import/odsSheets'
import { readWorkbook } from '../../../electron/files/import/workbook'
import { openZip } from '../../../electron/files/import/zipFile'

const root = fileURLToPath(new URL('../../fixtures/import/spreadsheets/', import.meta.url))

async function sheetsOf(file: string): Promise<readonly NamedSheet[]> {
  const bytes = readFileSync(root + file)
  if (file.endsWith('.xls')) return readXls(bytes, cellBudget())
  const zip = openZip(bytes)
  if (file.endsWith('.xlsb')) return readXlsb(zip, cellBudget())
  return file.endsWith('.ods') ? readOdsSheets(zip, cellBudget()) : readWorkbook(zip, cellBudget())
}

/** What formats agree on: cells without trailing blanks, merges in one order. */
function comparable({ name, hidden, grid }: NamedSheet) {
  const rows = grid.rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1))
  const merges = (grid.merges ?? []).map((merge) => JSON.stringify(merge, ['top', 'left', 'bottom', 'right']))
  const { hiddenRows = [], hiddenColumns = [] } = grid
  return { name, hidden, rows, merges: merges.sort(), hiddenRows, hiddenColumns }
}

describe('a sheet reads the same whatever Excel or LibreOffice saved it as', () => {
  test.each([
    ['merge_cells', ['xls', 'xlsb', 'ods']],
    ['sheet_visibility', ['xls', 'xlsb', 'ods']],
    ['outline', ['xls', 'ods']],
  ])('%s', async (name, formats) => {
    const wanted = (await sheetsOf(`${name}.xlsx`)).map(comparable)
    for (const format of formats) {
      expect((await sheetsOf(`${name}.${format}`)).map(comparable)).toEqual(wanted)
    }
  })

  test('dates are dates, and a time to the second', async () => {
    const days = async (file: string) =>
      (await sheetsOf(file))[0]?.grid.rows
        .flat()
        .filter((cell) => typeof cell !== 'string' && cell.kind === 'date')
    const [xlsx, xls, xlsb] = await Promise.all(
      ['xlsx', 'xls', 'xlsb'].map((format) => days(`xlsx-stream-d-date-cell.${format}`)),
    )
    expect(xls).toEqual(xlsb)
    expect(xls?.length).toBe(xlsx?.length)
    expect(xls?.[0]).toEqual({ kind: 'date', text: '2014-02-14T08:27:49' })
  })
})

describe('old binary workbooks', () => {
  /** One sheet written by the package itself, then read through our reader. */
  async function readBack(
    rows: readonly unknown[][],
    change: (book: library.WorkBook) => void,
    type: library.BookType,
  ) {
    const sheet = library.utils.aoa_to_sheet(rows as unknown[][])
    const book = library.utils.book_new(sheet, 'S')
    change(book)
    const bytes = library.write(book, {
      type: 'buffer',
      bookType: type,
      codepage: 936,
    } as library.WritingOptions)
    return readXls(new Uint8Array(bytes as Buffer), cellBudget())
  }

  test.each(['biff8', 'biff5'] as const)(
    '%s keeps digits of long numbers, formulas as values, errors as errors',
    async (type) => {
      const [sheet] = await readBack(
        [['Phone', 'Sum', 'Fault', 'Yes', 'Day']],
        (book) => {
          const { S: made } = book.Sheets
          if (made === undefined) throw new Error('no sheet')
          made.A2 = { t: 'n', v: 8619900001234 }
          made.B2 = { t: 'n', v: 3, f: '1+2' }
          made.C2 = { t: 'e', v: 0x2a }
          made.D2 = { t: 'b', v: true }
          made.E2 = { t: 'n', v: 46300, z: 'yyyy\\-mm\\-dd' }
          made['!ref'] = 'A1:E2'
        },
        type,
      )
      expect(sheet?.grid.rows[1]).toEqual([
        { kind: 'number', text: '8619900001234' },
        { kind: 'number', text: '3' },
        { kind: 'error', text: '#N/A' },
        { kind: 'boolean', text: 'TRUE' },
        { kind: 'date', text: '2026-10-05' },
      ])
    },
  )

  test('Chinese letters of the code page era come through', async () => {
    const record = (type: number, ...body: readonly (number | Buffer)[]) => {
      const bytes = Buffer.concat(
        body.map((part) => (typeof part === 'number' ? Buffer.from([part & 255, part >> 8]) : part)),
      )
      return Buffer.concat([Buffer.from([type & 255, type >> 8, bytes.length, 0]), bytes])
    }
    const label = (row: number, column: number, gbk: string) => {
      const text = Buffer.from(gbk, 'hex')
      return record(0x0204, row, column, 0, text.length, text)
    }
    // BIFF5 without streams: begin, code page 936, four labels, end.
    const bytes = Buffer.concat([
      record(0x0809, 0x0500, 0x0010, 0, 0),
      record(0x0042, 936),
      label(0, 0, 'b9abcbbe'),
      label(0, 1, 'c1aacfb5c8cb'),
      label(1, 0, 'd0e9b9b9b9abcbbe'),
      label(1, 1, 'cdf5d1f9b1be'),
      record(0x000a),
    ])
    const [sheet] = await readXls(bytes, cellBudget())
    expect(sheet?.grid.rows).toEqual([
      ['公司', '联系人'],
      ['虚构公司', '王样本'],
    ])
  })
})
