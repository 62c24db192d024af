import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Result } from '#shared/result'
import { planImport, plannedRecords, runImport } from '../../../renderer/store/runImport'
import { redoLast, undoLast } from '../../../renderer/store/undo'
import { fixtureBytes } from '../../electron/import/fixture'
import { forgetAllIndexes } from '../indexFixture'
import { openReal, peopleCsv, type RealNotebook, readFileBytes } from './realNotebook'

let real: RealNotebook
beforeEach(async () => {
  await forgetAllIndexes()
  real = await openReal()
})
afterEach(() => real.remove())

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function importFile(bytes: Uint8Array, fileName: string, signal?: AbortSignal) {
  const { summary, calls } = await readFileBytes(bytes, fileName)
  const parts = { calls, notebook: real.notebook }
  const planned = must(await planImport(parts, summary, { duplicates: 'hold' }, {}))
  return {
    planned,
    outcome: await runImport(parts, summary, planned, signal === undefined ? {} : { signal }),
  }
}

/** Live records of each table that has any. */
async function counts(notebook = real.notebook): Promise<Record<string, number>> {
  await notebook.settled()
  const db = notebook.database()
  if (db === undefined) throw new Error('no index')
  const found: Record<string, number> = {}
  for (const table of [
    'customers',
    'people',
    'interactions',
    'imports',
    'touchpoints',
    'stageMoves',
  ] as const) {
    const rows = await db.rows(table).toArray()
    const live = rows.filter((row) => row.body.deletedAt === undefined).length
    if (live > 0) found[table] = live
  }
  return found
}

const CONNECTIONS = 'linkedin/made/Connections.csv'

test('an import is journalled, indexed, found, and repeats to nothing', async () => {
  const { planned, outcome } = await importFile(fixtureBytes(CONNECTIONS), 'Connections.csv')
  expect(planned.tally).toMatchObject({ new: 300, update: 0, same: 0, duplicate: 0 })
  const saved = must(outcome).saved
  expect(saved?.seq).toBe(real.log.head().lastSeq)
  const first = await counts()
  expect(first).toMatchObject({ people: 300, interactions: 300, imports: 1, touchpoints: 1 })
  expect(real.notebook.state.getState()).toMatchObject({
    phase: 'ready',
    appliedSeq: saved?.seq,
    bulk: undefined,
  })

  const again = await importFile(fixtureBytes(CONNECTIONS), 'Connections.csv')
  expect(again.planned.tally).toMatchObject({ new: 0, update: 0, same: 300 })
  expect(must(again.outcome).saved).toBeUndefined()
  expect(real.log.head().lastSeq).toBe(saved?.seq)
  expect(await counts()).toEqual(first)
})

test('writing is measured by the records that the dry run has counted', async () => {
  const { summary, calls } = await readFileBytes(peopleCsv(600), 'people.csv')
  const parts = { calls, notebook: real.notebook }
  const planned = must(await planImport(parts, summary, { duplicates: 'hold' }, {}))
  const told: { journal: number[]; index: number[] } = { journal: [], index: [] }
  const onProgress = (phase: string, done: number) => {
    if (phase === 'journal' || phase === 'index') told[phase].push(done)
  }
  must(await runImport(parts, summary, planned, { onProgress }))
  // Beside them only the record of the import itself.
  expect(told.journal.at(-1)).toBe(plannedRecords(planned.tally) + 1)
  expect(told.journal.length).toBeGreaterThan(1)
})

test('the next start has the same after a whole replay', async () => {
  await importFile(fixtureBytes(CONNECTIONS), 'Connections.csv')
  const before = await counts()
  await real.kill()
  await forgetAllIndexes()
  const again = await openReal(real.folder)
  expect(await counts(again.notebook)).toEqual(before)
  expect(must(await undoLast(again.notebook)).label).toEqual({
    key: 'change.import',
    params: { file: 'Connections.csv' },
  })
  expect(await counts(again.notebook)).toEqual({})
  real = again
})

