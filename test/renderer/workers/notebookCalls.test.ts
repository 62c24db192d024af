import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { NotebookDatabase } from '../../../renderer/store/database'
import { setBytes } from '../../../renderer/store/setBytes'
import { createNotebookCalls } from '../../../renderer/workers/notebookCalls'
import { loadPinyin } from '../../../renderer/workers/pinyinSpelling'
import { testId } from '../../shared/changes/memoryNotebook'
import { entry, forgetAllIndexes, newProduct } from '../indexFixture'

const open: NotebookDatabase[] = []

afterEach(async () => {
  for (const db of open.splice(0)) db.close()
  await forgetAllIndexes()
})

function worker() {
  let tokens = 0
  return createNotebookCalls({
    newToken: () => `token${++tokens}`,
    newId: () => testId(900_000 + ++tokens),
    loadSpelling: loadPinyin,
    pause: async () => undefined,
  })
}

const nothingYet = { generation: 3, lastSeq: 0, databaseName: '' }

test('a new index is named by generation and token', async () => {
  expect(await worker().openIndex(nothingYet)).toEqual({
    databaseName: 'orchard-g3-token1',
    appliedSeq: 0,
    rebuild: 'first',
  })
})

test('rows that vanished without an error are found by counting', async () => {
  const calls = worker()
  const { databaseName } = await calls.openIndex(nothingYet)
  await calls.apply([{ seq: 1, set: setBytes(entry(1, [newProduct(1), newProduct(2)]).set) }])
  expect(await calls.verifyCounts()).toEqual({ damagedTables: [] })
  const db = new NotebookDatabase(databaseName)
  open.push(db)
  await db.open()
  await db.rows('products').limit(1).delete()
  expect(await calls.verifyCounts()).toEqual({ damagedTables: ['products'] })
})

test('replay stops at an entry that is no change-set, and nothing of its page is applied', async () => {
  const calls = worker()
  await calls.openIndex(nothingYet)
  const good = setBytes(entry(1, [newProduct(1)]).set)
  await expect(
    calls.apply([
      { seq: 1, set: good },
      { seq: 2, set: new TextEncoder().encode('{"changes":[]}') },
    ]),
  ).rejects.toMatchObject({ name: 'BadEntryError' })
  expect(await calls.apply([{ seq: 1, set: good }])).toEqual({ appliedSeq: 1, lost: 0 })
})

test('old indexes go, but the one before the current one is kept', async () => {
  const calls = worker()
  for (const name of ['orchard-g1-a', 'orchard-g2-b', 'orchard-g2-c', 'something-else']) {
    const other = new NotebookDatabase(name)
    await other.open()
    other.close()
  }
  await calls.openIndex({ generation: 3, lastSeq: 4, databaseName: 'orchard-g2-c' })
  await calls.removeOldIndexes()
  expect((await Dexie.getDatabaseNames()).sort()).toEqual([
    'orchard-g2-c',
    'orchard-g3-token1',
    'something-else',
  ])
})

test('nothing can be applied before the index is open', async () => {
  await expect(worker().apply([])).rejects.toThrow('index is not open')
})

test('a search of one index is not followed into another, nor kept in it', async () => {
  const calls = worker()
  await calls.openIndex(nothingYet)
  const named = (number: number, name: string) =>
    createChange('customers', { id: testId(number), name, handles: [], stage: 'lead', tags: [] }, 10)
  const first = setBytes(entry(1, [named(1, 'Alfa')]).set)
  await calls.apply([{ seq: 1, set: first }])
  await calls.openSearch()
  expect(await calls.find('alfa', 5)).toMatchObject({ hits: { ids: [testId(1)] }, complete: true })
  const { databaseName } = await calls.openIndex({ ...nothingYet, lastSeq: 2, fresh: true })
  expect(await calls.find('alfa', 5)).toMatchObject({ hits: { ids: [] }, complete: false })
  await calls.apply([{ seq: 2, set: setBytes(entry(2, [named(2, 'Brot')]).set) }])
  await calls.openMatches()
  const db = new NotebookDatabase(databaseName)
  open.push(db)
  expect(await db.keptSearch.count()).toBe(0)
  await calls.openSearch()
  expect(await calls.find('brot', 5)).toMatchObject({ hits: { ids: [testId(2)] }, complete: true })
  expect(await calls.find('alfa', 5)).toMatchObject({ hits: { ids: [] } })
})
