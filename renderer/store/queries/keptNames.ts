import type { KeptRecord } from '#shared/changes/invert'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** The customers among the records that an undo left as they are, by name and in alphabetical order. */
export async function keptNames(db: NotebookDatabase, kept: readonly KeptRecord[]): Promise<string[]> {
  const ids = kept.filter(({ table }) => table === 'customers').map(({ id }) => id)
  const rows = await db.rows('customers').bulkGet([...new Set(ids)])
  const found = liveRecords(
    'customers',
    rows.filter((row) => row !== undefined),
  )
  return found.map(({ name }) => name).sort((a, b) => a.localeCompare(b))
}
