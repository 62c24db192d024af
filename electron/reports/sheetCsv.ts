import type { CsvDialect } from '#shared/exporting/csvCells'
import type { Sheet } from '#shared/reporting/workbook'

/** One sheet as a CSV file for people: formulas as the values that they come to, texts guarded. */
export async function* sheetCsv(
  { columns, rows }: Sheet,
  delimiter: CsvDialect['delimiter'],
): AsyncGenerator<Uint8Array> {
  async function* parts() {
    yield { kind: 'rows' as const, sheet: 0, rows }
  }
  const { csvBytes } = await import('../exports/csvFile')
  yield* csvBytes({ kind: 'csv', for: 'excel', columns, hashed: [] }, parts(), delimiter)
}
