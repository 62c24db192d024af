import type { LooseRecord } from '../changes/changeSet'
import type { ErasureSubject } from '../erasing/request'
import { beginScope, type ErasureScope, isErased, scopeSize, widenScope } from '../erasing/scope'
import { PERSON_FIELDS } from '../merging/references'
import type { TableName } from '../records/tables'

/** What the log of exports calls it, and its two forms. */
export const ACCESS_SUBJECT = 'access'
export const ACCESS_FORMATS = ['html', 'json'] as const
export type AccessFormat = (typeof ACCESS_FORMATS)[number]

/** A record that tells of whoever asked. */
export interface AccessRecord {
  readonly table: TableName
  readonly record: LooseRecord
  /** It tells of others, too: what concerns only them is to be left out before it is handed over. */
  readonly alsoOthers: boolean
}

/** Who asks, and what is known to belong to them so far. */
export type AccessScope = ErasureScope

/** The scope before any record was looked at: a customer's whole page, or one person. */
export function beginAccess(subject: ErasureSubject): AccessScope {
  return beginScope(subject)
}

/** Looks at some records; true while there was something new in them, so that all must be looked at once more. */
export function widenAccess(scope: AccessScope, table: TableName, records: readonly LooseRecord[]): boolean {
  const before = scopeSize(scope)
  for (const record of records) widenScope(scope, table, record)
  return scopeSize(scope) > before
}

/**
 * What a record of a whole scope is to whoever asked; undefined where it is none of theirs. What would go with an
 * erasure is theirs; a talk or paper that names a person among others is told as well, and marked.
 */
export function accessRecord(
  scope: AccessScope,
  table: TableName,
  record: LooseRecord,
): AccessRecord | undefined {
  if (isErased(scope, record.id)) return { table, record, alsoOthers: false }
  const names = (PERSON_FIELDS[table] ?? []).some((field) => {
    const value = record[field]
    const ids = Array.isArray(value) ? value : [value]
    return ids.some((id) => typeof id === 'string' && scope.personIds.has(id))
  })
  return names ? { table, record, alsoOthers: true } : undefined
}
