import Dexie from 'dexie'
import { groupedBy } from '#shared/grouping/groupedBy'
import type { RecordOf, TableName } from '#shared/records/tables'
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

/** Customers whose ids follow on one another in the store; newer ones may have come in between. */
export type Neighbours = readonly string[]

/**
 * Everybody, tombstones too, in blocks of neighbours, those written down last first: a block is read in a few requests,
 * and as many customers from all over the store in one or more each.
 */
export async function blocksOfNeighbours(db: NotebookDatabase, size: number): Promise<Neighbours[]> {
  const ids = await db.rows('customers').orderBy('id').primaryKeys()
  const blocks: Neighbours[] = []
  for (let start = 0; start < ids.length; start += size) blocks.push(ids.slice(start, start + size))
  return blocks.reverse()
}

/** How customers that are read together stand in the store: next to each other, or anywhere. */
export type Standing = 'neighbours' | 'scattered'

/** Fewer than these are as well looked for one by one. */
const FEW = 20

/** How some customers stand, given in the order of their ids: neighbours if there are few others between them. */
export async function standingOf(db: NotebookDatabase, ids: readonly string[]): Promise<Standing> {
  const [first, last] = [ids[0], ids.at(-1)]
  if (first === undefined || last === undefined || ids.length < FEW) return 'scattered'
  const between = await db.rows('customers').where(':id').between(first, last, true, true).count()
  return between <= 2 * ids.length ? 'neighbours' : 'scattered'
}

/** The rows of neighbours themselves. */
export function rowsOfNeighbours(db: NotebookDatabase, block: Neighbours): PromiseLike<Row[]> {
  const [first, last] = [block[0], block.at(-1)]
  if (first === undefined || last === undefined) return Promise.resolve([])
  return db.rows('customers').where(':id').between(first, last, true, true).toArray()
}

/** The live records of a table that belong to neighbours, by customer. */
export async function recordsOfNeighbours<T extends CustomerTable>(
  db: NotebookDatabase,
  table: T,
  block: Neighbours,
): Promise<ReadonlyMap<string, RecordOf<T>[]>> {
  const [first, last] = [block[0], block.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const rows = await rowsBetween(db, table, indexOf(table), { from: first, to: last })
  return groupByCustomer(liveRecords(table, rows))
}

/** Customers by the ends of their ids, both included. */
export interface IdRange {
  readonly from: string
  readonly to: string
}

/** Rows of customers who follow on one another, by an index of the customer alone or of one and something else. */
export function rowsBetween(
  db: NotebookDatabase,
  table: TableName,
  index: string,
  { from, to }: IdRange,
): PromiseLike<Row[]> {
  const rows = db.rows(table).where(index)
  if (index === 'customerId') return rows.between(from, to, true, true).toArray()
  return rows.between([from, Dexie.minKey], [to, Dexie.maxKey], true, true).toArray()
}

/** Records by their customer, in the order in which they came; those of nobody are left out. */
export function groupByCustomer<T extends { readonly customerId?: string | undefined }>(
  records: readonly T[],
): Map<string, T[]> {
  return groupedBy(records, ({ customerId }) => customerId)
}

function rowsOf(db: NotebookDatabase, table: CustomerTable, ids: readonly string[]): Promise<Row[]> {
  const index = indexOf(table)
  if (index === 'customerId') return db.rows(table).where(index).anyOf(ids).toArray()
  const ranges = [...ids].sort().map((id) => [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ])
  return db
    .rows(table)
    .where(index)
    .inAnyRange(ranges as [unknown, unknown][])
    .toArray()
}

/** The index by which the records of a customer are found. */
function indexOf(table: CustomerTable): string {
  return isTimed(table) ? `[customerId+${TIME_KEYS[table]}]` : 'customerId'
}

function isTimed(table: CustomerTable): table is keyof typeof TIME_KEYS {
  return Object.hasOwn(TIME_KEYS, table)
}
