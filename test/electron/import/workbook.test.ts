import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { type Cell, cellText } from '#shared/importing/cell'
import { chooseSheet } from '../../../electron/files/import/chooseSheet'
import { isDateFormat } from '../../../electron/files/import/excelFormats'
import { cellBudget } from '../../../electron/files/import/limits'
import { readWorkbook } from '../../../electron/files/import/workbook'
import { openZip, type ZipFile } from '../../../electron/files/import/zipFile'
import { fixtureBytes, readFixture } from './fixture'

const root = fileURLToPath(new URL('../../fixtures/import/', import.meta.url))
/** The locked one is read by nobody. */
const workbooks = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.xlsx') && !path.endsWith('password.xlsx'),
)

/** The sheet that the preview would show, and the list of all. */
function sheetOf(zip: ZipFile) {
  return chooseSheet(readWorkbook(zip, cellBudget()))
}

/** A cell as the other reader gives it: null, string, number, boolean or Date. */
function plain(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return typeof cell === 'string'
    ? cell.trim()
    : cell.kind === 'boolean'
      ? cell.text.toLowerCase()
      : cell.text
}

function other(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date
    ? new Date(Math.round(value.getTime() / 1000) * 1000)
        .toISOString()
        .replace(/T00:00:00\.000Z$|\.\d+Z$/, '')
    : String(value).replace(/\r\n?/g, '\n').trim()
}

describe('every workbook reads as an independent reader reads it', () => {
  test.each(workbooks.filter((path) => !/types|stream-d-date|preserve-formatting/.test(path)))(
    '%s',
    async (path) => {
      const { grid, sheet } = sheetOf(openZip(readFileSync(root + path)))
      const rows = await readSheet(root + path, sheet)
      expect(grid.rows.map((row, at) => (rows[at] ?? []).map((_, column) => plain(row[column])))).toEqual(
        grid.rows.map((_, at) => (rows[at] ?? []).map(other)),
      )
    },
  )
})

test('a format of months, days and years without any sign between them is a date, too', () => {
  // The other reader takes `mmddyy` for a number.
  const { grid } = sheetOf(openZip(fixtureBytes('csv/frictionless/preserve-formatting.xlsx')))
  const dates = (grid.rows[1] ?? []).filter((cell) => typeof cell === 'object' && cell.kind === 'date')
  expect(dates).toEqual(Array(5).fill({ kind: 'date', text: '2040-05-20' }))
})

test('types stay what the file says', () => {
  const { grid, sheets } = sheetOf(openZip(fixtureBytes('quirks/made/types.xlsx')))
  expect(grid.rows[1]?.slice(0, 10)).toEqual([
    'abc',
    { kind: 'number', text: '8619900001234' },
    '+8619900001234',
    { kind: 'date', text: '2026-10-05' },
    { kind: 'date', text: '2026-10-05T14:30:00' },
    { kind: 'number', text: '46300' },
    { kind: 'number', text: '0.125' },
    { kind: 'boolean', text: 'TRUE' },
    { kind: 'error', text: '#N/A' },
    { kind: 'number', text: '2' },
  ])
  expect(cellText(grid.rows[1]?.[12])).toBe('01234')
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['types', false],
    ['empty', false],
    ['second', false],
    ['very hidden', true],
  ])
})

test('the 1904 calendar is honoured', () => {
  const { grid } = sheetOf(openZip(fixtureBytes('quirks/made/date1904.xlsx')))
  expect(grid.rows[1]?.[0]).toEqual({ kind: 'date', text: '2026-10-05' })
})

test('hidden rows and columns are imported, with a word about it', async () => {
  const reading = await readFixture('quirks/made/hidden-rows-cols-filter.xlsx')
  expect(reading.records).toHaveLength(10)
  expect(reading.warnings.map((warning) => warning.code)).toEqual([
    'import.warn.hiddenRow',
    'import.warn.hiddenColumn',
  ])
})

test('a header over three rows is joined, a company over two contacts filled in', async () => {
  const reading = await readFixture('quirks/made/merged-header-3-rows.xlsx')
  expect(reading.columns.map((column) => column.header)).toEqual([
    '公司/名称',
    '公司/国家',
    '联系人/姓名',
    '联系人/电话/手机',
    '联系人/电话/座机',
    '联系人/邮箱',
  ])
  expect(reading.records.map((record) => [record.company?.name, record.country])).toEqual([
    ['虚构公司', 'US'],
    ['示例公司', 'DE'],
    ['示例公司', 'DE'],
  ])
})

test('another sheet can be chosen', async () => {
  expect(await readFixture('quirks/made/types.xlsx', { sheet: 'second' })).toMatchObject({
    sheet: 'second',
    dataRows: 1,
  })
})

test.each([
  ['yyyy-mm-dd', true],
  ['[$-804]yyyy"年"m"月"d"日";@', true],
  ['h:mm AM/PM', true],
  ['[h]:mm:ss', true],
  ['mm:ss.0', true],
  ['General', false],
  ['0.00E+00', false],
  ['[Red]#,##0.00', false],
  ['#,##0 "days"', false],
  ['0.00%', false],
])('the format %s shows a date: %s', (code, isDate) => {
  expect(isDateFormat(200, code)).toBe(isDate)
})
