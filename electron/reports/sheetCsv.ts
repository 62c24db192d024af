import type { CsvDialect } from '#shared/exporting/csvCells'
import type { Sheet } from '#shared/reporting/workbook'
import { csvBytes } from '../exports/csvFile'

/** One sheet as a CSV file for people: formulas as the values that they come to, texts guarded. */
export function sheetCsv(
  { columns, rows }: Sheet,
  delimiter: CsvDialect['delimiter'],
): AsyncGenerator<Uint8Array> {
  async function* parts() {
    yield { kind: 'rows' as const, sheet: 0, rows }
  }
  return csvBytes({ kind: 'csv', for: 'excel', columns, hashed: [] }, parts(), delimiter)
}
