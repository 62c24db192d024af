import Dexie from 'dexie'
import type { LooseRecord } from '#shared/changes/changeSet'
import { isLater, type LaterRecord, laterRecords } from '#shared/merging/laterRecords'
import type { Page } from '#shared/merging/mergeChanges'
import { CUSTOMER_FIELDS, PAGE_TABLES, type PageRecord } from '#shared/merging/references'
import type { UnmergeRequest } from '#shared/merging/unmergeChanges'
import type { Merge } from '#shared/records/merge'
import type { TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords, type Row } from '../rows'

/** Tables whose customer is the first part of a longer key. */
const SECOND_KEY: { readonly [T in TableName]?: string } = {
  engagements: 'at',
  interactions: 'at',
  orders: 'on',
  payments: 'on',
  quotes: 'on',
  samples: 'on',
  stageMoves: 'at',
}

/** A live customer with every record that names it; undefined when there is none by this id any more. */
export async function readPage(db: NotebookDatabase, id: string): Promise<Page | undefined> {
  const row = await db.rows('customers').get(id)
  if (row === undefined || row.body.deletedAt !== undefined) return undefined
  const read = await Promise.all(
    PAGE_TABLES.map(async (table) => {
      const rows = await Promise.all(
        (CUSTOMER_FIELDS[table] ?? []).map((field) => namedBy(db, table, field, id)),
      )
      const distinct = new Map(rows.flat().map((each) => [each.id, each]))
      return liveRecords(table, [...distinct.values()]).map(
        (record): PageRecord => ({ table, record: record as unknown as LooseRecord }),
      )
    }),
  )
  return { customer: decodeRow('customers', row), records: read.flat() }
}

function namedBy(db: NotebookDatabase, table: TableName, field: string, id: string): PromiseLike<Row[]> {
  const second = SECOND_KEY[table]
  if (second === undefined) return db.rows(table).where(field).equals(id).toArray()
  return db
    .rows(table)
    .where(`[${field}+${second}]`)
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .toArray()
}

/** The merges into a page that still stand, oldest first. */
export async function standingMerges(db: NotebookDatabase, winnerId: string): Promise<Merge[]> {
  const rows = await db.rows('merges').where('winnerId').equals(winnerId).toArray()
  return liveRecords('merges', rows)
    .filter(({ unmergedAt }) => unmergedAt === undefined)
    .sort((a, b) => (isLater(a, b) ? 1 : -1))
}

/** What taking a merge apart is made from, and what has to be asked; undefined when it does not stand any more. */
export async function readUnmerge(
  db: NotebookDatabase,
  mergeId: string,
): Promise<{ readonly request: Omit<UnmergeRequest, 'given'>; readonly asked: LaterRecord[] } | undefined> {
  const row = await db.rows('merges').get(mergeId)
  if (row === undefined || row.body.deletedAt !== undefined) return undefined
  const merge = decodeRow('merges', row)
  const [winner, loser] = await db.rows('customers').bulkGet([merge.winnerId, merge.loserId])
  const page = await readPage(db, merge.winnerId)
  if (winner === undefined || loser === undefined || page === undefined) return undefined
  const later = (await standingMerges(db, merge.winnerId)).filter((each) => isLater(each, merge))
  return {
    request: {
      merge,
      winner: decodeRow('customers', winner),
      loser: decodeRow('customers', loser),
      later,
      records: await touchedRecords(db, merge),
    },
    asked: laterRecords(merge, later, page.records),
  }
}

/** The records that a merge touched and both sides of the people it put together, as they are now. */
async function touchedRecords(db: NotebookDatabase, merge: Merge): Promise<PageRecord[]> {
  const idsOf = new Map<TableName, string[]>()
  const want = (table: TableName, id: string) => idsOf.set(table, [...(idsOf.get(table) ?? []), id])
  for (const { table, id } of merge.touched) want(table as TableName, id)
  for (const { winnerId, loser } of merge.people) {
    want('people', winnerId)
    want('people', loser.id)
  }
  const read = await Promise.all(
    [...idsOf].map(async ([table, ids]) =>
      (await db.rows(table).bulkGet(ids)).flatMap((row) =>
        row === undefined ? [] : [{ table, record: row.body }],
      ),
    ),
  )
  return read.flat()
}
