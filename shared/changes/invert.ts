import type { AnyRecord } from '../records/record'
import type { TableName } from '../records/tables'
import { replaceFields } from './buildChange'
import { fingerprint, type LoggedChange } from './changeLog'
import type { Change, LooseRecord } from './changeSet'
import { sameValue } from './sameValue'

/** Looks up a record as it is now, tombstones included. */
export type CurrentRecord = (table: TableName, id: string) => LooseRecord | undefined

/** A record that undo left alone, since somebody has worked on it after the change being undone. */
export interface KeptRecord {
  readonly table: TableName
  readonly id: string
  readonly reason: 'editedSince' | 'usedSince'
}

export interface Inversion {
  readonly changes: readonly Change[]
  readonly kept: readonly KeptRecord[]
}

/**
 * The changes that take `changes` back, given the records as they are now. Fields return to their earlier
 * values, `updatedAt` included; a created record becomes a tombstone. A record edited since is kept whole and
 * listed. `usedSince(change)` may say that a created record is now referred to by newer ones: it is kept too.
 *
 * Inverting an undo gives its redo by the same rule.
 */
export function invertChanges(
  changes: readonly LoggedChange[],
  current: CurrentRecord,
  at: number,
  usedSince: (change: LoggedChange) => boolean = () => false,
): Inversion {
  const inverted: Change[] = []
  const kept: KeptRecord[] = []
  // Back to front, so that two changes of one record in one set meet each other's results.
  const pending = new Map<string, LooseRecord>()
  for (const change of [...changes].reverse()) {
    const key = `${change.table}/${change.id}`
    const now = pending.get(key) ?? current(change.table, change.id)
    if (now === undefined || !standsAsLeft(change, now)) {
      kept.push({ table: change.table, id: change.id, reason: 'editedSince' })
      continue
    }
    if (change.before === undefined && usedSince(change)) {
      kept.push({ table: change.table, id: change.id, reason: 'usedSince' })
      continue
    }
    const back = replaceFields(change.table, now as unknown as AnyRecord, earlierFields(change, at))
    pending.set(key, back.after)
    inverted.push(back)
  }
  return { changes: inverted, kept }
}

/** The fields to set so that the change is gone. */
function earlierFields(change: LoggedChange, at: number): Record<string, unknown> {
  if (change.before === undefined) return { deletedAt: at }
  const fields: Record<string, unknown> = { ...change.before }
  for (const field of change.added ?? []) fields[field] = undefined
  delete fields.rev
  return fields
}

/** Whether every field that the change touched still has the value it gave. */
function standsAsLeft(change: LoggedChange, now: LooseRecord): boolean {
  if (change.before === undefined) return fingerprint(now) === change.fingerprint
  const touched = new Set([...Object.keys(change.before), ...(change.added ?? [])])
  touched.delete('rev')
  for (const field of touched) if (!sameValue(now[field], change.after?.[field])) return false
  return true
}
