import type { RecordOf, TableName } from '#shared/records/tables'
import type { NotebookDatabase } from './database'
import { decodeRow } from './rows'

/** A live record as the index has it now. */
export async function currentRecord<T extends TableName>(
  db: NotebookDatabase | undefined,
  table: T,
  id: string,
): Promise<RecordOf<T> | undefined> {
  const row = await db?.rows(table).get(id)
  const record = row === undefined ? undefined : decodeRow(table, row)
  return record?.deletedAt === undefined ? record : undefined
}
