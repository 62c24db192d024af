import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { err, ok } from '#shared/result'
import type { Notebook } from '../../../renderer/store/notebook'
import type { NotebookWorkerClient } from '../../../renderer/workers/callWorker'
import { testId } from '../../shared/changes/memoryNotebook'
import { forgetAllIndexes } from '../indexFixture'
import { FakeJournal, inThreadWorker, notebookOver } from '../notebookFixture'

afterEach(forgetAllIndexes)

const label = { key: 'change.lead' }

function addProduct(notebook: Notebook, number: number, id?: string) {
  return notebook.commit(id === undefined ? { label } : { label, id }, (at) => [
    createChange('products', { id: testId(number), name: `product ${number}` }, at),
  ])
}

async function productNames(notebook: Notebook): Promise<string[]> {
  const rows = await notebook.database()?.rows('products').orderBy('id').toArray()
  return (rows ?? []).map(({ body }) => String(body.name))
}

test('"saved" is said when the journal has it, not before', async () => {
  const journal = new FakeJournal()
  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  let release = () => {}
  journal.gate = new Promise((resolve) => {
    release = resolve
  })
  const saved = addProduct(notebook, 1)
  await new Promise((resolve) => setImmediate(resolve))
  expect(state.getState()).toMatchObject({ saving: true })
  expect(state.getState().savedAt).toBeUndefined()
  release()
  expect(await saved).toEqual({
    ok: true,
    value: { seq: 1, savedAt: 1001, changeSetId: journal.entries[0]?.id },
  })
  expect(state.getState()).toMatchObject({ saving: false, savedAt: 1001 })
})

test('what the journal refuses is not saved, not shown and can be tried again', async () => {
  const journal = new FakeJournal()
  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  await addProduct(notebook, 1)
  journal.failure = 'journal.diskFull'
  expect(await addProduct(notebook, 2)).toEqual({ ok: false, error: { code: 'journal.diskFull' } })
  await notebook.settled()
  expect(state.getState()).toMatchObject({
    phase: 'ready',
    saving: false,
    savedAt: 1001,
    saveError: 'journal.diskFull',
  })
  expect(await productNames(notebook)).toEqual(['product 1'])
  journal.failure = undefined
  expect(await addProduct(notebook, 2)).toMatchObject({ ok: true })
  await notebook.settled()
  expect(state.getState()).toMatchObject({ saveError: undefined, savedAt: 1002, appliedSeq: 2 })
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2'])
})

test('intents run one after another, each on the result of the one before', async () => {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  const seen: number[] = []
  const countThenAdd = (number: number) =>
    notebook.commit({ label }, async (at) => {
      seen.push((await notebook.database()?.rows('products').count()) ?? -1)
      return [createChange('products', { id: testId(number), name: `product ${number}` }, at)]
    })
  const saved = await Promise.all([countThenAdd(3), countThenAdd(1), countThenAdd(2)])
  expect(seen).toEqual([0, 1, 2])
  expect(saved.map((result) => result.ok && result.value?.seq)).toEqual([1, 2, 3])
  expect(journal.entries.map(({ changes }) => changes[0]?.id)).toEqual([testId(3), testId(1), testId(2)])
})

test('an intent that throws is told as not saved and does not stop the next one', async () => {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  const failing = notebook.commit({ label }, () => {
    throw new Error('a fault of ours')
  })
  const next = addProduct(notebook, 1)
  expect(await failing).toEqual({ ok: false, error: { code: 'index.fault' } })
  expect(await next).toMatchObject({ ok: true })
})

test('an intent without changes asks the journal for nothing', async () => {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  expect(await notebook.commit({ label }, () => [])).toEqual({ ok: true, value: undefined })
  expect(journal.entries).toEqual([])
})

test('saving the same intent twice saves it once', async () => {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  const [first, second] = await Promise.all([
    addProduct(notebook, 1, testId(77)),
    addProduct(notebook, 1, testId(77)),
  ])
  expect(second).toMatchObject({ ok: true, value: { ...(first.ok ? first.value : {}) } })
  await notebook.settled()
  expect(journal.entries.length).toBe(1)
  expect(await productNames(notebook)).toEqual(['product 1'])
})

test('what the journal has under an id is what the index gets, and whoever sends other content under it hears so', async () => {
  const journal = new FakeJournal()
  const { notebook } = notebookOver(journal)
  await notebook.start()
  await addProduct(notebook, 1, testId(77))
  const second = await addProduct(notebook, 2, testId(77))
  expect(second).toMatchObject({ ok: true, value: { seq: 1, earlier: journal.entries[0] } })
  await notebook.settled()
  expect(await productNames(notebook)).toEqual(['product 1'])
})

