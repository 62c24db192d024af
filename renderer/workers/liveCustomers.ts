import type { Change } from '#shared/changes/changeSet'
import type { NotebookDatabase } from '../store/database'
import { liveCustomersByIndex } from '../store/queries/customers'

/** How many customers there are after changes of which each came in once; unknown stays unknown. */
export function liveCustomersAfter(
  count: number | undefined,
  changes: readonly Change[],
): number | undefined {
  if (count === undefined) return undefined
  return changes
    .filter(({ table }) => table === 'customers')
    .reduce((sum, change) => sum + Number(isLive(change)) - Number(wasLive(change)), count)
}

/** Counts the customers where their number is not known: by their index, which takes seconds for very many. */
export async function countLiveCustomers(db: NotebookDatabase): Promise<void> {
  await db.transaction('rw', [db.rows('customers'), db.meta], async () => {
    const meta = await db.meta.get('index')
    if (meta === undefined || meta.liveCustomers !== undefined) return
    await db.meta.put({ ...meta, liveCustomers: await liveCustomersByIndex(db) })
  })
}

function isLive({ after }: Change): boolean {
  return after.deletedAt === undefined
}

function wasLive(change: Change): boolean {
  const { before, added = [] } = change
  if (before === undefined) return false
  if (added.includes('deletedAt')) return true
  return 'deletedAt' in before ? before.deletedAt === undefined : isLive(change)
}
