import type { z } from 'zod'
import type { importRunSchema } from '#shared/records/importRun'
import type { NotebookDatabase } from '../database'
import { decodeRow } from '../rows'
import { importSet } from '../undoImport'

/** One import that was written, and where it stands. */
export interface PastImport {
  readonly run: z.infer<typeof importRunSchema>
  readonly isUndone: boolean
  /** The log still knows what it did. */
  readonly canUndo: boolean
}

/** Every import, the newest first; those that were taken back stay in the list. */
export async function importHistory(db: NotebookDatabase): Promise<PastImport[]> {
  const runs = (await db.rows('imports').toArray()).map((row) => decodeRow('imports', row))
  const newest = runs.sort((a, b) => b.createdAt - a.createdAt)
  return Promise.all(
    newest.map(async (run) => {
      const isUndone = run.deletedAt !== undefined
      const canUndo = !isUndone && (await importSet(db, run.id)) !== undefined
      return { run, isUndone, canUndo }
    }),
  )
}