test('a change may be saved before the index is open, and is in it afterwards', async () => {
  const journal = new FakeJournal()
  const { notebook, state } = notebookOver(journal)
  expect(await addProduct(notebook, 1)).toMatchObject({ ok: true })
  expect(notebook.database()).toBeUndefined()
  await notebook.start()
  expect(state.getState()).toMatchObject({ phase: 'ready', rebuilt: undefined })
  expect(await productNames(notebook)).toEqual(['product 1'])
})

test('when the index fails, what was saved stays saved and says so', async () => {
  const journal = new FakeJournal()
  const { notebook, state } = notebookOver(journal, inThreadWorker({ apply: 'index.fault' }))
  await notebook.start()
  expect(await addProduct(notebook, 1)).toMatchObject({ ok: true, value: { seq: 1 } })
  await notebook.settled()
  expect(state.getState()).toMatchObject({
    phase: 'repairing',
    failure: 'index.fault',
    savedAt: 1001,
    saveError: undefined,
  })
  // The journal goes on; the index rests until the next start.
  expect(await addProduct(notebook, 2)).toMatchObject({ ok: true, value: { seq: 2 } })
})

test('the next start catches up with what the index missed', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  await addProduct(first.notebook, 1)
  await first.notebook.settled()
  const crippled = notebookOver(journal, inThreadWorker({ apply: 'index.fault' }))
  await crippled.notebook.start()
  for (const number of [2, 3, 4]) await addProduct(crippled.notebook, number)

  const { notebook, state } = notebookOver(journal)
  const phases: string[] = []
  state.subscribe(({ phase, progress }) => phases.push(`${phase} ${progress.done}/${progress.total}`))
  await notebook.start()
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2', 'product 3', 'product 4'])
  expect(state.getState()).toMatchObject({ phase: 'ready', rebuilt: undefined, appliedSeq: 4 })
  expect(phases).toContain('catchingUp 0/3')
  expect(phases).toContain('catchingUp 3/3')
})

test('an index that is gone is built anew from the journal, and the person hears why', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2, 3]) await addProduct(first.notebook, number)
  await first.notebook.settled()
  const before = journal.databaseName
  await forgetAllIndexes()

  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2', 'product 3'])
  expect(state.getState()).toMatchObject({ phase: 'ready', rebuilt: 'empty' })
  expect(journal.databaseName).not.toBe(before)
})

test('rows that vanished are noticed, and the index is built anew while the window stays open', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2]) await addProduct(first.notebook, number)
  await first.notebook.settled()
  await first.notebook.database()?.rows('products').limit(1).delete()
  const short = journal.databaseName

  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  const saving = addProduct(notebook, 3)
  await notebook.checked
  expect(await saving).toMatchObject({ ok: true })
  await notebook.settled()
  expect(state.getState()).toMatchObject({ phase: 'ready', rebuilt: 'missing', appliedSeq: 3 })
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2', 'product 3'])
  expect(journal.databaseName).not.toBe(short)
  // The one that was found short is kept until the next start that goes well.
  expect(await Dexie.getDatabaseNames()).toEqual([journal.databaseName, short].sort())
  await notebookOver(journal).notebook.start()
})

test('rows that are missing from a new index, too, are said; the next start builds another', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  await addProduct(first.notebook, 1)
  await first.notebook.settled()

  const counting = inThreadWorker()
  const short: NotebookWorkerClient = {
    ...counting,
    verifyCounts: async () => ok({ damagedTables: ['people'] }),
  }
  const second = notebookOver(journal, short)
  await second.notebook.start()
  await second.notebook.checked
  expect(second.state.getState()).toMatchObject({ phase: 'repairing', failure: 'index.rowsMissing' })
  expect(journal.databaseName).toBe('')

  const third = notebookOver(journal)
  await third.notebook.start()
  expect(third.state.getState()).toMatchObject({ phase: 'ready', rebuilt: 'missing' })
  expect(await productNames(third.notebook)).toEqual(['product 1'])
})

/** A worker whose store opens under no name until it was set aside. */
function workerOverBrokenStore(journal: FakeJournal, name: string): NotebookWorkerClient {
  const worker = inThreadWorker()
  let isBroken = true
  journal.onSetAside = () => {
    isBroken = journal.setAsideFailure !== undefined
  }
  return {
    ...worker,
    openIndex: async (request) => (isBroken ? err('index.fault', { name }) : worker.openIndex(request)),
  }
}

test('a store that opens under no name is set aside, and the index built anew from the journal', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2]) await addProduct(first.notebook, number)
  await first.notebook.settled()

  const { notebook, state } = notebookOver(journal, workerOverBrokenStore(journal, 'UnknownError'))
  await notebook.start()
  expect(state.getState()).toMatchObject({ phase: 'ready', rebuilt: 'missing' })
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2'])
})

