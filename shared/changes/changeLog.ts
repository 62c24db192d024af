import type { TableName } from '../records/tables'
import type { Change, ChangeLabel, ChangeOrigin, ChangeSet, LooseRecord } from './changeSet'

/**
 * What the log keeps of one record's change: enough to take it back and to show a field's history, and for
 * a create only a fingerprint, since the record itself tells the rest.
 */
export interface LoggedChange {
  readonly table: TableName
  readonly id: string
  readonly before?: Readonly<Record<string, unknown>> | undefined
  readonly added?: readonly string[] | undefined
  /** The touched fields as the change left them; absent for a create. */
  readonly after?: Readonly<Record<string, unknown>> | undefined
  /** Of the whole record as created, `rev` apart; present for a create only. */
  readonly fingerprint?: string | undefined
}

/** A change-set as the log keeps it for ever. */
export interface LogEntry {
  readonly seq: number
  readonly id: string
  readonly label: ChangeLabel
  readonly origin: ChangeOrigin
  readonly deviceId: string
  readonly at: number
  readonly reverses?: string | undefined
  readonly changes: readonly LoggedChange[]
}

/** Reduces a journalled change-set to its log entry. */
export function toLogEntry(seq: number, set: ChangeSet): LogEntry {
  return {
    seq,
    id: set.id,
    label: set.label,
    origin: set.origin,
    deviceId: set.deviceId,
    at: set.at,
    ...(set.reverses === undefined ? {} : { reverses: set.reverses }),
    changes: set.changes.map(toLoggedChange),
  }
}

/** Reduces one change to what the log keeps of it. */
export function toLoggedChange(change: Change): LoggedChange {
  const { table, id } = change
  if (change.before === undefined) return { table, id, fingerprint: fingerprint(change.after) }
  const touched = [...Object.keys(change.before), ...(change.added ?? [])].filter((field) => field !== 'rev')
  const after = Object.fromEntries(
    touched.filter((field) => change.after[field] !== undefined).map((field) => [field, change.after[field]]),
  )
  return {
    table,
    id,
    before: change.before,
    ...(change.added === undefined ? {} : { added: change.added }),
    after,
  }
}

/** A 53-bit hash of a record's content, `rev` apart, independent of the order of its fields. */
export function fingerprint(record: LooseRecord): string {
  const { rev: _rev, ...content } = record
  return hash53(canonicalJson(content))
}

/** JSON with sorted keys and without `undefined`, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(withSortedKeys(value))
}

/** A copy: a replacer that `JSON.stringify` calls back for every value takes twice as long. */
function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withSortedKeys)
  const fields = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((key) => [key, withSortedKeys(fields[key])]),
  )
}

/** cyrb53: a small public-domain hash with good spread; it guards against accidents, not against attackers. */
function hash53(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
