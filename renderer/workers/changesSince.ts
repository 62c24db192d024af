import type { LoggedChange } from '#shared/changes/changeLog'
import { groupedBy } from '#shared/grouping/groupedBy'
import type { TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'

/** With more rows to read again than this, to read everybody is as well. */
const MOST_ROWS = 2000
/** Log rows read at a time: those of an import have up to a thousand changes. */
const LOG_ROWS = 20

/**
 * What entries behind `seq` have changed, some at a time, for whoever kept something and brings it up to date; undefined
 * where there are too many entries to read. A record's rows tell how it stands now.
 */
export async function changesSince(
  db: NotebookDatabase,
  seq: number,
): Promise<AsyncIterable<readonly LoggedChange[]> | undefined> {
  const keys = await db.changeLog.where('seq').above(seq).primaryKeys()
  return keys.length > MOST_ROWS ? undefined : inPortions(db, keys)
}

async function* inPortions(
  db: NotebookDatabase,
  keys: readonly string[],
): AsyncGenerator<readonly LoggedChange[]> {
  for (let start = 0; start < keys.length; start += LOG_ROWS) {
    const rows = await db.changeLog.bulkGet(keys.slice(start, start + LOG_ROWS))
    yield rows.flatMap((row) => row?.changes ?? [])
  }
}

/** A change with what stood in the changed fields before, and the record as it stands now. */
export interface StandingChange {
  readonly table: TableName
  readonly id: string
  readonly before?: Readonly<Record<string, unknown>> | undefined
  readonly after: Readonly<Record<string, unknown>>
}

/** Reads how the records of some logged changes stand now; one that is gone has nothing but its id. */
export async function asTheyStand(
  db: NotebookDatabase,
  changes: readonly LoggedChange[],
): Promise<readonly StandingChange[]> {
  const byTable = groupedBy(changes, ({ table }) => table)
  const standing: StandingChange[] = []
  for (const [table, ofTable] of byTable) {
    const rows = await db.rows(table).bulkGet(ofTable.map(({ id }) => id))
    for (const [place, { id, before }] of ofTable.entries())
      standing.push({ table, id, before, after: rows[place]?.body ?? { id } })
  }
  return standing
}