test.each([0, 1, 2])(
  'a kill before the commit, after %i chunks, leaves nothing, now and at the next start',
  async (chunks) => {
    await real.remove()
    let seen = 0
    real = await openReal(undefined, (calls) => ({
      'import:chunk': async (set) => {
        seen += 1
        if (seen > chunks) throw new Error('killed')
        return calls['import:chunk'](set)
      },
    }))
    const { outcome } = await importFile(peopleCsv(700), 'people.csv')
    expect(outcome.ok).toBe(false)
    expect(await counts()).toEqual({})
    await real.kill()
    for (const keepsIndex of [true, false]) {
      if (!keepsIndex) await forgetAllIndexes()
      const again = await openReal(real.folder)
      expect(await counts(again.notebook)).toEqual({})
      expect(again.notebook.state.getState().phase).toBe('ready')
      await again.kill()
    }
    real = await openReal(real.folder)
    must((await importFile(peopleCsv(700), 'people.csv')).outcome)
    expect(await counts()).toMatchObject({ customers: 700, people: 700, imports: 1 })
  },
)

test('a kill after the commit, in the middle of the index, has everything at the next start', async () => {
  await real.remove()
  let pages = 0
  real = await openReal(undefined, (calls) => ({
    'journal:read': async (fromSeq) => {
      pages += 1
      // The first page reaches the index, the second never comes.
      if (pages > 1) return { ok: false, error: { code: 'journal.ioFailed' } }
      return calls['journal:read'](fromSeq)
    },
  }))
  await importFile(peopleCsv(1600), 'people.csv')
  expect(real.notebook.state.getState().phase).toBe('repairing')
  await real.kill()
  real = await openReal(real.folder)
  expect(await counts()).toMatchObject({ customers: 1600, people: 1600, interactions: 1600, imports: 1 })
  await expect.poll(() => real.notebook.state.getState().phase).toBe('ready')
  const again = await importFile(peopleCsv(1600), 'people.csv')
  expect(again.planned.tally).toMatchObject({ new: 0, update: 0, same: 1600 })
})

test('cancel before the commit leaves nothing and the next import goes on', async () => {
  const stop = new AbortController()
  const { summary, calls } = await readFileBytes(peopleCsv(2000), 'people.csv')
  const parts = { calls, notebook: real.notebook }
  const planned = must(await planImport(parts, summary, { duplicates: 'hold' }, {}))
  const outcome = await runImport(parts, summary, planned, {
    signal: stop.signal,
    onProgress: (phase, done) => {
      if (phase === 'journal' && done > 1000) stop.abort()
    },
  })
  expect(outcome).toEqual({ ok: false, error: { code: 'import.cancelled' } })
  expect(await counts()).toEqual({})
  must((await importFile(peopleCsv(10), 'people.csv')).outcome)
  expect(await counts()).toMatchObject({ customers: 10 })
})

test('undo takes a whole import back in chunks, keeps what was edited since, and redo brings it again', async () => {
  await importFile(peopleCsv(1500), 'people.csv')
  const db = real.notebook.database()
  const edited = await db?.rows('customers').toCollection().first()
  await real.notebook.commit({ label: { key: 'change.field' } }, (at) => {
    const record = edited?.body as unknown as Parameters<typeof changed>[0]
    return [changed(record, at)]
  })
  must(await undoLast(real.notebook))
  must(await redoLast(real.notebook))
  // The edit is taken back, then the import.
  must(await undoLast(real.notebook))
  const undone = must(await undoLast(real.notebook))
  expect(undone.label.key).toBe('change.import')
  expect(await counts()).toEqual({})
  must(await redoLast(real.notebook))
  expect(await counts()).toMatchObject({ customers: 1500, people: 1500, imports: 1 })
})

function changed(record: { id: string; rev: number }, at: number) {
  return {
    table: 'customers' as const,
    id: record.id,
    before: { updatedAt: (record as unknown as { updatedAt: number }).updatedAt },
    added: ['city'],
    after: { ...record, rev: record.rev + 1, updatedAt: at, city: 'Santiago' },
  }
}
