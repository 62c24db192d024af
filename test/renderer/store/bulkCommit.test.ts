import { expect, test } from 'vitest'
import type { Change, ChangeSet } from '#shared/changes/changeSet'
import { ok } from '#shared/result'
import { type BulkCalls, type ChangesPart, journalInChunks } from '../../../renderer/store/bulkCommit'
import { packChanges } from '../../../renderer/store/packedSet'

const HEAD = {
  id: 'set',
  label: { key: 'change.import' },
  origin: 'import',
  notebookId: 'n',
  deviceId: 'd',
  at: 1,
}
const MIB = 1024 * 1024

function change(at: number, note: string): Change {
  return { table: 'customers', id: `c${at}`, after: { id: `c${at}`, note } } as unknown as Change
}

/** The main process's side: notes each chunk, and what the source had given by then. */
function mainProcess(given: () => number) {
  const chunks: { readonly changes: number; readonly bytes: number; readonly ahead: number }[] = []
  let sent = 0
  let committed: number | undefined
  const calls = {
    'import:begin': async () => ok({ seq: 1 }),
    'import:chunk': async (bytes: Uint8Array) => {
      const changes = (JSON.parse(new TextDecoder().decode(bytes)) as ChangeSet).changes.length
      sent += changes
      chunks.push({ changes, bytes: bytes.length, ahead: given() - sent })
      return ok({ seq: 1 + chunks.length })
    },
    'import:commit': async (_id: string, count: number) => {
      committed = count
      return ok({ seq: 2 + count, savedAt: 7 })
    },
    'import:abandon': async () => ok(null),
    'journal:read': async () => ok({ entries: [], nextSeq: 0, lastSeq: 0 }),
  } as unknown as BulkCalls
  return { calls, chunks, committed: () => committed }
}

async function journal(pages: number, rows: number, note: string) {
  let given = 0
  async function* source(): AsyncGenerator<readonly Change[]> {
    for (let page = 0; page < pages; page += 1) {
      const part = Array.from({ length: rows }, (_, at) => change(given + at, note))
      given += rows
      yield part
    }
  }
  const main = mainProcess(() => given)
  const head = HEAD as unknown as Omit<ChangeSet, 'changes'>
  const saved = await journalInChunks(main.calls, head, source(), {})
  return { ...main, saved, given }
}

test('changes leave in entries of a thousand, and the source is asked for no more than it gives at a time', async () => {
  const { chunks, saved, committed } = await journal(5, 700, 'short')
  expect(chunks.map(({ changes }) => changes)).toEqual([1000, 1000, 1000, 500])
  expect(Math.max(...chunks.map(({ ahead }) => ahead))).toBeLessThanOrEqual(700)
  expect(committed()).toBe(4)
  expect(saved).toEqual(ok({ fromSeq: 1, seq: 6, savedAt: 7, changes: 3500 }))
})

test('wide changes make an entry full before it has a thousand: no message grows with what stands in the rows', async () => {
  const { chunks, given } = await journal(3, 50, 'x'.repeat(100_000))
  expect(chunks.reduce((sum, { changes }) => sum + changes, 0)).toBe(given)
  expect(Math.max(...chunks.map(({ bytes }) => bytes))).toBeLessThan(2.2 * MIB)
  expect(chunks.length).toBeGreaterThan(6)
})

test('one change that is larger than an entry should be goes alone', async () => {
  const { chunks } = await journal(1, 3, 'x'.repeat(3 * MIB))
  expect(chunks.map(({ changes }) => changes)).toEqual([1, 1, 1])
})

test('changes that another thread has packed leave as they came', async () => {
  const main = mainProcess(() => 1500)
  async function* source(): AsyncGenerator<ChangesPart> {
    yield { packed: packChanges(Array.from({ length: 1200 }, (_, at) => change(at, 'packed'))) }
    yield Array.from({ length: 300 }, (_, at) => change(1200 + at, 'as it is'))
  }
  const head = HEAD as unknown as Omit<ChangeSet, 'changes'>
  const saved = await journalInChunks(main.calls, head, source(), {})
  expect(main.chunks.map(({ changes }) => changes)).toEqual([1000, 500])
  expect(saved).toMatchObject({ ok: true, value: { changes: 1500 } })
})
