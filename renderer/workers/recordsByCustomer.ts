import Dexie from 'dexie'
import { groupedBy } from '#shared/grouping/groupedBy'
import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'
import { liveRecords, type Row } from '../store/rows'

/** Tables that are indexed by customer and day or instant; the others by customer alone. */
const TIME_KEYS = {
  engagements: 'at',
  interactions: 'at',
  quotes: 'on',
  orders: 'on',
  samples: 'on',
  stageMoves: 'at',
} as const

/** Tables whose records belong to a customer and can be read by it. */
export type CustomerTable =
  | keyof typeof TIME_KEYS
  | 'appointments'
  | 'attachments'
  | 'consents'
  | 'enrolments'
  | 'facts'
  | 'memberships'
  | 'people'
  | 'promises'
  | 'touches'

/** The live records of a table that belong to some customers, by customer. */
export async function recordsByCustomer<T extends CustomerTable>(
  db: NotebookDatabase,
  table: T,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordOf<T>[]>> {
  if (ids.length === 0) return new Map()
  return groupByCustomer(liveRecords(table, await rowsOf(db, table, ids)))
}

/** Records by their customer, in the order in which they came; those of nobody are left out. */
export function groupByCustomer<T extends { readonly customerId?: string | undefined }>(
  records: readonly T[],
): Map<string, T[]> {
  return groupedBy(records, ({ customerId }) => customerId)
}

function rowsOf(db: NotebookDatabase, table: CustomerTable, ids: readonly string[]): Promise<Row[]> {
  if (!isTimed(table)) return db.rows(table).where('customerId').anyOf(ids).toArray()
  const ranges = [...ids].sort().map((id) => [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ])
  return db
    .rows(table)
    .where(`[customerId+${TIME_KEYS[table]}]`)
    .inAnyRange(ranges as [unknown, unknown][])
    .toArray()
}

function isTimed(table: CustomerTable): table is keyof typeof TIME_KEYS {
  return Object.hasOwn(TIME_KEYS, table)
}
