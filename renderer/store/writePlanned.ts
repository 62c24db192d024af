import { mappingOf } from '#shared/importing/mappings'
import type { ImportSummary } from '#shared/ipc/importing'
import { err } from '#shared/result'
import type { DeskParts } from './deskParts'
import type { DeskFile } from './deskState'
import { removeMarker, setMarker } from './importMarker'
import { type PlannedImport, plannedRecords, runImport } from './runImport'

/**
 * Writes a planned file after a backup, with a note on the disk for as long as it takes; answers with what has become of
 * the file. `onBegun` is called when the backup stands and the writing begins, `onStage` while it goes on.
 */
export async function writePlanned(
  parts: DeskParts,
  file: DeskFile,
  summary: ImportSummary,
  planned: PlannedImport,
  watch: {
    readonly signal: AbortSignal
    readonly onBegun: () => void
    readonly onStage: (stage: DeskFile['stage']) => void
  },
): Promise<DeskFile['stage']> {
  const { fileName, overrides, duplicates, rules } = file
  const { fileHash, records: rows } = summary
  const total = plannedRecords(planned.tally)
  const backup = await parts.backup()
  if (!backup.ok) {
    const { error: refused } = err('import.noBackup', { code: backup.error.code })
    return { kind: 'planned', planned, refused }
  }
  const runId = parts.notebook.sources.newId()
  watch.onBegun()
  await setMarker(parts.calls, { runId, fileName, fileHash, rows, overrides, duplicates, rules })
  const outcome = await runImport(parts, summary, planned, {
    runId,
    signal: watch.signal,
    mapping: mappingOf(summary, overrides, { place: file.chosen, rules }),
    onProgress: (phase, done) => watch.onStage({ kind: 'busy', phase, done, total }),
  })
  await removeMarker(parts.calls)
  return outcome.ok
    ? { kind: 'done', outcome: outcome.value }
    : { kind: 'planned', planned, refused: outcome.error }
}
