import { type AnyRecord, type Origin, SCHEMA_VERSION } from '../records/record'
import type { RecordOf, TableName } from '../records/tables'
import type { Change, LooseRecord } from './changeSet'
import { sameValue } from './sameValue'

/** Fields that the change machinery sets itself. */
type Managed = 'schema' | 'rev' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'origin'

/** What a caller gives for a new record: everything but the managed fields. */
export type NewRecord<T extends TableName> = Omit<RecordOf<T>, Managed>

/** What a caller gives for an edit; `undefined` removes an optional field. */
export type Patch<T extends TableName> = { readonly [K in keyof NewRecord<T>]?: NewRecord<T>[K] | undefined }

/** Creates a record at `at` (epoch ms). Optional fields given as `undefined` are left out. */
export function createChange<T extends TableName>(
  table: T,
  record: NewRecord<T>,
  at: number,
  origin: Origin = 'person',
): Change {
  const after = { ...record, schema: SCHEMA_VERSION, rev: 1, createdAt: at, updatedAt: at, origin }
  return { table, id: record.id, after: withoutUndefined(after) }
}

/**
 * Edits a record as it is now. Returns `undefined` when the patch changes nothing, so that "save" on an
 * untouched form makes no history.
 */
export function updateChange<T extends TableName>(
  table: T,
  current: RecordOf<T>,
  patch: Patch<T>,
  at: number,
): Change | undefined {
  const touched = Object.entries(patch).filter(
    ([field, value]) => !sameValue((current as Record<string, unknown>)[field], value),
  )
  if (touched.length === 0) return undefined
  return replaceFields(table, current, { ...Object.fromEntries(touched), updatedAt: at })
}

/** Deletes a record by leaving a tombstone that undo can lift. */
export function deleteChange<T extends TableName>(table: T, current: RecordOf<T>, at: number): Change {
  return replaceFields(table, current, { deletedAt: at, updatedAt: at })
}

/**
 * Sets the given fields, `undefined` meaning "absent", and notes what they were. The one place where `rev`
 * grows and where `before` is made.
 */
export function replaceFields(
  table: TableName,
  current: AnyRecord,
  fields: Readonly<Record<string, unknown>>,
): Change {
  const old = current as unknown as Readonly<Record<string, unknown>>
  const before: Record<string, unknown> = {}
  const added: string[] = []
  for (const field of Object.keys(fields)) {
    if (old[field] === undefined) added.push(field)
    else before[field] = old[field]
  }
  const after = withoutUndefined({ ...old, ...fields, id: current.id, rev: current.rev + 1 })
  return { table, id: current.id, before, ...(added.length > 0 ? { added } : {}), after }
}

function withoutUndefined(record: Readonly<Record<string, unknown>>): LooseRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as LooseRecord
}
