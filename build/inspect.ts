import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { containerFormat, inspectFile } from '../electron/files/import/inspectFile'
import { checkFileSize } from '../electron/files/import/limits'

/**
 * `npm run inspect -- FILE...` prints one JSON object a line for each file: what the importer sees, by its own code.
 *
 * Keys, in this order: file (as given), format, encoding, bom, delimiter, sheet, headerRow, dataRows, columns, records,
 * rejected, warnings; after them `error` when the file could not be read. Always present; null where a thing does not
 * exist (a workbook has no delimiter, a table without header no headerRow, a file with an error none of them).
 * `headerRow` and `row` are 0-based in parsed rows, blank lines included; for vCard `row` is the number of the card.
 * Exit code 0 even with errors in files, 2 without a FILE.
 */
async function inspect(path: string): Promise<string> {
  const empty = {
    format: null,
    encoding: null,
    bom: null,
    delimiter: null,
    sheet: null,
    headerRow: null,
    dataRows: null,
    columns: [],
    records: [],
    rejected: [],
    warnings: [],
  }
  const failed = (error: { code: string; params?: object }, format: string | null = null) =>
    JSON.stringify({ file: path, ...empty, format, error: { code: error.code, params: error.params ?? {} } })
  let bytes: Uint8Array
  try {
    const { size } = await stat(path)
    const allowed = checkFileSize(size)
    if (!allowed.ok) return failed(allowed.error)
    bytes = await readFile(path)
  } catch {
    return failed({ code: 'import.unreadable' })
  }
  const result = await inspectFile(bytes, { fileName: basename(path) })
  if (!result.ok) return failed(result.error, containerFormat(result.error.container))
  const { value } = result
  return JSON.stringify({
    file: path,
    format: value.format,
    encoding: value.encoding ?? null,
    bom: value.bom ?? null,
    delimiter: value.delimiter ?? null,
    sheet: value.sheet ?? null,
    headerRow: value.headerRow,
    dataRows: value.dataRows,
    columns: value.columns.map(({ header, target }) => ({ header, target })),
    records: value.records.map(({ row, ...target }) => ({ row, target })),
    rejected: value.rejected.map(({ row, code, params }) => ({ row, code, params: params ?? {} })),
    warnings: value.warnings.map(({ code, params }) => ({ code, params: params ?? {} })),
  })
}

const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('usage: npm run inspect -- FILE...\n')
  process.exitCode = 2
} else {
  for (const file of files) process.stdout.write(`${await inspect(file)}\n`)
}
