import * as library from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { cellBudget } from '../../../electron/files/import/limits'
import { readOdsSheets } from '../../../electron/files/import/odsSheets'
import { openZip } from '../../../electron/files/import/zipFile'
import { fixtureBytes } from './fixture'

function ods(table: string, styles = ''): Uint8Array {
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
    ),
  })
}

function odsCell(text: string, attributes = ''): string {
  return `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`
}

function xmlSheet(rows: string, head = ''): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?>${head}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>${rows}</Table></Worksheet></Workbook>`,
  )
}

async function errorOf(bytes: Uint8Array): Promise<string | undefined> {
  const result = await inspectFile(bytes, { fileName: 'file' })
  return result.ok ? undefined : result.error.code
}

describe('OpenDocument', () => {
  test('gives values as the file states them, whatever they look like', () => {
    const cells = [
      '<table:table-cell office:value-type="date" office:date-value="2026-10-05"><text:p>05.10.26</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2026-10-05T14:30:00"><text:p>x</text:p></table:table-cell>',
      '<table:table-cell office:value-type="time" office:time-value="PT9H05M00S"><text:p>x</text:p></table:table-cell>',
      '<table:table-cell office:value-type="float" office:value="8619900001234"><text:p>8,6E+12</text:p></table:table-cell>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>two</text:p><text:p>lines<text:s text:c="2"/>here</text:p></table:table-cell>',
    ]
    const [sheet] = readOdsSheets(
      openZip(
        ods(
          `<table:table table:name="S" table:style-name="ta2"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-row table:visibility="filter">${cells.join('')}</table:table-row></table:table>`,
          '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        ),
      ),
      cellBudget(),
    )
    expect(sheet).toEqual({
      name: 'S',
      hidden: true,
      grid: {
        rows: [
          [
            { kind: 'date', text: '2026-10-05' },
            { kind: 'date', text: '2026-10-05T14:30:00' },
            { kind: 'date', text: '09:05:00' },
            { kind: 'number', text: '8619900001234' },
            { kind: 'boolean', text: 'TRUE' },
            'two\nlines  here',
          ],
        ],
        merges: [],
        hiddenRows: [0],
        hiddenColumns: [2],
      },
    })
  })

  test('rows and cells that repeat a million times end in a code', async () => {
    const table = (row: string, cell: string) =>
      ods(
        `<table:table table:name="S"><table:table-row ${row}>${odsCell('x', cell)}</table:table-row></table:table>`,
      )
    const rows = 'table:number-rows-repeated="1048576"'
    const columns = 'table:number-columns-repeated="16384"'
    expect(await errorOf(table(rows, columns))).toBe('import.tooManyColumns')
    expect(await errorOf(table(rows, ''))).toBe('import.tooManyRows')
    expect(await errorOf(table(rows, 'table:number-columns-repeated="1999"'))).toBe('import.tooManyCells')
  })

  test('a million blank rows between two filled ones cost nothing, blank ones at the end are none', async () => {
    const blank =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    const row = `<table:table-row>${odsCell('Name')}${odsCell('Email')}</table:table-row><table:table-row>${odsCell('A')}${odsCell('a@example.com')}</table:table-row>`
    const file = ods(`<table:table table:name="S">${row}${blank}</table:table>`)
    expect(await inspectFile(file, { fileName: 'a.ods' })).toMatchObject({ ok: true, value: { dataRows: 1 } })
    expect(await errorOf(ods(`<table:table table:name="S">${row}${blank}${row}</table:table>`))).toBe(
      'import.tooManyRows',
    )
  })

  test('one with a password says so', async () => {
    const locked = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8(
        '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      ),
      'content.xml': new Uint8Array([1, 2, 3]),
    })
    expect(await errorOf(locked)).toBe('import.passwordProtected')
  })
})

describe('XML Spreadsheet 2003', () => {
  test('gives typed cells at the places that it names', async () => {
    const result = await inspectFile(
      xmlSheet(
        '<Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Phone</Data></Cell><Cell><Data ss:Type="String">Last contacted</Data></Cell></Row><Row ss:Index="3" ss:Hidden="1"><Cell><Data ss:Type="String">Ana</Data><Comment><Data>not this</Data></Comment></Cell><Cell ss:Index="2"><Data ss:Type="Number">8.619900001234E12</Data></Cell><Cell ss:Index="4"><Data ss:Type="DateTime">2026-10-05T00:00:00.000</Data></Cell></Row>',
      ),
      { fileName: 'a.xls' },
    )
    expect(result).toMatchObject({
      ok: true,
      value: {
        dataRows: 1,
        preview: [
          ['Name', 'Phone', '', 'Last contacted'],
          [],
          ['Ana', { kind: 'number', text: '8619900001234' }, '', { kind: 'date', text: '2026-10-05' }],
        ],
        warnings: [{ code: 'import.warn.hiddenRow' }],
      },
    })
  })

  test('entities of a document type are never blown up', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};&e${at};">`,
    ).join('')
    const bomb = xmlSheet(
      '<Row><Cell><Data ss:Type="String">Name &e30;</Data></Cell></Row><Row><Cell><Data ss:Type="String">&e30;</Data></Cell></Row>',
      `<!DOCTYPE Workbook [<!ENTITY e0 "ha">${levels}]>`,
    )
    const result = await inspectFile(bomb, { fileName: 'a.xml' })
    const text = result.ok ? JSON.stringify(result.value.preview) : result.error.code
    expect(text.length).toBeLessThan(200)
  })

  test('a cell in the last row of a million ends in a code', async () => {
    expect(
      await errorOf(xmlSheet('<Row ss:Index="1048576"><Cell><Data ss:Type="String">x</Data></Cell></Row>')),
    ).toBe('import.tooManyRows')
  })
})

