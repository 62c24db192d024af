import { loadSearchIndex, type SearchIndex } from '#shared/search/searchIndex'
import type { NotebookDatabase } from '../store/database'
import { asTheyStand, changesSince } from './changesSince'
import { DOCUMENT_VERSION } from './customerDocument'
import { touchedCustomers } from './touchedCustomers'

/** One part: small enough that no answer waits long for a part to be written, or sealed. */
const PART_BYTES = 4 * 1024 * 1024
/** With more customers to read again than this, to read everybody is as well. */
const MOST_TOUCHED = 20_000

/** Between these are the keys of parts; facts are kept in the same store under others. */
const [FIRST_PART, BEHIND_PARTS] = ['0', ':'] as const

/** Tables whose records are found under their customer. */
export const SEARCHED_TABLES: ReadonlySet<string> = new Set(['people', 'facts', 'interactions'])

/** What a search holds. */
export interface KeptState {
  /** Everything up to this entry of the journal. */
  readonly seq: number
  /** Chinese names as they sound, too. */
  readonly isSpelled: boolean
}

/**
 * The search as it was kept, and the entry up to which it knows everything; undefined where none was, where it is not
 * whole, of another version, lacks (or has) the sounds of names, or knows more than the index does.
 */
export async function readKeptSearch(
  db: NotebookDatabase,
  isSpelled: boolean,
): Promise<{ readonly index: SearchIndex; readonly seq: number } | undefined> {
  const first = await db.keptSearch.get(partKey(0))
  const lastSeq = (await db.meta.get('index'))?.lastSeq ?? 0
  if (first === undefined || first.isSpelled !== isSpelled || first.documents !== DOCUMENT_VERSION)
    return undefined
  if (first.seq > lastSeq) return undefined
  const all = new Uint8Array(first.length)
  let next = 0
  // Part by part: all of them at once, and what they become, would be in memory together.
  for (let part = 0; next < all.length; part += 1) {
    const row = await db.keptSearch.get(partKey(part))
    if (row?.seq !== first.seq || row.bytes.length > all.length - next || row.bytes.length === 0)
      return undefined
    all.set(row.bytes, next)
    next += row.bytes.length
  }
  const index = loadSearchIndex(all)
  return index === undefined ? undefined : { index, seq: first.seq }
}

/** Keeps a search in the place of the one before, all of it or nothing. */
export async function writeKeptSearch(
  db: NotebookDatabase,
  bytes: Uint8Array,
  state: KeptState,
  partBytes = PART_BYTES,
): Promise<void> {
  await db.transaction('rw', db.keptSearch, async () => {
    await db.keptSearch.where(':id').between(FIRST_PART, BEHIND_PARTS).delete()
    for (let part = 0; part * partBytes < bytes.length; part += 1) {
      // A copy: a part of a larger buffer would be stored with all of it.
      const own = bytes.slice(part * partBytes, (part + 1) * partBytes)
      const told = { ...state, documents: DOCUMENT_VERSION, length: bytes.length }
      await db.keptSearch.add({ key: partKey(part), ...told, bytes: own })
    }
  })
}

/** The customers whose words an entry behind `seq` has changed; undefined where there are too many. */
export async function touchedSince(db: NotebookDatabase, seq: number): Promise<Set<string> | undefined> {
  const since = await changesSince(db, seq)
  if (since === undefined) return undefined
  const touched = new Set<string>()
  for await (const changes of since) {
    for (const id of touchedCustomers(await asTheyStand(db, changes), SEARCHED_TABLES)) touched.add(id)
    if (touched.size > MOST_TOUCHED) return undefined
  }
  return touched
}

/** Keys of parts sort like their numbers. */
function partKey(part: number): string {
  return String(part).padStart(6, '0')
}