test('a store of a newer Orchard is never set aside, and none where the disk has no room for another', async () => {
  const journal = new FakeJournal()
  const newer = notebookOver(journal, workerOverBrokenStore(journal, 'NewerIndexError'))
  await newer.notebook.start()
  expect(newer.state.getState()).toMatchObject({ phase: 'failed', failure: 'index.fault' })

  journal.setAsideFailure = 'index.diskFull'
  const full = notebookOver(journal, workerOverBrokenStore(journal, 'UnknownError'))
  await full.notebook.start()
  expect(full.state.getState()).toMatchObject({ phase: 'failed', failure: 'index.diskFull' })
})

test('what was set aside is given up by a start that goes well, unless the journal has lost something', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  await addProduct(first.notebook, 1)
  await first.notebook.checked
  expect(journal.forgotten).toBe(1)
  journal.lost = [{ fromSeq: 1, toSeq: 1 }]
  const second = notebookOver(journal)
  await second.notebook.start()
  await second.notebook.checked
  expect(journal.forgotten).toBe(1)
})

test('an index that can not be opened is said, and saving goes on', async () => {
  const journal = new FakeJournal()
  const { notebook, state } = notebookOver(journal, inThreadWorker({ openIndex: 'index.fault' }))
  await notebook.start()
  expect(state.getState()).toMatchObject({ phase: 'failed', failure: 'index.fault' })
  expect(notebook.database()).toBeUndefined()
  expect(await addProduct(notebook, 1)).toMatchObject({ ok: true })
})

test('what the journal can no longer give is counted and said, and everything around it is there', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2, 3, 4]) await addProduct(first.notebook, number)
  journal.databaseName = ''
  journal.lost = [{ fromSeq: 2, toSeq: 3 }]
  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  expect(state.getState()).toMatchObject({ phase: 'ready', appliedSeq: 4, journalDamage: { lost: 2 } })
  expect(await productNames(notebook)).toEqual(['product 1', 'product 4'])
  const next = notebookOver(journal)
  await next.notebook.start()
  expect(next.state.getState().journalDamage).toBeUndefined()
  expect(next.notebook.isOnlyInIndex).toBe(true)
})

test('an index that holds what the journal lost is believed, and said to be all there is', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2, 3]) await addProduct(first.notebook, number)
  await first.notebook.settled()
  journal.lost = [{ fromSeq: 2, toSeq: 2 }]
  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  expect(state.getState()).toMatchObject({ phase: 'ready', journalDamage: { lost: 0 } })
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2', 'product 3'])
})

test('damage that only a look at every payload finds is said behind the first screen', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2, 3]) await addProduct(first.notebook, number)
  await first.notebook.settled()
  journal.foundLost = [{ fromSeq: 2, toSeq: 2 }]
  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  await notebook.checked
  expect(state.getState()).toMatchObject({ phase: 'ready', journalDamage: { lost: 0 } })
  expect(notebook.isOnlyInIndex).toBe(true)
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2', 'product 3'])
})

test('an index that is ahead of the journal is kept, its numbers are given up, and what is saved next comes after', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2, 3]) await addProduct(first.notebook, number)
  await first.notebook.settled()
  // The newest entries vanish with their file.
  journal.entries.splice(1)
  const { notebook, state } = notebookOver(journal)
  const early = addProduct(notebook, 4)
  await notebook.start()
  expect(await early).toMatchObject({ ok: true })
  await notebook.settled()
  expect(journal.skipped).toBe(3)
  expect(state.getState()).toMatchObject({ phase: 'ready', journalDamage: { lost: 0 } })
  expect(notebook.isOnlyInIndex).toBe(true)
  expect(await productNames(notebook)).toEqual(['product 1', 'product 2', 'product 3', 'product 4'])
})

test('an index that is ahead with another history is not believed', async () => {
  const journal = new FakeJournal()
  const first = notebookOver(journal)
  await first.notebook.start()
  for (const number of [1, 2, 3]) await addProduct(first.notebook, number)
  await first.notebook.settled()
  // The folder of another laptop has been copied over ours.
  const [set] = journal.entries
  if (set === undefined) throw new Error('nothing was journalled')
  journal.entries.splice(0, 3, { ...set, id: testId(55) })
  const { notebook, state } = notebookOver(journal)
  await notebook.start()
  expect(journal.skipped).toBe(0)
  expect(state.getState()).toMatchObject({ phase: 'ready', rebuilt: 'missing' })
  expect(await productNames(notebook)).toEqual(['product 1'])
})
