import '../../support/everyLanguage'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { fairReport } from '#shared/reporting/fairReport'
import type { Cell, Workbook } from '#shared/reporting/workbook'
import { chooseSheet } from '../../../electron/files/import/chooseSheet'
import { cellBudget } from '../../../electron/files/import/limits'
import { readWorkbook } from '../../../electron/files/import/workbook'
import { openZip } from '../../../electron/files/import/zipFile'
import { xlsxBytes } from '../../../electron/reports/xlsx'
import { FAIR } from '../../shared/reporting/fairFixture'

async function written(workbook: Workbook): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of xlsxBytes(workbook)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
const oneColumn = (cells: readonly Cell[], holds: 'plain' | 'id' | 'longText' = 'plain'): Workbook => ({
  direction: 'ltr',
  sheets: [
    {
      name: 'Sheet',
      columns: [{ caption: 'Caption', width: 10, holds }],
      rows: cells.map((cell) => [cell]),
      tableRows: cells.length,
    },
  ],
})

test('another reader finds the fair’s sheets, texts, days and computed values', async () => {
  const { workbook } = fairReport(FAIR)
  const sheets = await readExcelFile(Buffer.from(await written(workbook)))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(workbook.sheets.map(({ name }) => name))
  const [leads, , promises, costs] = sheets.map(({ data }) => data)
  expect(leads?.[1]?.slice(0, 3)).toEqual([
    new Date(Date.UTC(2026, 10, 19, 10, 30)),
    'Sjögren & Åkerlund AB',
    'Astrid Sjögren',
  ])
  expect(leads?.[1]?.[10]).toBe('+46705550142')
  expect(leads?.[2]?.[1]).toBe("=cmd|' /C calc'!A0")
  expect(promises?.[2]?.[0]).toEqual(new Date(Date.UTC(2026, 10, 23)))
  const figures = new Map(costs?.map((row) => [row[1], row[7]]))
  expect([
    figures.get('Total'),
    figures.get('Cost per card'),
    figures.get('Cost per qualified lead'),
  ]).toEqual([6066.67, 2022.22, 3033.34])
})

test('our own importer reads the file back as well', async () => {
  const bytes = await written(fairReport(FAIR).workbook)
  const { grid, sheets } = chooseSheet(readWorkbook(openZip(bytes), cellBudget()), 'Leads')
  expect(sheets.map(({ name }) => name)).toContain('Data quality')
  expect(grid.rows[2]?.slice(0, 2)).toEqual([
    { kind: 'date', text: '2026-11-19T11:30:00' },
    "=cmd|' /C calc'!A0",
  ])
})

test('no text ever becomes a formula, and only formulas are formulas', async () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0", '{=1}', '＝1']
  const bytes = await written(oneColumn(texts))
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
  const [sheet] = await readExcelFile(Buffer.from(bytes))
  expect(sheet?.data.slice(1).map(([cell]) => String(cell).trim())).toEqual(texts.map((text) => text.trim()))
})

test('text that XML cannot hold is cleaned, and nothing else is changed', async () => {
  const odd = 'a\u0000b\u001fc\ufffe\ud800 <&>"\' ]]> \u00a0é漢😀\r\nnext'
  const [sheet] = await readExcelFile(Buffer.from(await written(oneColumn([odd], 'longText'))))
  expect(sheet?.data[1]?.[0]).toBe('abc <&>"\' ]]> \u00a0é漢😀\nnext')
})

test('an escape typed by a person means itself, and a name of 40,000 letters is cut whole', async () => {
  const bytes = await written(oneColumn(['_x0041_', '😀'.repeat(20_000)]))
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('>_x005F_x0041_<')
  const [sheet] = await readExcelFile(Buffer.from(bytes))
  const cut = String(sheet?.data[2]?.[0])
  expect([cut.length <= 32_767, cut.endsWith('😀…')]).toEqual([true, true])
})

test('phones are text cells in text columns, captions are frozen and filtered', async () => {
  const xml = partOf(await written(oneColumn(['0049301234'], 'id')), 'xl/worksheets/sheet1.xml')
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  expect(xml).toContain('<autoFilter ref="A1:A2"/>')
  expect(xml).toContain('<col min="1" max="1" width="10" customWidth="1" style="2"/>')
  expect(xml).toContain('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">0049301234</t></is></c>')
})

test('a language that runs from right to left has its first column on the right', async () => {
  const { workbook } = fairReport({ ...FAIR, language: 'en-XB' })
  expect(partOf(await written(workbook), 'xl/worksheets/sheet4.xml')).toContain('rightToLeft="1"')
})

test('days are real days with their format, and those before spreadsheets began are text', async () => {
  const bytes = await written(
    oneColumn([
      { kind: 'day', value: '2026-11-19' },
      { kind: 'moment', value: '2026-11-19T18:00' },
      { kind: 'day', value: '1899-01-01' },
    ]),
  )
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect([...xml.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual(['46345', '46345.75'])
  expect(xml).toContain('>1899-01-01<')
  expect(partOf(bytes, 'xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"')
})

test('the same workbook is the same file to the last byte', async () => {
  const { workbook } = fairReport(FAIR)
  expect(Buffer.compare(await written(workbook), await written(workbook))).toBe(0)
})

test('a hundred thousand cells come in many pieces, none of them large', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => `lead ${index} ${index * 7919}`)
  let pieces = 0
  let largest = 0
  for await (const chunk of xlsxBytes(oneColumn(rows))) {
    pieces += 1
    largest = Math.max(largest, chunk.length)
  }
  expect([pieces > 20, largest < 256 * 1024]).toEqual([true, true])
})
