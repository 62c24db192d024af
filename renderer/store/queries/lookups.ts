import type { Attachment } from '#shared/records/attachment'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'

/** Names of some fairs or products, in the given order; what is deleted is left out. */
export async function namesOf(
  db: NotebookDatabase,
  table: 'touchpoints' | 'products',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.rows(table).bulkGet([...ids])
  return rows.flatMap((row) => {
    const record = row === undefined ? undefined : decodeRow(table, row)
    return record === undefined || record.deletedAt !== undefined ? [] : [record.name]
  })
}

/** Some attachments, in the given order. */
export async function attachmentsById(db: NotebookDatabase, ids: readonly string[]): Promise<Attachment[]> {
  if (ids.length === 0) return []
  const rows = await db.rows('attachments').bulkGet([...ids])
  return liveRecords(
    'attachments',
    rows.flatMap((row) => (row === undefined ? [] : [row])),
  )
}

/** The live records of these ids, by id; however many, they are read at once. */
export async function recordsById<T extends TableName>(
  db: NotebookDatabase,
  table: T,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordOf<T>>> {
  if (ids.length === 0) return new Map()
  const rows = await db.rows(table).bulkGet([...new Set(ids)])
  const records = liveRecords(
    table,
    rows.flatMap((row) => (row === undefined ? [] : [row])),
  )
  return new Map(records.map((record) => [record.id, record]))
}
