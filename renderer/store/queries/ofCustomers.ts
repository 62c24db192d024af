import Dexie from 'dexie'
import type { Customer } from '#shared/records/customer'
import type { Interaction } from '#shared/records/interaction'
import type { RecordOf } from '#shared/records/tables'
import type { Order } from '#shared/records/trade'
import type { NotebookDatabase } from '../database'
import { liveRecords, type Row } from '../rows'
import { recordsById } from './lookups'

/** Some customers, without those that were deleted. */
export async function liveCustomers(db: NotebookDatabase, ids: readonly string[]): Promise<Customer[]> {
  return [...(await recordsById(db, 'customers', ids)).values()]
}

/** The orders of some customers. */
export async function ordersOf(db: NotebookDatabase, customerIds: readonly string[]): Promise<Order[]> {
  return liveRecords('orders', await inRanges(db, 'orders', '[customerId+on]', customerIds))
}

/** Everything that happened with some customers. */
export async function interactionsOf(
  db: NotebookDatabase,
  customerIds: readonly string[],
): Promise<Interaction[]> {
  return liveRecords('interactions', await inRanges(db, 'interactions', '[customerId+at]', customerIds))
}

/** What belongs to some customers, of a table that is indexed by customer alone. */
export async function belongingTo<T extends 'people' | 'promises' | 'consents' | 'enrolments' | 'touches'>(
  db: NotebookDatabase,
  table: T,
  customerIds: readonly string[],
): Promise<RecordOf<T>[]> {
  const rows = await db
    .rows(table)
    .where('customerId')
    .anyOf([...customerIds])
    .toArray()
  return liveRecords(table, rows)
}

/** One range of a compound index for each customer. */
async function inRanges(
  db: NotebookDatabase,
  table: 'orders' | 'interactions',
  index: string,
  customerIds: readonly string[],
): Promise<Row[]> {
  if (customerIds.length === 0) return []
  const ranges = [...customerIds].sort().map((id) => [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ])
  return db
    .rows(table)
    .where(index)
    .inAnyRange(ranges as [unknown, unknown][])
    .toArray()
}
