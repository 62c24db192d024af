import type { ExportHead } from '#shared/exporting/exportFile'
import type { ExportedFile } from '#shared/ipc/exporting'
import type { Cell } from '#shared/reporting/workbook'
import { ok, type Result } from '#shared/result'
import { exportPieces } from '../workers/exportPieces'
import type { ExportParts } from './runExport'

/**
 * Writes rows that the window has put together into one file, where the person chooses; undefined when they chose no
 * place. After a failure nothing of it is on the disk.
 */
export async function writeRows(
  calls: ExportParts['calls'],
  head: ExportHead,
  title: string,
  rows: Cell[][],
): Promise<Result<ExportedFile | undefined>> {
  const begun = await calls['export:begin'](head, title)
  if (!begun.ok) return begun
  const token = begun.value
  if (token === null) return ok(undefined)
  for (const piece of exportPieces({ kind: 'rows', sheet: 0, rows })) {
    const written = await calls['export:write'](token, piece)
    if (written.ok) continue
    await calls['export:cancel'](token)
    return written
  }
  return calls['export:finish'](token)
}
