import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OrchardError } from '#shared/result'
import { listArchive } from '../electron/files/import/archive'
import type { FileResult } from '../electron/files/import/fileReading'
import { containerFormat, inspectFile, inspectMember } from '../electron/files/import/inspectFile'
import { checkFileSize } from '../electron/files/import/limits'

/**
 * `npm run inspect -- FILE...` prints one JSON object a line for each file: what the importer sees, by its own code.
 *
 * Keys, in this order: file (as given), format, encoding, bom, delimiter, sheet, headerRow, dataRows, columns, records,
 * rejected, warnings; after them `error` when the file could not be read, or `members` for an archive: an object of
 * the same keys for each file in it, whose `file` is its name there. Always present; null where a thing does not exist
 * (a workbook has no delimiter, a table without header no headerRow, a file with an error none of them).
 * `headerRow` and `row` are 0-based in parsed rows, blank lines included; for vCard `row` is the number of the card.
 * Exit code 0 even with errors in files, 2 without a FILE.
 */
async function inspect(path: string): Promise<object> {
  let bytes: Uint8Array
  try {
    const { size } = await stat(path)
    const allowed = checkFileSize(size)
    if (!allowed.ok) return failed(path, allowed.error)
    bytes = await readFile(path)
  } catch {
    return failed(path, { code: 'import.unreadable' })
  }
  const listing = listArchive(bytes, basename(path))
  if (!listing.ok) return failed(path, listing.error, 'zip')
  if (listing.value === null) return described(path, await inspectFile(bytes, { fileName: basename(path) }))
  const members: object[] = []
  for (const { entry, fileName } of listing.value.members)
    members.push(described(entry, await inspectMember(bytes, entry, { fileName })))
  return { file: path, ...NOTHING, format: listing.value.format, members }
}

const NOTHING = {
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

function failed(file: string, error: OrchardError, format: string | null = null): object {
  return { file, ...NOTHING, format, error: { code: error.code, params: error.params ?? {} } }
}

function described(file: string, result: FileResult): object {
  if (!result.ok) return failed(file, result.error, containerFormat(result.error.container))
  const { value } = result
  return {
    file,
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
  }
}

const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('usage: npm run inspect -- FILE...\n')
  process.exitCode = 2
} else {
  for (const file of files) process.stdout.write(`${JSON.stringify(await inspect(file))}\n`)
}
