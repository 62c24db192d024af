import Dexie from 'dexie'
import { SCHEMA_VERSION } from '#shared/records/record'
import { EMPTY_META, type IndexMeta, NotebookDatabase } from '../store/database'
import type { OpenIndexAnswer, OpenIndexRequest, RebuildReason } from './notebookProtocol'

export const INDEX_PREFIX = 'orchard-g'
const OPEN_TRIES = 3
/** Dexie stores its version times ten. */
const DEXIE_VERSION_FACTOR = 10

/** An index that was opened, and what the window must know about it. */
export interface OpenedIndex {
  readonly db: NotebookDatabase
  readonly answer: OpenIndexAnswer
}

/** The database was written by a newer Orchard; nothing of it may be touched. */
export class NewerIndexError extends Error {
  override readonly name = 'NewerIndexError'
}

/**
 * Opens the index that belongs to the journal's head, or a new one under a new name when the old one can't be
 * trusted: missing, emptied by the browser engine, or of another generation. The old one is never written to again
 * and never deleted here. One that is ahead of the journal is opened: the journal has lost what it holds.
 */
export async function openIndex(request: OpenIndexRequest, newName: () => string): Promise<OpenedIndex> {
  if (request.databaseName === '' || request.fresh === true)
    return createIndex(request, newName(), request.lastSeq === 0 ? 'first' : 'missing')
  const db = await openExisting(request.databaseName)
  if (db === undefined) return createIndex(request, newName(), 'damaged')
  const fault = await whyUntrusted(db, request)
  if (fault !== undefined) {
    db.close()
    return createIndex(request, newName(), fault.reason)
  }
  const meta = await db.meta.get('index')
  const lost = meta?.lostEntries === undefined ? {} : { lost: meta.lostEntries }
  return { db, answer: { databaseName: db.name, appliedSeq: meta?.lastSeq ?? 0, ...lost } }
}

/** Opens by name, several times: Chromium's backing store fails now and then after a crash. */
async function openExisting(name: string): Promise<NotebookDatabase | undefined> {
  // Dexie opens a newer schema without complaint and adds stores to it, so its version is looked at before. The last
  // digit is Dexie's own: it grows when stores are added within one version of ours.
  if (Math.floor((await storedVersion(name)) / DEXIE_VERSION_FACTOR) > SCHEMA_VERSION)
    throw new NewerIndexError('newer index')
  for (let attempt = 0; attempt < OPEN_TRIES; attempt += 1) {
    const db = new NotebookDatabase(name)
    try {
      await db.open()
    } catch {
      db.close()
      continue
    }
    return db
  }
  return undefined
}

/** The version a database was stored with, 0 when there is none or when nobody can tell. */
async function storedVersion(name: string): Promise<number> {
  try {
    const stored = await Dexie.dependencies.indexedDB.databases()
    return stored.find((database) => database.name === name)?.version ?? 0
  } catch {
    return 0
  }
}

async function whyUntrusted(
  db: NotebookDatabase,
  request: OpenIndexRequest,
): Promise<{ reason: RebuildReason } | undefined> {
  let meta: IndexMeta | undefined
  try {
    meta = await db.meta.get('index')
  } catch {
    return { reason: 'damaged' }
  }
  // A store that Chromium wiped opens empty and without a word: the missing meta row is the only sign.
  if (meta === undefined) return { reason: 'empty' }
  if (meta.generation !== request.generation) return { reason: 'generation' }
  return undefined
}

async function createIndex(
  request: OpenIndexRequest,
  name: string,
  rebuild: RebuildReason,
): Promise<OpenedIndex> {
  const db = new NotebookDatabase(name)
  await db.open()
  await db.meta.put({ ...EMPTY_META, generation: request.generation })
  return { db, answer: { databaseName: name, appliedSeq: 0, rebuild } }
}

/** Names of all indexes of ours, oldest generation first. */
export async function indexNames(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames()
  return names.filter((name) => name.startsWith(INDEX_PREFIX)).sort()
}
