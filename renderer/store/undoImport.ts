import { err, type Result } from '#shared/result'
import type { NotebookDatabase } from './database'
import { type PlacedSet, readUndoState, setOfRecord } from './loggedSets'
import type { Notebook } from './notebook'
import { type Reversal, reverseSet } from './undo'

/** The change-set of an import that stands; undefined when it was taken back or is older than the log. */
export async function importSet(db: NotebookDatabase, runId: string): Promise<PlacedSet | undefined> {
  const run = await db.rows('imports').get(runId)
  if (run === undefined || run.body.deletedAt !== undefined) return undefined
  return setOfRecord(db, runId, ['import', 'redo'])
}

/**
 * Takes one import back, however much was done since. What has been edited since stays as it is, and so does every
 * page on which somebody has worked since, with all that the import brought to it. Errors: `undo.notReady`,
 * `undo.nothing`, those of a commit.
 */
export async function undoImport(notebook: Notebook, runId: string): Promise<Result<Reversal>> {
  await notebook.settled()
  const db = notebook.database()
  if (db === undefined) return err('undo.notReady')
  const target = await importSet(db, runId)
  if (target === undefined) return err('undo.nothing')
  const { undo } = await readUndoState(db)
  // What is last has nothing after it but what was taken back itself.
  const keepsUsed = undo?.id !== target.id
  return reverseSet(notebook, db, { target, label: target.label, origin: 'undo', keepsUsed })
}
