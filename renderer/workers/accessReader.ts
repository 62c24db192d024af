import { type AccessRecord, accessRecord, beginAccess, widenAccess } from '#shared/access/accessRecords'
import type { LooseRecord } from '#shared/changes/changeSet'
import type { ErasureSubject } from '#shared/erasing/request'
import { TABLE_NAMES, type TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'

const ROWS_AT_ONCE = 1_000

/** Everything that the index holds of a customer or a person, deleted records included, in the order of the tables. */
export async function readAccess(
  db: NotebookDatabase,
  subject: ErasureSubject,
): Promise<readonly AccessRecord[]> {
  const scope = beginAccess(subject)
  // Records name each other in any order: all are looked at until a whole round adds nothing.
  for (let isNew = true; isNew; ) {
    isNew = false
    for await (const { table, records } of allRecords(db)) {
      if (widenAccess(scope, table, records)) isNew = true
    }
  }
  const found: AccessRecord[] = []
  for await (const { table, records } of allRecords(db))
    found.push(...records.flatMap((record) => accessRecord(scope, table, record) ?? []))
  return found
}

async function* allRecords(
  db: NotebookDatabase,
): AsyncGenerator<{ readonly table: TableName; readonly records: readonly LooseRecord[] }> {
  for (const table of TABLE_NAMES) {
    for (let after = '', isMore = true; isMore; ) {
      const rows = await db.rows(table).where(':id').above(after).limit(ROWS_AT_ONCE).toArray()
      yield { table, records: rows.map(({ body }) => body) }
      after = rows.at(-1)?.id ?? after
      isMore = rows.length === ROWS_AT_ONCE
    }
  }
}
