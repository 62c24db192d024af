import type { CsvDialect } from '#shared/exporting/csvCells'
import type { ExportHead, ExportPart } from '#shared/exporting/exportFile'
import type { Cell } from '#shared/reporting/workbook'
import { flowingXlsx } from '../reports/xlsx'
import type { ReadPhoto } from './vcardFile'

/** What the files draw on beside their parts. */
export interface ExportSurroundings {
  readonly readPhoto: ReadPhoto
  /** What a spreadsheet of this region takes for the end of a cell. */
  readonly delimiter: () => CsvDialect['delimiter']
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * A file as the bytes that its parts make, one after another. What knows a format is read when a file of it is written:
 * a start needs none of them.
 */
export async function* exportBytes(
  head: ExportHead,
  parts: AsyncIterable<ExportPart>,
  { readPhoto, delimiter, now }: ExportSurroundings,
): AsyncGenerator<Uint8Array> {
  switch (head.kind) {
    case 'xlsx': {
      const rows = new RowFlow(parts)
      const sheets = head.sheets.map((sheet, index) => ({
        ...sheet,
        rows: rows.of(index),
        tableRows: (count: number) => count,
      }))
      yield* flowingXlsx(sheets, head.direction)
      return
    }
    case 'csv': {
      const { csvBytes } = await import('./csvFile')
      yield* csvBytes(head, parts, delimiter())
      return
    }
    case 'vcard': {
      const { vcardBytes } = await import('./vcardFile')
      yield* vcardBytes(head.version, parts, readPhoto)
      return
    }
    case 'calendar': {
      const { calendarBytes } = await import('./calendarFile')
      yield* calendarBytes(head, parts, now())
      return
    }
    default:
      // A kind that nobody writes would else be a file without a byte.
      throw new Error(`no such file: ${JSON.stringify(head satisfies never)}`)
  }
}

/** Shares the parts of one stream among the sheets, which are written one after another. */
class RowFlow {
  private readonly parts: AsyncIterator<ExportPart>
  private waiting: ExportPart | undefined

  constructor(parts: AsyncIterable<ExportPart>) {
    this.parts = parts[Symbol.asyncIterator]()
  }

  /** The rows of a sheet, up to the first part of the next one. Sheets that have gone by get no more. */
  async *of(sheet: number): AsyncGenerator<readonly Cell[]> {
    for (;;) {
      const part = this.waiting ?? (await this.next())
      if (part === undefined) return
      this.waiting = part
      if (part.kind === 'rows' && part.sheet > sheet) return
      this.waiting = undefined
      if (part.kind === 'rows' && part.sheet === sheet) yield* part.rows
    }
  }

  private async next(): Promise<ExportPart | undefined> {
    const { done, value } = await this.parts.next()
    return done === true ? undefined : value
  }
}
