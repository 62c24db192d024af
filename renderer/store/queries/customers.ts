import type { NotebookDatabase } from '../database'

/** How many live customers there are. Tombstones carry no index keys, so the index counts only the living. */
export function countCustomers(db: NotebookDatabase): Promise<number> {
  return db.rows('customers').orderBy('updatedAt').count()
}
