import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Product } from '#shared/records/product'
import { TABLE_NAMES } from '#shared/records/tables'
import type { NotebookDatabase } from '../../../renderer/store/database'
import { type Applicable, applyEntries } from '../../../renderer/workers/applyEntries'
import { MemoryNotebook, testId } from '../../shared/changes/memoryNotebook'
import { dumpOf, entry, forgetAllIndexes, newIndex, newProduct } from '../indexFixture'

afterEach(forgetAllIndexes)

const pump = newProduct(1, 'Pump')
const renamed = updateChange('products', pump.after as unknown as Product, { name: 'Valve' }, 20) as Change

test('rows, log and the reached number stand together', async () => {
  const db = await newIndex()
  const meta = await applyEntries(db, [entry(1, [pump]), entry(2, [renamed])])
  expect(meta).toEqual({
    key: 'index',
    generation: 1,
    lastSeq: 2,
    rowCounts: { products: 1 },
    liveCustomers: 0,
  })
  expect(await db.meta.get('index')).toEqual(meta)
  expect(await db.rows('products').toArray()).toEqual([{ id: testId(1), body: renamed.after }])
  expect((await db.changeLog.orderBy('seq').toArray()).map(({ seq, recordIds }) => [seq, recordIds])).toEqual(
    [
      [1, []],
      [2, [testId(1)]],
    ],
  )
})

test('an entry that carries nothing moves the number only', async () => {
  const db = await newIndex()
  expect(await applyEntries(db, [{ seq: 7, set: undefined }])).toMatchObject({ lastSeq: 7, rowCounts: {} })
  expect(await db.changeLog.count()).toBe(0)
})

test('entries that were applied before are passed over, newer ones beside them are not', async () => {
  const db = await newIndex()
  await applyEntries(db, [entry(1, [pump]), entry(2, [renamed])])
  const before = await dumpOf(db)
  await applyEntries(db, [entry(1, [pump]), entry(2, [renamed])])
  expect(await dumpOf(db)).toEqual(before)
  await applyEntries(db, [entry(2, [renamed]), entry(3, [newProduct(2)])])
  expect(await db.meta.get('index')).toMatchObject({ lastSeq: 3, rowCounts: { products: 2 } })
})

test('a fault in the middle leaves nothing behind', async () => {
  const db = await newIndex()
  await applyEntries(db, [entry(1, [pump])])
  const before = await dumpOf(db)
  const broken = { ...newProduct(2), table: 'customers', after: { id: {}, rev: 1 } } as unknown as Change
  await expect(applyEntries(db, [entry(2, [newProduct(3), broken])])).rejects.toThrow()
  expect(await dumpOf(db)).toEqual(before)
})

test('an index without its meta row is not written to', async () => {
  const db = await newIndex()
  await db.meta.clear()
  await expect(applyEntries(db, [entry(1, [pump])])).rejects.toThrow('index without meta')
  expect(await db.rows('products').count()).toBe(0)
})

/** Sets that create, edit and delete a few products, sometimes several times in one set. */
const histories = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.string({ maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((sets) => {
    const notebook = new MemoryNotebook()
    const entries: Applicable[] = []
    for (const edits of sets) {
      const changes: Change[] = []
      const latest = new Map<string, Product>()
      for (const [number, name] of edits) {
        const id = testId(number)
        const now = latest.get(id) ?? notebook.get('products', id)
        const change =
          now === undefined ? newProduct(number, name) : updateChange('products', now, { name }, notebook.now)
        if (change === undefined) continue
        latest.set(id, change.after as unknown as Product)
        changes.push(change)
      }
      // Numbers of unfinished imports carry nothing.
      entries.push({
        seq: entries.length + 1,
        set: changes.length === 0 ? undefined : notebook.commit(changes),
      })
    }
    return entries
  })

test('however replay is cut and however far it overlaps, the index is the same and its counts are true', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 6 }),
      async (entries, cuts) => {
        const whole = await newIndex()
        await applyEntries(whole, entries)
        const cut = await newIndex()
        let reached = 0
        for (const [back, ahead] of [...cuts, [0, entries.length] as const]) {
          const upTo = Math.min(entries.length, reached + ahead)
          await applyEntries(cut, entries.slice(Math.max(0, reached - back), upTo))
          reached = Math.max(reached, upTo)
        }
        expect(await dumpOf(cut)).toEqual(await dumpOf(whole))
        await expectTrueCounts(cut)
        whole.close()
        cut.close()
      },
    ),
    { numRuns: 25 },
  )
})

async function expectTrueCounts(db: NotebookDatabase): Promise<void> {
  const meta = await db.meta.get('index')
  for (const table of TABLE_NAMES)
    expect([table, meta?.rowCounts[table] ?? 0]).toEqual([table, await db.rows(table).count()])
}
