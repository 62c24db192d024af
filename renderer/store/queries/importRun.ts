import type { NotebookDatabase } from '../database'
import { readUndoState } from '../loggedSets'
import type { ImportOutcome } from '../runImport'

/** Where an import stands: whether it was taken back, and whether it is what undo would take back next. */
export interface ImportStanding {
  readonly isUndone: boolean
  readonly isLast: boolean
}

/** Looks up what became of an import. */
export async function importStanding(
  db: NotebookDatabase,
  { saved, runId }: ImportOutcome,
): Promise<ImportStanding> {
  const run = runId === undefined ? undefined : await db.rows('imports').get(runId)
  const isUndone = saved !== undefined && run?.body.deletedAt !== undefined
  if (saved === undefined || isUndone) return { isUndone, isLast: false }
  const { undo } = await readUndoState(db)
  return { isUndone, isLast: undo?.id === saved.changeSetId }
}
