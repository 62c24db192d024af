import { setBytes } from '../../../renderer/store/setBytes'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createChange, deleteChange, updateChange } from '#shared/changes/buildChange'
import type { ChangeSet } from '#shared/changes/changeSet'
import type { Product } from '#shared/records/product'
import type { SnapshotSummary } from '#shared/snapshot/format'
import { NotebookDatabase } from '../../../renderer/store/database'
import { createNotebookCalls } from '../../../renderer/workers/notebookCalls'
import type { NotebookWorkerCalls } from '../../../renderer/workers/notebookProtocol'
import { loadPinyin } from '../../../renderer/workers/pinyinSpelling'
import { AT, idOf, NOTEBOOK_ID } from '../../support/snapshotFiles'

let token = 0
const newCalls = () =>
  createNotebookCalls({
    newToken: () => {
      token += 1
      return `t${token}`
    },
    newId: () => idOf(8_000_000 + token),
    loadSpelling: loadPinyin,
    pause: async () => undefined,
  })

/** A worker with an empty index, and the journal that it follows. */
class Fixture {
  readonly calls: NotebookWorkerCalls = newCalls()
  readonly current = new Map<string, Product>()
  name = ''
  private seq = 0

  async open(generation = 1): Promise<void> {
    const opened = await this.calls.openIndex({ generation, lastSeq: this.seq, databaseName: '' })
    this.name = opened.databaseName
  }

  async create(from: number, count: number): Promise<void> {
    const changes = Array.from({ length: count }, (_, index) =>
      createChange('products', { id: idOf(from + index), name: `Lid ${from + index}` }, AT),
    )
    await this.commit(changes)
  }

  async rename(number: number, name: string): Promise<void> {
    const change = updateChange('products', this.product(number), { name }, AT + 1)
    await this.commit(change === undefined ? [] : [change])
  }

  remove(number: number): Promise<void> {
    return this.commit([deleteChange('products', this.product(number), AT + 2)])
  }

  get lastSeq(): number {
    return this.seq
  }

  private product(number: number): Product {
    const found = this.current.get(idOf(number))
    if (found === undefined) throw new Error('no such product')
    return found
  }

  private async commit(changes: ChangeSet['changes']): Promise<void> {
    this.seq += 1
    const set: ChangeSet = {
      id: idOf(9_000_000 + this.seq),
      label: { key: 'x' },
      origin: 'person',
      notebookId: NOTEBOOK_ID,
      deviceId: NOTEBOOK_ID,
      at: AT,
      changes,
    }
    for (const { id, after } of changes) this.current.set(id, after as unknown as Product)
    await this.calls.apply([{ seq: this.seq, set: setBytes(set) }])
  }
}

async function dump(name: string): Promise<{ products: unknown[]; changeLog: unknown[]; meta: unknown }> {
  const db = new NotebookDatabase(name)
  const found = {
    products: await db.rows('products').toArray(),
    changeLog: await db.changeLog.toArray(),
    meta: await db.meta.get('index'),
  }
  db.close()
  return found
}

async function exportAll(
  calls: NotebookWorkerCalls,
  between: (page: number) => Promise<void> = async () => undefined,
): Promise<{ pages: Uint8Array[]; summary: SnapshotSummary }> {
  const pages: Uint8Array[] = []
  for (let cursor = 0; ; ) {
    const page = await calls.exportPage(cursor)
    pages.push(page.lines)
    if (page.summary !== undefined) return { pages, summary: page.summary }
    await between(pages.length)
    cursor = page.next ?? 0
  }
}

async function loadInto(
  fixture: Fixture,
  pages: readonly Uint8Array[],
  summary: SnapshotSummary,
  logShift = 0,
): Promise<void> {
  for (const page of pages) await fixture.calls.loadPage(page, logShift)
  await fixture.calls.finishLoad(summary.lastSeq - logShift, summary.counts)
}

function linesIn(pages: readonly Uint8Array[]): number {
  return pages.reduce((sum, page) => sum + new TextDecoder().decode(page).split('\n').length - 1, 0)
}

