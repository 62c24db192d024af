import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { SCHEMA_VERSION } from '#shared/records/record'
import { NotebookDatabase } from '../../../renderer/store/database'
import { SCHEMA_STORES } from '../../../renderer/store/schemaVersions'
import { applyEntries } from '../../../renderer/workers/applyEntries'
import type { OpenIndexRequest } from '../../../renderer/workers/notebookProtocol'
import { NewerIndexError, openIndex } from '../../../renderer/workers/openIndex'
import { dumpOf, entry, forgetAllIndexes, newProduct } from '../indexFixture'

const OLD = 'orchard-g1-old'
const NEW = 'orchard-g1-new'
const open: NotebookDatabase[] = []

afterEach(async () => {
  vi.restoreAllMocks()
  for (const db of open.splice(0)) db.close()
  await forgetAllIndexes()
})

/** An index of one product, as the last run left it. */
async function leaveOldIndex(meta: { generation: number; lastSeq: number } | undefined): Promise<unknown> {
  const db = new NotebookDatabase(OLD)
  await db.open()
  if (meta !== undefined) {
    await db.meta.put({ key: 'index', generation: meta.generation, lastSeq: meta.lastSeq - 1, rowCounts: {} })
    await applyEntries(db, [entry(meta.lastSeq, [newProduct(1)])])
  }
  const dump = await dumpOf(db)
  db.close()
  return dump
}

async function ask(request: Partial<OpenIndexRequest>) {
  const opened = await openIndex({ generation: 1, lastSeq: 5, databaseName: OLD, ...request }, () => NEW)
  open.push(opened.db)
  return opened
}

const asLeft = { generation: 1, lastSeq: 5 }

test('an index that stands where the journal stands is used as it is', async () => {
  await leaveOldIndex(asLeft)
  const { answer, db } = await ask({})
  expect(answer).toEqual({ databaseName: OLD, appliedSeq: 5 })
  expect(await db.rows('products').count()).toBe(1)
})

test('an index that is behind is used, and says where replay begins', async () => {
  await leaveOldIndex(asLeft)
  expect((await ask({ lastSeq: 9 })).answer).toEqual({ databaseName: OLD, appliedSeq: 5 })
})

test('an index that is ahead holds what the journal has lost: it is used, and says how far it is', async () => {
  await leaveOldIndex({ generation: 1, lastSeq: 6 })
  expect((await ask({})).answer).toEqual({ databaseName: OLD, appliedSeq: 6 })
})

test.each([
  [
    'of a notebook that never held anything, it is the first',
    undefined,
    { databaseName: '', lastSeq: 0 },
    'first',
  ],
  ['named by nobody although there is a journal, it is missing', undefined, { databaseName: '' }, 'missing'],
  ['that the browser engine emptied, it is empty', 'wiped' as const, {}, 'empty'],
  ['of another generation', { generation: 1, lastSeq: 5 }, { generation: 2 }, 'generation'],
])('in place of an index %s a new one is begun', async (_title, left, request, rebuild) => {
  const before = left === undefined ? undefined : await leaveOldIndex(left === 'wiped' ? undefined : left)
  const { answer, db } = await ask(request)
  expect(answer).toEqual({ databaseName: NEW, appliedSeq: 0, rebuild })
  const generation = (request as Partial<OpenIndexRequest>).generation ?? 1
  expect(await db.meta.get('index')).toEqual({
    key: 'index',
    generation,
    lastSeq: 0,
    rowCounts: {},
    liveCustomers: 0,
  })
  if (before === undefined) return
  const old = new NotebookDatabase(OLD)
  open.push(old)
  expect(await dumpOf((await old.open()) as NotebookDatabase)).toEqual(before)
})

test('a database that was deleted behind our back is an empty one', async () => {
  expect((await ask({})).answer).toEqual({ databaseName: NEW, appliedSeq: 0, rebuild: 'empty' })
})

test('a store that opens at the third try is used', async () => {
  await leaveOldIndex(asLeft)
  const reallyOpen = Dexie.prototype.open
  let tries = 0
  vi.spyOn(Dexie.prototype, 'open').mockImplementation(function (this: Dexie) {
    tries += 1
    return tries < 3 ? (Promise.reject(new Error('backing store')) as never) : reallyOpen.call(this)
  })
  expect((await ask({})).answer).toEqual({ databaseName: OLD, appliedSeq: 5 })
})

test('a store that never opens is damaged', async () => {
  await leaveOldIndex(asLeft)
  const reallyOpen = Dexie.prototype.open
  vi.spyOn(Dexie.prototype, 'open').mockImplementation(function (this: Dexie) {
    return this.name === OLD ? (Promise.reject(new Error('backing store')) as never) : reallyOpen.call(this)
  })
  expect((await ask({})).answer).toEqual({ databaseName: NEW, appliedSeq: 0, rebuild: 'damaged' })
})

/** The database as a later version leaves it, with a row in it. */
async function leaveNewerIndex(stores: Readonly<Record<string, string>>): Promise<unknown> {
  const newer = new Dexie(OLD)
  newer.version(SCHEMA_VERSION + 1).stores(stores)
  await newer.open()
  await newer.table('products').put({ id: 'x' })
  newer.close()
  return contentOf(OLD)
}

/** Version, stores and rows, read without any schema of ours. */
async function contentOf(name: string): Promise<unknown> {
  const raw = new Dexie(name)
  await raw.open()
  const tables = await Promise.all(raw.tables.map(async (table) => [table.name, await table.toArray()]))
  const content = { version: raw.backendDB().version, tables }
  raw.close()
  return content
}

test('a database of a newer Orchard is refused and left as it is', async () => {
  const before = await leaveNewerIndex({ ...SCHEMA_STORES.get(SCHEMA_VERSION), inventions: 'id' })
  await expect(ask({})).rejects.toThrow(NewerIndexError)
  expect(await contentOf(OLD)).toEqual(before)
  expect(await Dexie.getDatabaseNames()).toEqual([OLD])
})

test('an index of schema version 1 is opened as it is and has the new stores', async () => {
  const older = new Dexie(OLD)
  older.version(1).stores({ ...SCHEMA_STORES.get(1) })
  await older.open()
  await older.table('products').put({ id: 'x', body: { id: 'x' } })
  await older.table('meta').put({ key: 'index', generation: 1, lastSeq: 5, rowCounts: { products: 1 } })
  older.close()
  const { db, answer } = await ask({})
  expect(answer).toEqual({ databaseName: OLD, appliedSeq: 5 })
  expect(await db.rows('products').toArray()).toEqual([{ id: 'x', body: { id: 'x' } }])
  expect(await db.rows('engagements').count()).toBe(0)
  db.close()
})

test('a newer database that has dropped something is left as it is, too', async () => {
  const before = await leaveNewerIndex({ products: 'id', meta: 'key' })
  await expect(ask({})).rejects.toThrow(NewerIndexError)
  expect(await contentOf(OLD)).toEqual(before)
})
