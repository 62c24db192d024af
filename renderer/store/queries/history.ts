import type { ChangeLabel, ChangeOrigin } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../database'

/** One field that changed, with what it was and what it became. */
export interface FieldChange {
  readonly table: TableName
  readonly recordId: string
  readonly field: string
  /** Of a value of an own field: the field's id. `field` is then `custom`. */
  readonly own?: string
  readonly was: unknown
  readonly became: unknown
}

/** One change-set as far as it touched the asked records. */
export interface HistoryEntry {
  readonly key: string
  readonly at: number
  readonly label: ChangeLabel
  /** An undo bears the label of what it takes back. */
  readonly origin: ChangeOrigin
  readonly fields: readonly FieldChange[]
}

/** Fields that the machinery sets and nobody asks about. */
const MACHINERY: ReadonlySet<string> = new Set(['rev', 'updatedAt', 'schema'])

/** `personIds`, `customerId`: which records belong together is told by the label, not by their ids. */
const NAMES_OTHERS = /Ids?$/

/** What became of some records over time, the newest first. Creates are not listed: the record itself tells them. */
export async function historyOf(db: NotebookDatabase, recordIds: readonly string[]): Promise<HistoryEntry[]> {
  const asked = new Set(recordIds)
  const rows = await db.changeLog
    .where('recordIds')
    .anyOf([...asked])
    .distinct()
    .toArray()
  return rows
    .sort((a, b) => b.seq - a.seq)
    .map((row) => ({
      key: row.key,
      at: row.at,
      label: row.label,
      origin: row.origin,
      fields: row.changes
        .filter((change) => asked.has(change.id) && change.before !== undefined)
        .flatMap((change) =>
          [...Object.keys(change.before ?? {}), ...(change.added ?? [])]
            .filter((field) => !MACHINERY.has(field) && !NAMES_OTHERS.test(field))
            .map((field) => ({
              table: change.table,
              recordId: change.id,
              field,
              was: change.before?.[field],
              became: change.after?.[field],
            }))
            .flatMap(eachOwnValue),
        ),
    }))
}

/** Values of own fields are kept in one field of the record: each that changed is a change of its own. */
function eachOwnValue(change: FieldChange): FieldChange[] {
  if (change.field !== 'custom') return [change]
  const was = (change.was ?? {}) as Readonly<Record<string, unknown>>
  const became = (change.became ?? {}) as Readonly<Record<string, unknown>>
  return [...new Set([...Object.keys(was), ...Object.keys(became)])]
    .filter((id) => was[id] !== became[id])
    .map((id) => ({ ...change, own: id, was: was[id], became: became[id] }))
}
