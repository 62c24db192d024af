import type { LoggedChange } from '#shared/changes/changeLog'
import { loadSearchIndex, type SearchIndex } from '#shared/search/searchIndex'
import type { NotebookDatabase, SearchRow } from '../store/database'

/** One part: small enough that no answer waits long for a part to be written, or sealed. */
const PART_BYTES = 4 * 1024 * 1024
/** With more entries since it was kept, to read everybody again is no slower than to read the log. */
const MOST_ENTRIES = 2000
/** Log rows read at a time: those of an import have up to two thousand changes. */
const LOG_ROWS = 20

/** Tables whose records are found under their customer. */
export const SEARCHED_TABLES: ReadonlySet<string> = new Set(['people', 'facts', 'interactions'])

/** A search that was kept, and whom it has to read again. */
export interface KeptSearch {
  readonly index: SearchIndex
  /** Customers that were touched since. */
  readonly touched: ReadonlySet<string>
}

/**
 * The search as it was kept; undefined where none was, where it is not whole, is of another version, lacks (or has) the
 * sounds of names, knows more than the index does, or is too old to be worth it.
 */
export async function readKeptSearch(
  db: NotebookDatabase,
  isSpelled: boolean,
): Promise<KeptSearch | undefined> {
  const rows = await db.keptSearch.orderBy('key').toArray()
  const [first] = rows
  const lastSeq = (await db.meta.get('index'))?.lastSeq ?? 0
  if (first === undefined || rows.length !== first.parts || first.isSpelled !== isSpelled) return undefined
  if (first.seq > lastSeq || rows.some(({ seq }) => seq !== first.seq)) return undefined
  const touched = await touchedSince(db, first.seq)
  const index = touched && loadSearchIndex(joined(rows))
  return index === undefined || touched === undefined ? undefined : { index, touched }
}

/** Keeps a search that holds everything up to `seq`, in the place of the one before, all of it or nothing. */
export async function writeKeptSearch(
  db: NotebookDatabase,
  bytes: Uint8Array,
  kept: { readonly seq: number; readonly isSpelled: boolean },
): Promise<void> {
  const parts = Math.ceil(bytes.length / PART_BYTES)
  await db.transaction('rw', db.keptSearch, async () => {
    await db.keptSearch.clear()
    for (let part = 0; part < parts; part += 1) {
      const key = String(part).padStart(6, '0')
      // A copy: a part of a larger buffer would be stored with all of it.
      const own = bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES)
      await db.keptSearch.add({ key, ...kept, parts, bytes: own })
    }
  })
}

function joined(rows: readonly SearchRow[]): Uint8Array {
  const all = new Uint8Array(rows.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let next = 0
  for (const { bytes } of rows) {
    all.set(bytes, next)
    next += bytes.length
  }
  return all
}

/** The customers whose words an entry behind `seq` has changed; undefined where there are too many entries. */
async function touchedSince(db: NotebookDatabase, seq: number): Promise<Set<string> | undefined> {
  const log = () => db.changeLog.where('seq').above(seq)
  const keys = await log().primaryKeys()
  if (keys.length > MOST_ENTRIES) return undefined
  const touched = new Set<string>()
  for (let start = 0; start < keys.length; start += LOG_ROWS) {
    const rows = await db.changeLog.bulkGet(keys.slice(start, start + LOG_ROWS))
    const changes = rows.flatMap((row) => row?.changes ?? [])
    for (const id of await customersOf(db, changes)) touched.add(id)
  }
  return touched
}

async function customersOf(db: NotebookDatabase, changes: readonly LoggedChange[]): Promise<string[]> {
  const found: string[] = []
  const byTable = new Map<LoggedChange['table'], string[]>()
  for (const { table, id, before } of changes) {
    if (table === 'customers') found.push(id)
    if (!SEARCHED_TABLES.has(table)) continue
    const ofTable = byTable.get(table)
    if (ofTable === undefined) byTable.set(table, [id])
    else ofTable.push(id)
    // It stood on another page before.
    if (before?.customerId !== undefined) found.push(String(before.customerId))
  }
  for (const [table, ids] of byTable)
    for (const row of await db.rows(table).bulkGet(ids))
      if (row !== undefined) found.push(String((row.body as { customerId?: unknown }).customerId))
  return found
}
