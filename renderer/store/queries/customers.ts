import type { NotebookDatabase } from '../database'

/**
 * How many customers there are that are not deleted. The worker keeps their number with the index, since to count very many
 * holds up the store for seconds; only where it is not known yet are they counted here.
 */
export async function countCustomers(db: NotebookDatabase): Promise<number> {
  const meta = await db.meta.get('index')
  return meta?.liveCustomers ?? liveCustomersByIndex(db)
}

/** The same by counting. Tombstones carry no index keys, so the index has only the living. */
export function liveCustomersByIndex(db: NotebookDatabase): Promise<number> {
  return db.rows('customers').orderBy('updatedAt').count()
}
