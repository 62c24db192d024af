import type { CsvDialect } from '#shared/exporting/csvCells'

/**
 * What spreadsheets of a region take for the end of a cell: a semicolon where the comma begins the decimals. `locale`
 * is that of the system's formats, BCP 47; an unknown one counts as a comma's.
 */
export function delimiterOf(locale: string): CsvDialect['delimiter'] {
  try {
    const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')
    return decimal?.value === ',' ? ';' : ','
  } catch {
    return ','
  }
}