describe('binary workbooks', () => {
  /** A small .xlsb whose last cell has been moved, as the bytes of the format have it: row header, then cell. */
  function movedXlsb(row: string, column: string): Uint8Array {
    const sheet = library.utils.aoa_to_sheet([['Name', 'Email'], ['A', 'a@example.com'], ['far']])
    const book: Buffer = library.write(library.utils.book_new(sheet, 'S'), {
      type: 'buffer',
      bookType: 'xlsb',
    })
    const parts = unzipSync(new Uint8Array(book))
    const part = 'xl/worksheets/sheet1.bin'
    const hex = Buffer.from(parts[part] ?? []).toString('hex')
    const moved = hex.replace(/001902000000(.{42})061200000000/, `0019${row}$10612${column}`)
    expect(moved).not.toBe(hex)
    return zipSync({ ...parts, [part]: Buffer.from(moved, 'hex') })
  }

  test('a cell in the last row or the last column is not lost without a word', async () => {
    expect(await errorOf(movedXlsb('ffff0f00', '00000000'))).toBe('import.tooManyRows')
    expect(await errorOf(movedXlsb('02000000', 'ff3f0000'))).toBe('import.tooManyColumns')
    const near = await inspectFile(movedXlsb('05000000', '01000000'), { fileName: 'a.xlsb' })
    expect(near.ok && near.value.preview).toEqual([
      ['Name', 'Email'],
      ['A', 'a@example.com'],
      [],
      [],
      [],
      ['', 'far'],
    ])
  })

  test('one that was cut says that its end is missing, wherever it was cut', async () => {
    const whole = fixtureBytes('spreadsheets/sheet_visibility.xls')
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.99]) {
      expect([share, await errorOf(whole.subarray(0, Math.floor(whole.length * share)))]).toEqual([
        share,
        'import.truncated',
      ])
    }
    expect(await errorOf(whole)).toBeUndefined()
  })

  test('one with a password says so', async () => {
    expect(await errorOf(fixtureBytes('spreadsheets/password_2002_40_xor.xls'))).toBe(
      'import.passwordProtected',
    )
  })

  test('one whose colour theme is broken is read without it', async () => {
    const broken = Uint8Array.from(fixtureBytes('spreadsheets/sheet_visibility.xls'))
    // These bytes lie in the theme, a zip within the workbook; the package's inflater never comes back from them.
    for (const [at, byte] of [
      [5845, 0x3c],
      [12453, 0x7d],
      [15526, 0x89],
      [17667, 0x50],
      [19943, 0x5a],
    ] as const)
      broken[at] = byte
    const result = await inspectFile(broken, { fileName: 'a.xls' })
    expect(result.ok && result.value.sheets?.map(({ name }) => name)).toEqual([
      'Visible',
      'Hidden',
      'VeryHidden',
    ])
  })

  test('one with noise in its middle ends in a code or a table, never in an exception', async () => {
    const whole = fixtureBytes('spreadsheets/sheet_visibility.xls')
    for (let from = 512; from < whole.length; from += 2048) {
      const broken = Uint8Array.from(whole)
      broken.fill(0xa5, from, from + 400)
      expect(String(await errorOf(broken))).toMatch(
        /^(import\.(damaged|truncated|noSheets|binaryFile|passwordProtected|tooMany\w+))$|^undefined$/,
      )
    }
  })
})
