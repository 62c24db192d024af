import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { createChange, updateChange } from '#shared/changes/buildChange'
import type { Change } from '#shared/changes/changeSet'
import type { Product } from '#shared/records/product'
import { err } from '#shared/result'
import { readUndoState } from '../../../renderer/store/loggedSets'
import type { Notebook } from '../../../renderer/store/notebook'
import { decodeRow } from '../../../renderer/store/rows'
import { redoLast, undoLast } from '../../../renderer/store/undo'
import { testId } from '../../shared/changes/memoryNotebook'
import { forgetAllIndexes } from '../indexFixture'
import { FakeJournal, inThreadWorker, notebookOver } from '../notebookFixture'

afterEach(forgetAllIndexes)

const id = testId(1)

async function started() {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  return { journal, notebook }
}

async function product(notebook: Notebook): Promise<Product | undefined> {
  await notebook.settled()
  return productNow(notebook)
}

/** Inside an intent the queue must not be waited for: the intent is part of it. */
async function productNow(notebook: Notebook): Promise<Product | undefined> {
  const row = await notebook.database()?.rows('products').get(id)
  return row && decodeRow('products', row)
}

function add(notebook: Notebook) {
  return notebook.commit({ label: { key: 'change.add' } }, (at) => [
    createChange('products', { id, name: 'Pump' }, at),
  ])
}

function rename(notebook: Notebook, name: string) {
  return notebook.commit({ label: { key: 'change.rename', params: { name } } }, async (at) => [
    updateChange('products', (await productNow(notebook)) as Product, { name }, at) as Change,
  ])
}

test('the last change goes by its name, then the one before it, and both come back', async () => {
  const { notebook } = await started()
  await add(notebook)
  await rename(notebook, 'Valve')
  expect(await undoLast(notebook)).toMatchObject({
    ok: true,
    value: { label: { key: 'change.rename' }, kept: [] },
  })
  expect(await product(notebook)).toMatchObject({ name: 'Pump' })
  expect(await undoLast(notebook)).toMatchObject({ ok: true, value: { label: { key: 'change.add' } } })
  expect((await product(notebook))?.deletedAt).toBeGreaterThan(0)
  expect(await undoLast(notebook)).toEqual({ ok: false, error: { code: 'undo.nothing' } })
  expect(await redoLast(notebook)).toMatchObject({ ok: true, value: { label: { key: 'change.add' } } })
  expect(await redoLast(notebook)).toMatchObject({ ok: true, value: { label: { key: 'change.rename' } } })
  expect(await product(notebook)).toMatchObject({ name: 'Valve' })
  expect(await redoLast(notebook)).toEqual({ ok: false, error: { code: 'undo.nothing' } })
})

test('a change that is still on its way is undone, not the one before it', async () => {
  const { notebook } = await started()
  await add(notebook)
  void rename(notebook, 'Valve')
  await undoLast(notebook)
  expect(await product(notebook)).toMatchObject({ name: 'Pump' })
})

test('undo and redo survive a rebuild of the index, since they come from the journal', async () => {
  const { journal, notebook } = await started()
  await add(notebook)
  await rename(notebook, 'Valve')
  await undoLast(notebook)
  await notebook.settled()
  await forgetAllIndexes()
  const again = notebookOver(journal, inThreadWorker())
  await again.notebook.start()
  const db = again.notebook.database()
  expect(db && (await readUndoState(db))).toMatchObject({
    undo: { label: { key: 'change.add' } },
    redo: { original: { label: { key: 'change.rename' } } },
  })
  await redoLast(again.notebook)
  expect(await product(again.notebook)).toMatchObject({ name: 'Valve' })
})

test('undo waits for an open index', async () => {
  const { notebook } = notebookOver(new FakeJournal())
  expect(await undoLast(notebook)).toEqual({ ok: false, error: { code: 'undo.notReady' } })
})

test('a change whose record was worked on since is passed over once, not named for ever', async () => {
  const { notebook } = await started()
  await add(notebook)
  await rename(notebook, 'Valve')
  await rename(notebook, 'Tap')
  // As after an undo that came to nothing: the newest change counts as taken back, and its record stands as it left it.
  await notebook.commit(
    { label: { key: 'change.rename' }, origin: 'undo', reverses: await lastSetId(notebook) },
    () => [],
  )
  expect(await undoLast(notebook)).toMatchObject({
    ok: true,
    value: { label: { params: { name: 'Valve' } }, kept: [{ table: 'products', id, reason: 'editedSince' }] },
  })
  expect(await product(notebook)).toMatchObject({ name: 'Tap' })
  expect(await undoLast(notebook)).toMatchObject({ ok: true, value: { label: { key: 'change.add' } } })
})

async function lastSetId(notebook: Notebook): Promise<string> {
  await notebook.settled()
  const rows = await notebook.database()?.changeLog.orderBy('seq').toArray()
  return rows?.at(-1)?.id ?? ''
}

describe('taking back so much that the worker does it', () => {
  const MANY = 2_500

  async function addMany(notebook: Notebook) {
    async function* source(at: number) {
      yield Array.from({ length: MANY }, (_, place) =>
        createChange('products', { id: testId(10_000 + place), name: `Part ${place}` }, at),
      )
    }
    return notebook.commitInChunks({ label: { key: 'change.import' }, origin: 'import' }, source)
  }

  async function livingProducts(notebook: Notebook): Promise<number> {
    const rows = await notebook.database()?.rows('products').toArray()
    return rows?.filter(({ body }) => body.deletedAt === undefined).length ?? 0
  }

  test('all of it goes and comes back', async () => {
    const { notebook } = await started()
    await addMany(notebook)
    await notebook.settled()
    expect(await livingProducts(notebook)).toBe(MANY)
    expect(await undoLast(notebook)).toMatchObject({ ok: true, value: { kept: [] } })
    expect(await livingProducts(notebook)).toBe(0)
    expect(await redoLast(notebook)).toMatchObject({ ok: true, value: { kept: [] } })
    expect(await livingProducts(notebook)).toBe(MANY)
  })

  test('a worker that fails in the midst takes nothing back, and the next try takes all', async () => {
    const journal = new FakeJournal()
    const worker = inThreadWorker()
    let parts = 0
    const failing: typeof worker = {
      ...worker,
      reversalNext: async (number) => (++parts === 2 ? err('index.fault') : worker.reversalNext(number)),
    }
    const { notebook } = notebookOver(journal, failing)
    await notebook.start()
    await addMany(notebook)
    await notebook.settled()
    const before = journal.entries.length
    expect(await undoLast(notebook)).toEqual({ ok: false, error: { code: 'undo.failed' } })
    expect(journal.entries).toHaveLength(before)
    expect(await livingProducts(notebook)).toBe(MANY)
    expect(await undoLast(notebook)).toMatchObject({ ok: true, value: { kept: [] } })
    expect(await livingProducts(notebook)).toBe(0)
  })
})
