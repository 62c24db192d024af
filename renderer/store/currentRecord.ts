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

/** Merges that were made of merges are followed so far, which is farther than anybody goes. */
const MAX_MERGES = 20

/**
 * A customer or person as the index has it now; of one that was merged into another, the one that holds what it held.
 * Whoever kept an id from before the merge still finds the page.
 */
export async function livingRecord<T extends 'customers' | 'people'>(
  db: NotebookDatabase | undefined,
  table: T,
  id: string | undefined,
): Promise<RecordOf<T> | undefined> {
  let wanted = id
  for (let step = 0; wanted !== undefined && step <= MAX_MERGES; step += 1) {
    const row = await db?.rows(table).get(wanted)
    if (row === undefined) return undefined
    const record = decodeRow(table, row)
    if (record.deletedAt === undefined) return record
    wanted = record.mergedIntoId
  }
  return undefined
}
