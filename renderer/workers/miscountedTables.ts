import { TABLE_NAMES, type TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'

/** The tables that have lost rows, or have too many: told by counting every row, letting others go first in between. */
export async function miscountedTables(
  db: NotebookDatabase,
  giveWay: () => Promise<void>,
): Promise<TableName[]> {
  const miscounted: TableName[] = []
  for (const table of TABLE_NAMES) {
    if (await isMiscounted(db, table)) miscounted.push(table)
    await giveWay()
  }
  return miscounted
}

/** Told within one transaction, so that no edit comes in between the rows and what is known of them. */
function isMiscounted(db: NotebookDatabase, table: TableName): Promise<boolean> {
  return db.transaction('r', [db.meta, db.rows(table)], async () => {
    const [meta, rows] = await Promise.all([db.meta.get('index'), db.rows(table).count()])
    return rows !== (meta?.rowCounts[table] ?? 0)
  })
}
