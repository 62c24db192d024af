import { tablesOf } from '#shared/exporting/exportRequest'
import { choiceOf, EXPORTED_FILE_NAMES } from '#shared/takeAlong/contents'
import type { NotebookDatabase } from '../database'

/** How many steps the folder with everything takes: each record once, and each customer once for every walk. */
export async function countSteps(db: NotebookDatabase): Promise<number> {
  const meta = await db.meta.get('index')
  const records = Object.values(meta?.rowCounts ?? {}).reduce((sum, rows) => sum + rows, 0)
  const [log, pages, exported] = await Promise.all([
    db.changeLog.count(),
    db.rows('customers').count(),
    db.rows('customers').orderBy('updatedAt').count(),
  ])
  const walks = EXPORTED_FILE_NAMES.reduce((sum, name) => sum + tablesOf(choiceOf(name)).length, 0)
  return records + log + pages + walks * exported
}
