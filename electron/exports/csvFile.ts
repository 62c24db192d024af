import { createHash } from 'node:crypto'
import Papa from 'papaparse'
import { type CsvDialect, csvText } from '#shared/exporting/csvCells'
import type { ExportHead, ExportPart } from '#shared/exporting/exportFile'
import type { Cell } from '#shared/reporting/workbook'

type CsvHead = Extract<ExportHead, { kind: 'csv' }>

/** Excel takes a file without it for one in the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'

/** Formatting phone numbers takes its time: between so many rows the main process answers whoever else asks. */
const ROWS_AT_A_TIME = 50

/** A CSV file: RFC 4180 with CRLF; for people with a byte order mark and the delimiter of their region. */
export async function* csvBytes(
  head: CsvHead,
  parts: AsyncIterable<ExportPart>,
  regionDelimiter: CsvDialect['delimiter'],
): AsyncGenerator<Uint8Array> {
  const isForPeople = head.for === 'excel'
  const dialect: CsvDialect = { for: head.for, delimiter: isForPeople ? regionDelimiter : ',' }
  const delimiter = head.delimiter ?? dialect.delimiter
  const encoder = new TextEncoder()
  const lines = (rows: readonly (readonly string[])[]) =>
    encoder.encode(`${Papa.unparse(rows as string[][], { delimiter, newline: '\r\n' })}\r\n`)
  if (isForPeople) yield encoder.encode(BYTE_ORDER_MARK)
  yield lines([head.columns.map(({ caption }) => csvText(caption, dialect))])
  const hashed = new Set(head.hashed)
  for await (const part of parts) {
    if (part.kind !== 'rows') continue
    for (let start = 0; start < part.rows.length; start += ROWS_AT_A_TIME) {
      const rows = part.rows.slice(start, start + ROWS_AT_A_TIME)
      yield lines(rows.map((row) => textRow(row, { dialect, hashed, columns: head.columns })))
    }
  }
}

function textRow(
  row: readonly Cell[],
  {
    dialect,
    hashed,
    columns,
  }: { dialect: CsvDialect; hashed: ReadonlySet<number>; columns: CsvHead['columns'] },
): string[] {
  return columns.map(({ holds }, index) => {
    const text = csvText(row[index] ?? null, dialect, holds)
    return hashed.has(index) && text !== '' ? sha256(text) : text
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
