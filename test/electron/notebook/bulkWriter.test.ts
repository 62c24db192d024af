import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { nodeFs } from '../../../electron/files/fsPort'
import { type NotebookLog, openNotebookLog } from '../../../electron/notebook/notebookLog'

let folder: string
let log: NotebookLog
const id = uuidV7()

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-bulk-'))
  log = await open()
})
afterEach(async () => {
  await log.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<NotebookLog> {
  const opened = await openNotebookLog({ fs: nodeFs, folder, newId: uuidV7, now: () => 42 })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

function chunk(name: string, setId = id) {
  const { notebookId, deviceId } = log.head()
  const changes = [createChange('products', { id: uuidV7(), name }, 1, 'import')]
  return {
    id: setId,
    label: { key: 'change.import' },
    origin: 'import',
    notebookId,
    deviceId,
    at: 1,
    changes,
  }
}

/** What a replay sees: the names of the products, `-` for an entry that brings nothing. */
async function replay(): Promise<string[]> {
  const page = await log.read(1)
  if (!page.ok) throw new Error(page.error.code)
  return page.value.entries.map((entry) =>
    entry.kind !== 'change'
      ? '-'
      : ((JSON.parse(new TextDecoder().decode(entry.set)) as { changes: { after: { name: string } }[] })
          .changes[0]?.after.name ?? '?'),
  )
}

async function reopen(): Promise<void> {
  await log.close()
  log = await open()
}

test('chunks count from the commit on, at once and after a start', async () => {
  await log.beginBulk(id)
  await log.appendChunk(chunk('one'))
  await log.append(chunk('by hand', uuidV7()))
  await log.appendChunk(chunk('two'))
  expect(await replay()).toEqual(['-', '-', 'by hand', '-'])
  expect(await log.commitBulk(id, 2)).toEqual({ ok: true, value: { seq: 5, savedAt: 42 } })
  const all = ['-', 'one', 'by hand', 'two', '-']
  expect(await replay()).toEqual(all)
  await reopen()
  expect(await replay()).toEqual(all)
})

test('what was never committed never counts, even when another import follows', async () => {
  await log.beginBulk(id)
  await log.appendChunk(chunk('lost'))
  await reopen()
  expect(await replay()).toEqual(['-', '-'])
  expect(await log.commitBulk(id, 1)).toMatchObject({ ok: false, error: { code: 'import.notBegun' } })
  const next = uuidV7()
  await log.beginBulk(next)
  await log.appendChunk(chunk('kept', next))
  await log.commitBulk(next, 1)
  await reopen()
  expect(await replay()).toEqual(['-', '-', '-', 'kept', '-'])
})

test('a commit that misses a chunk is refused, and so is a second one', async () => {
  await log.beginBulk(id)
  await log.appendChunk(chunk('one'))
  expect(await log.commitBulk(id, 2)).toMatchObject({ ok: false, error: { code: 'import.notBegun' } })
  expect((await log.commitBulk(id, 1)).ok).toBe(true)
  expect(await log.beginBulk(id)).toMatchObject({ ok: false, error: { code: 'import.done' } })
})

test('a chunk is checked like any change-set, and must belong to what was begun', async () => {
  await log.beginBulk(id)
  expect(await log.appendChunk({ ...chunk('x'), changes: [{ table: 'nothing' }] })).toMatchObject({
    error: { code: 'changes.invalid' },
  })
  expect(await log.appendChunk({ ...chunk('x'), notebookId: uuidV7() })).toMatchObject({
    error: { code: 'notebook.foreign' },
  })
  expect(await log.appendChunk(chunk('x', uuidV7()))).toMatchObject({ error: { code: 'import.notBegun' } })
  log.abandonBulk(id)
  expect(await log.appendChunk(chunk('x'))).toMatchObject({ error: { code: 'import.notBegun' } })
})
