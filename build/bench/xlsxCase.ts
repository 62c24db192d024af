import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Cell, Column } from '#shared/reporting/workbook'
import { flowingXlsx } from '../../electron/reports/xlsx'
import { importPeer } from './peers'

/*
 * One spreadsheet written by one writer in a process of its own, so that its memory is nobody else's: rows are made one
 * after another, both writers freeze the captions, give widths, set a filter and keep numbers of phones as text. Started
 * with the writer, how many rows, and the file; prints what it took as JSON.
 */

/** What one writer took for one file. */
export interface XlsxTaken {
  readonly cpuMs: number
  /** What the process held at most, beyond what it held when the writer was loaded. */
  readonly peakMegabytes: number
}

/** What of exceljs is used. */
interface ExcelJs {
  readonly default: {
    readonly stream: { readonly xlsx: { readonly WorkbookWriter: new (options: object) => StreamedWorkbook } }
  }
}
interface StreamedWorkbook {
  addWorksheet(name: string, options: object): StreamedSheet
  commit(): Promise<void>
}
interface StreamedSheet {
  columns: readonly object[]
  autoFilter: string
  addRow(values: readonly unknown[]): { commit(): void }
  commit(): void
}

const COLUMNS: Column[] = [
  ...['Company', 'Person', 'Email', 'City', 'Country', 'Stage', 'Source', 'Product', 'Note'].map(
    (caption) => ({
      caption,
      width: 20,
      holds: 'plain' as const,
    }),
  ),
  { caption: 'Phone', width: 18, holds: 'id' },
  ...['Orders', 'Sales', 'Share', 'First met', 'Last talk'].map((caption) => ({
    caption,
    width: 12,
    holds: 'plain' as const,
  })),
]
const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

const [writer = '', rows = '0', file = ''] = process.argv.slice(2)
const write = writer === 'exceljs' ? await exceljsWriter() : oursWriter
const before = process.memoryUsage().rss
const cpu = process.cpuUsage()
await write(Number(rows), file)
const { user, system } = process.cpuUsage(cpu)
const taken: XlsxTaken = {
  cpuMs: (user + system) / 1000,
  peakMegabytes: (process.resourceUsage().maxRSS * 1024 - before) / 1024 ** 2,
}
process.stdout.write(JSON.stringify(taken))

async function oursWriter(count: number, place: string): Promise<void> {
  const sheet = { name: 'Customers', columns: COLUMNS, rows: cells(count), tableRows: (all: number) => all }
  const out = createWriteStream(place)
  for await (const bytes of flowingXlsx([sheet], 'ltr')) if (!out.write(bytes)) await once(out, 'drain')
  out.end()
  await finished(out)
}

async function exceljsWriter() {
  const { stream } = (await importPeer<ExcelJs>('exceljs')).default
  return async (count: number, place: string) => {
    const book = new stream.xlsx.WorkbookWriter({
      filename: place,
      useStyles: true,
      useSharedStrings: false,
      // As ours; it would take the fastest.
      zip: { zlib: { level: 6 } },
    })
    const sheet = book.addWorksheet('Customers', { views: [{ state: 'frozen', ySplit: 1 }] })
    const formats: Readonly<Record<number, string>> = {
      9: '@',
      11: '#,##0.00',
      12: '0%',
      13: 'yyyy-mm-dd',
      14: 'yyyy-mm-dd',
    }
    sheet.columns = COLUMNS.map(({ caption, width }, at) => ({
      header: caption,
      width,
      ...(formats[at] !== undefined && { style: { numFmt: formats[at] } }),
    }))
    sheet.autoFilter = 'A1:O1'
    for (let row = 0; row < count; row += 1) {
      const { texts, phone, orders, sales, share, met, last } = rowOf(row)
      sheet.addRow([...texts, phone, orders, sales, share, new Date(met), new Date(last)]).commit()
    }
    sheet.commit()
    await book.commit()
  }
}

function* cells(count: number): Generator<readonly Cell[]> {
  for (let row = 0; row < count; row += 1) {
    const { texts, phone, orders, sales, share, met, last } = rowOf(row)
    yield [
      ...texts,
      phone,
      { kind: 'number', value: orders, format: 'integer' },
      { kind: 'number', value: sales, format: 'money2' },
      { kind: 'number', value: share, format: 'share' },
      { kind: 'day', value: new Date(met).toISOString().slice(0, 10) },
      { kind: 'day', value: new Date(last).toISOString().slice(0, 10) },
    ]
  }
}

function rowOf(row: number) {
  return {
    texts: [
      `Công ty TNHH Bếp Xanh ${row}`,
      `Nguyễn Thị ${row}`,
      `buyer.${row}@kitchen-${row % 97}.example`,
      ['Huế', '上海', 'Göteborg', 'חיפה'][row % 4] ?? '',
      ['VN', 'CN', 'SE', 'IL'][row % 4] ?? '',
      ['lead', 'sampled', 'customer'][row % 3] ?? '',
      'Autumn fair',
      `Bowl ${row % 31} cm, "matt" <sand>`,
      'Wants two pallets before the new year, asked for the test report.',
    ],
    phone: `+8490${String(1_000_000 + row)}`,
    orders: row % 9,
    sales: (row * 137) % 100_000,
    share: (row % 100) / 100,
    met: FIRST_DAY + (row % 700) * DAY_MS,
    last: FIRST_DAY + (700 + (row % 300)) * DAY_MS,
  }
}
