import path from 'node:path'
import type { Translate } from '#shared/i18n/translator'
import type { ExportedFile } from '#shared/ipc/exporting'
import { err, ok, type Result } from '#shared/result'
import { durableWrite } from '../files/durableWrite'
import { fileNameOf } from '../files/fileName'
import type { FsPort } from '../files/fsPort'
import type { FileReading } from '../files/import/fileReading'
import { flowingXlsx } from '../reports/xlsx'
import { rejectedSheet } from './rejectedWorkbook'

/** Saves the unusable rows of a file that was read; `null` when the person thinks better of it. */
export type SaveRejected = (reading: Omit<FileReading, 'records'>) => Promise<Result<ExportedFile | null>>

/** Failures of a durable write that the window has words for. */
const CODES: Readonly<Record<string, string>> = {
  'file.diskFull': 'export.diskFull',
  'file.readOnly': 'export.readOnly',
  'file.missing': 'export.missing',
}

/**
 * Makes the saver. The file has its name only once it is whole and read back. Errors: `export.diskFull`,
 * `export.readOnly`, `export.missing`, `export.ioFailed`.
 */
export function createRejectedSaver(parts: {
  readonly fs: FsPort
  readonly choosePlace: (fileName: string, ending: string) => Promise<string | null>
  readonly text: () => Translate
  /** The file is there, whole. */
  readonly onSaved: (place: string) => void
}): SaveRejected {
  return async (reading) => {
    const text = parts.text()
    const title = text('import.rejected.fileName', { file: path.parse(reading.fileName).name })
    const place = await parts.choosePlace(`${fileNameOf(title)}.xlsx`, 'xlsx')
    if (place === null) return ok(null)
    const fileName = path.basename(place)
    // What the rows say decides their direction, cell by cell; the sheet itself runs as the file did.
    const bytes = flowingXlsx([rejectedSheet(reading, text)], 'ltr')
    // The dialog has asked before it let a name be taken again.
    const options = { onExisting: 'replace' as const }
    const done = await durableWrite(parts.fs, path.dirname(place), fileName, bytes, options)
    if (!done.ok) return err(CODES[done.error.code] ?? 'export.ioFailed')
    parts.onSaved(place)
    return ok({ fileName, sizeBytes: done.value.sizeBytes })
  }
}
