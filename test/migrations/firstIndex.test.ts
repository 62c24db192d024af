import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, test } from 'vitest'
import { EMPTY_META, NotebookDatabase } from '../../renderer/store/database'
import { SCHEMA_STORES } from '../../renderer/store/schemaVersions'
import { openIndex } from '../../renderer/workers/openIndex'
import { forgetAllIndexes } from '../renderer/indexFixture'

afterEach(forgetAllIndexes)

const NAME = 'orchard-g1-first'

test('an index of an older version is upgraded where it stands, and keeps its rows', async () => {
  const old = new Dexie(NAME)
  old.version(1).stores(SCHEMA_STORES.get(1) ?? {})
  await old.open()
  await old
    .table('meta')
    .put({ ...EMPTY_META, generation: 1, lastSeq: 7, rowCounts: { customers: 1 }, liveCustomers: undefined })
  await old.table('customers').put({ id: 'c1', updatedAt: 1, stage: 'lead', body: { id: 'c1' } })
  old.close()

  const { db, answer } = await openIndex(
    { databaseName: NAME, generation: 1, lastSeq: 7 },
    () => 'orchard-g1-anew',
  )
  expect(answer).toEqual({ databaseName: NAME, appliedSeq: 7 })
  expect(db.verno).toBe(Math.max(...SCHEMA_STORES.keys()))
  expect(await db.rows('customers').toArray()).toEqual([
    { id: 'c1', updatedAt: 1, stage: 'lead', body: { id: 'c1' } },
  ])
  expect(await db.rows('segments').count()).toBe(0)
  db.close()
  const again = new NotebookDatabase(NAME)
  await again.open()
  expect(await again.rows('customers').count()).toBe(1)
  again.close()
})
