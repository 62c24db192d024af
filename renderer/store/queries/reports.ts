import type { SavedReport } from '#shared/records/savedReport'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** The saved reports by name. */
export async function savedReports(db: NotebookDatabase): Promise<SavedReport[]> {
  const records = liveRecords('reports', await db.rows('reports').toArray())
  return records.sort((a, b) => a.name.localeCompare(b.name))
}
