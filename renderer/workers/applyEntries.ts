import Dexie, { type Table } from 'dexie'
import { type LoggedChange, toLogEntry } from '#shared/changes/changeLog'
import type { Change, ChangeSet } from '#shared/changes/changeSet'
import type { TableName } from '#shared/records/tables'
import type { IndexMeta, LogRow, NotebookDatabase } from '../store/database'
import { encodeRow, type Row } from '../store/rows'
import { LOG_TABLE, META_TABLE } from '../store/schemaVersions'
import { liveCustomersAfter } from './liveCustomers'

/** A journalled change-set with its number, or a number that carries no change. */
export interface Applicable {
  readonly seq: number
  readonly set: ChangeSet | undefined
  /** How many entries up to this one the journal could not give. */
  readonly lost?: number | undefined
}

/**
 * Writes consecutive entries, their log rows and the new `lastSeq` in one transaction: all of it stands or none.
 * Entries that were applied before are passed over, so that a replay may overlap. Returns the new meta.
 */
export async function applyEntries(db: NotebookDatabase, entries: readonly Applicable[]): Promise<IndexMeta> {
  const tables = new Set(entries.flatMap(({ set }) => set?.changes.map((change) => change.table) ?? []))
  return db.transaction('rw', [...tables, LOG_TABLE, META_TABLE], async () => {
    const meta = await db.meta.get('index')
    if (meta === undefined) throw new Error('index without meta')
    const fresh = entries.filter((entry) => entry.seq > meta.lastSeq)
    if (fresh.length === 0) return meta
    const changes = fresh.flatMap(({ set }) => set?.changes ?? [])
    const counts = await writeRows(db, changes, meta.rowCounts)
    await db.changeLog.bulkPut(fresh.flatMap(logRows))
    const lost = fresh.reduce((sum, entry) => sum + (entry.lost ?? 0), meta.lostEntries ?? 0)
    const next: IndexMeta = {
      ...meta,
      lastSeq: Math.max(...fresh.map((entry) => entry.seq)),
      rowCounts: counts,
      liveCustomers: liveCustomersAfter(meta.liveCustomers, changes),
      ...(lost === 0 ? {} : { lostEntries: lost }),
    }
    await db.meta.put(next)
    return next
  })
}

/**
 * Writes entries whose end is still to come: rows, log and counts, but not how far the index has followed. Applying
 * them again later gives the same rows.
 */
export async function applyPart(db: NotebookDatabase, entries: readonly Applicable[]): Promise<void> {
  const changes = entries.flatMap(({ set }) => set?.changes ?? [])
  const tables = new Set(changes.map((change) => change.table))
  await db.transaction('rw', [...tables, LOG_TABLE, META_TABLE], async () => {
    const meta = await db.meta.get('index')
    if (meta === undefined) throw new Error('index without meta')
    const rowCounts = await writeRows(db, changes, meta.rowCounts)
    await db.changeLog.bulkPut(entries.flatMap(logRows))
    // Should the end never come, what is applied again would be counted twice.
    await db.meta.put({ ...meta, rowCounts, liveCustomers: undefined })
  })
}

async function writeRows(
  db: NotebookDatabase,
  changes: readonly Change[],
  counts: IndexMeta['rowCounts'],
): Promise<IndexMeta['rowCounts']> {
  const next: Partial<Record<TableName, number>> = { ...counts }
  for (const [table, ofTable] of changesByTable(changes)) {
    const rows = db.rows(table)
    // The last state of each record wins; ids that were not there yet make the table grow.
    const last = new Map(ofTable.map((change) => [change.id, encodeRow(table, change.after)]))
    const created = new Set(ofTable.filter(({ before }) => before === undefined).map(({ id }) => id))
    const all = [...last.values()]
    next[table] =
      (next[table] ?? 0) +
      (await addRows(
        rows,
        all.filter(({ id }) => created.has(id)),
      ))
    await rows.bulkPut(all.filter(({ id }) => !created.has(id)))
  }
  return next
}

/**
 * Puts rows that should be new, and answers how many of them were. To let the store refuse the others costs nothing
 * where there are none; to look for them first costs a read of each.
 */
async function addRows(rows: Table<Row, string>, added: readonly Row[]): Promise<number> {
  try {
    await rows.bulkAdd(added)
    return added.length
  } catch (fault) {
    if (!(fault instanceof Dexie.BulkError) || !fault.failures.every(isKnownKey)) throw fault
    const known = Object.keys(fault.failuresByPos).flatMap((place) => added[Number(place)] ?? [])
    await rows.bulkPut(known)
    return added.length - known.length
  }
}

function isKnownKey(fault: Error): boolean {
  return fault.name === 'ConstraintError'
}

function changesByTable(changes: readonly Change[]): Map<TableName, Change[]> {
  const byTable = new Map<TableName, Change[]>()
  for (const change of changes) {
    const ofTable = byTable.get(change.table)
    if (ofTable === undefined) byTable.set(change.table, [change])
    else ofTable.push(change)
  }
  return byTable
}

function logRows({ seq, set }: Applicable): LogRow[] {
  if (set === undefined) return []
  const entry = toLogEntry(seq, set)
  return [{ ...entry, key: logKey(seq, 0), recordIds: loggedIds(entry.changes) }]
}

/**
 * Only edits are looked up by record; a create's history is the record itself. The record of an import is looked up
 * as well, since it is by this that its change-set is found and taken back later.
 */
function loggedIds(changes: readonly LoggedChange[]): string[] {
  const lookedUp = changes.filter(({ before, table }) => before !== undefined || table === 'imports')
  return [...new Set(lookedUp.map(({ id }) => id))]
}

/** The key of a log row; those of one journal sort like the numbers they are made of. */
export function logKey(seq: number, part: number): string {
  return `${String(seq).padStart(12, '0')}-${String(part).padStart(6, '0')}`
}