describe('a snapshot through the worker', () => {
  let source: Fixture
  let target: Fixture

  beforeEach(async () => {
    source = new Fixture()
    target = new Fixture()
    await source.open()
    await target.open()
  })

  test('gives an identical index elsewhere: records, keys, tombstones, history and counts', async () => {
    await source.create(1, 700)
    await source.rename(5, '碗，竹盖')
    await source.remove(9)
    const { pages, summary } = await exportAll(source.calls)
    expect(summary).toEqual({
      lastSeq: 3,
      counts: expect.objectContaining({ products: { rows: 700, live: 699 } }),
      logRows: 3,
      lines: linesIn(pages),
    })
    await loadInto(target, pages, summary)
    expect(await dump(target.name)).toEqual(await dump(source.name))
    expect(await target.calls.verifyCounts()).toEqual({ damagedTables: [] })
  })

  test('an empty notebook gives an empty one', async () => {
    const { pages, summary } = await exportAll(source.calls)
    expect(summary).toMatchObject({ lastSeq: 0, lines: 0, logRows: 0 })
    await loadInto(target, pages, summary)
    expect(await dump(target.name)).toEqual(await dump(source.name))
  })

  test('changes between any two pages are in it, each once and none half', async () => {
    await source.create(1, 9_000)
    await source.remove(2)
    let step = 0
    const { pages, summary } = await exportAll(source.calls, async () => {
      step += 1
      // Behind and before the place where the export stands: renamed, deleted, deleted twice over, new.
      await source.rename(3 + step, `behind ${step}`)
      await source.rename(8_990 - step, `before ${step}`)
      await source.remove(100 + step)
      await source.remove(8_900 - step)
      await source.create(20_000 + step * 2, 2)
      // An id that sorts first: its place was passed long ago.
      await source.create(-1 + (step === 1 ? 1 : 30_000 + step), 1)
    })
    expect(step).toBeGreaterThan(1)
    expect(summary.lastSeq).toBe(source.lastSeq)
    expect(summary.lines).toBe(linesIn(pages))
    await loadInto(target, pages, summary)
    const [theirs, ours] = [await dump(target.name), await dump(source.name)]
    expect(theirs).toEqual(ours)
    const live = [...source.current.values()].filter(({ deletedAt }) => deletedAt === undefined).length
    expect(summary.counts.products).toEqual({ rows: source.current.size, live })
  })

  test('an index that lost a row gives no snapshot', async () => {
    await source.create(1, 10)
    const db = new NotebookDatabase(source.name)
    await db.rows('products').delete(idOf(4))
    db.close()
    await expect(exportAll(source.calls)).rejects.toMatchObject({ name: 'IndexIncompleteError' })
  })

  test('a snapshot that holds fewer rows than it says is not believed', async () => {
    await source.create(1, 10)
    const { pages, summary } = await exportAll(source.calls)
    const counts = { ...summary.counts, products: { rows: 11, live: 11 } }
    await expect(loadInto(target, pages, { ...summary, counts })).rejects.toMatchObject({
      name: 'BadSnapshotError',
    })
    expect((await dump(target.name)).meta).toMatchObject({ lastSeq: 0 })
  })

  test('bad rows are left out and named', async () => {
    await source.create(1, 10)
    const { pages, summary } = await exportAll(source.calls)
    const text = new TextDecoder().decode(pages[0]).replace('"name":"Lid 3"', '"name":3')
    await target.calls.loadPage(new TextEncoder().encode(text), 0)
    const progress = await target.calls.loadPage(new Uint8Array(0), 0)
    expect(progress).toMatchObject({ badRows: 1, badList: [{ table: 'products', id: idOf(3) }] })
    await target.calls.finishLoad(summary.lastSeq, summary.counts)
    expect((await dump(target.name)).meta).toMatchObject({ rowCounts: { products: 9 } })
  })

  test('history of another journal keeps its order below the numbers that will be given', async () => {
    await source.create(1, 3)
    await source.rename(1, 'a')
    await source.rename(1, 'b')
    const { pages, summary } = await exportAll(source.calls)
    await loadInto(target, pages, summary, 3)
    const { changeLog } = await dump(target.name)
    const seqs = (changeLog as { seq: number }[]).map(({ seq }) => seq).sort((a, b) => a - b)
    expect(seqs).toEqual([-2, -1, 0])
    // It goes on from there, and into a further snapshot.
    target.current.set(idOf(1), source.current.get(idOf(1)) as Product)
    await target.rename(1, 'c')
    const again = await exportAll(target.calls)
    expect(again.summary).toMatchObject({ lastSeq: 1, logRows: 4 })
    const third = new Fixture()
    await third.open()
    await loadInto(third, again.pages, again.summary)
    expect(await dump(third.name)).toEqual(await dump(target.name))
  })

  test('none begins in the middle of an import, and one under way ends', async () => {
    await source.create(1, 9_000)
    await source.calls.exportPage(0)
    const change = createChange('products', { id: idOf(50_000), name: 'Imported' }, AT)
    const head = {
      label: { key: 'x' },
      origin: 'import' as const,
      notebookId: NOTEBOOK_ID,
      deviceId: NOTEBOOK_ID,
    }
    const set: ChangeSet = { id: idOf(9_500_000), at: AT, changes: [change], ...head }
    await source.calls.applyBulk([{ seq: source.lastSeq + 1, set: setBytes(set) }], false)
    await expect(source.calls.exportPage(1)).rejects.toMatchObject({ name: 'BadCursorError' })
    await expect(source.calls.exportPage(0)).rejects.toMatchObject({ name: 'BadCursorError' })
    await source.calls.applyBulk([{ seq: source.lastSeq + 2, set: undefined }], true)
    const { pages, summary } = await exportAll(source.calls)
    expect(summary).toMatchObject({ lastSeq: source.lastSeq + 2, counts: { products: { rows: 9_001 } } })
    await loadInto(target, pages, summary)
    expect(await dump(target.name)).toEqual(await dump(source.name))
  })

  test.each([
    ['the first page', 0],
    ['a later page', 1],
  ])('%s that is being read when an import comes in whole is not given out', async (_name, cursor) => {
    await source.create(1, 9_000)
    if (cursor > 0) await source.calls.exportPage(0)
    const refused = expect(source.calls.exportPage(cursor)).rejects.toMatchObject({ name: 'BadCursorError' })
    const set: ChangeSet = {
      id: idOf(9_500_000),
      label: { key: 'x' },
      origin: 'import',
      notebookId: NOTEBOOK_ID,
      deviceId: NOTEBOOK_ID,
      at: AT,
      changes: [createChange('products', { id: idOf(50_000), name: 'Imported' }, AT)],
    }
    const applying = source.calls.applyBulk([{ seq: source.lastSeq + 1, set: setBytes(set) }], true)
    // Nor does one begin before it is in.
    await expect(source.calls.exportPage(0)).rejects.toMatchObject({ name: 'BadCursorError' })
    await refused
    await applying
    const { summary } = await exportAll(source.calls)
    expect(summary).toMatchObject({ counts: { products: { rows: 9_001 } } })
  })

  test('pages come in order only', async () => {
    await source.create(1, 3)
    await expect(source.calls.exportPage(5)).rejects.toMatchObject({ name: 'BadCursorError' })
  })
})
