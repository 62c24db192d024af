import { TABLE_NAMES } from '#shared/records/tables'
import type { NotebookDatabase } from '../database'

/** How many rows each table has, deleted ones included; tables without any are left out. */
export async function tableRows(db: NotebookDatabase): Promise<Readonly<Record<string, number>>> {
  const counts = await Promise.all(
    TABLE_NAMES.map(async (table) => [table, await db.rows(table).count()] as const),
  )
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
