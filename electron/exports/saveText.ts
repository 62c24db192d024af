import path from 'node:path'
import type { ExportedFile, TextEnding } from '#shared/ipc/exporting'
import { err, ok, type Result } from '#shared/result'
import { durableWrite } from '../files/durableWrite'
import { fileNameOf } from '../files/fileName'
import type { FsPort } from '../files/fsPort'

/** Writes a text to a place that the person chooses; null inside when they think better of it. */
export type SaveText = (
  ending: TextEnding,
  title: string,
  content: string,
) => Promise<Result<ExportedFile | null>>

const CODES: Readonly<Record<string, string>> = {
  'file.diskFull': 'export.diskFull',
  'file.readOnly': 'export.readOnly',
  'file.missing': 'export.missing',
  'file.verifyFailed': 'export.verifyFailed',
}

/** Makes what writes texts. Errors: `export.diskFull`, `export.readOnly`, `export.missing`, `export.ioFailed` ... */
export function createTextSaver(parts: {
  readonly fs: FsPort
  readonly choosePlace: (fileName: string, ending: string) => Promise<string | null>
  /** The text is there, whole. */
  readonly onSaved: (place: string) => void
}): SaveText {
  return async (ending, title, content) => {
    const place = await parts.choosePlace(`${fileNameOf(title)}.${ending}`, ending)
    if (place === null) return ok(null)
    const fileName = path.basename(place)
    // The dialog has asked before it let a name be taken again.
    const options = { onExisting: 'replace' as const }
    const bytes = new TextEncoder().encode(content)
    const written = await durableWrite(parts.fs, path.dirname(place), fileName, bytes, options)
    if (!written.ok) return err(CODES[written.error.code] ?? 'export.ioFailed')
    parts.onSaved(place)
    return ok({ fileName, sizeBytes: written.value.sizeBytes })
  }
}
