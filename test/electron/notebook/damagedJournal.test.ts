import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { nodeFs } from '../../../electron/files/fsPort'
import { type NotebookLog, openNotebookLog } from '../../../electron/notebook/notebookLog'

let folder: string
let log: NotebookLog

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-damaged-'))
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

function product(name: string, setId = uuidV7()) {
  const { notebookId, deviceId } = log.head()
  const changes = [createChange('products', { id: uuidV7(), name }, 1, 'import')]
  const label = { key: 'change.import' }
  return { id: setId, label, origin: 'import', notebookId, deviceId, at: 1, changes }
}

/** Closes the journal, flips a byte in the one place where each word stands, and opens it again. */
async function damage(...words: readonly string[]): Promise<void> {
  await log.close()
  const [segment = ''] = readdirSync(path.join(folder, 'journal')).sort()
  const file = path.join(folder, 'journal', segment)
  const bytes = readFileSync(file)
  for (const word of words) {
    const place = bytes.indexOf(word)
    expect(place).toBeGreaterThan(0)
    expect(bytes.indexOf(word, place + 1)).toBe(-1)
    bytes[place] = (bytes[place] ?? 0) ^ 1
  }
  writeFileSync(file, bytes)
  log = await open()
}

/** What a replay sees: the names of the products, `-` for an entry that brings nothing, `lost` numbers. */
async function replay(): Promise<string[]> {
  const page = await log.read(1)
  if (!page.ok) throw new Error(page.error.code)
  return page.value.entries.map((entry) => {
    if (entry.kind === 'skip') return '-'
    if (entry.kind === 'lost') return `lost ${entry.fromSeq} to ${entry.seq}`
    return (
      (JSON.parse(new TextDecoder().decode(entry.set)) as { changes: { after: { name: string } }[] })
        .changes[0]?.after.name ?? '?'
    )
  })
}

test('a notebook with a damaged entry opens, names what is lost and gives all the rest', async () => {
  for (const name of ['first', 'second', 'third', 'fourth']) await log.append(product(name))
  await damage('second', 'third')
  const lost = log.lostEntries()
  expect(lost.flatMap(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual(
    lost.length === 1 ? [2, 3] : [2, 2, 3, 3],
  )
  expect((await replay()).filter((word) => !word.startsWith('lost'))).toEqual(['first', 'fourth'])
  expect(await log.append(product('fifth'))).toMatchObject({ ok: true, value: { seq: 5 } })
})

test('chunks that never counted do not count because the next import’s begin is lost', async () => {
  const given = uuidV7()
  await log.beginBulk(given)
  await log.appendChunk(product('abandoned', given))
  log.abandonBulk(given)
  const kept = uuidV7()
  await log.beginBulk(kept)
  await log.appendChunk(product('kept', kept))
  await log.commitBulk(kept, 1)
  await damage(`{"id":"${kept}"}`)
  expect(log.lostEntries()).toEqual([{ fromSeq: 3, toSeq: 3 }])
  expect(await replay()).toEqual(['-', '-', 'lost 3 to 3', 'kept', '-'])
})

test('damage in an older segment does not keep the notebook from opening and is found by a look at every payload', async () => {
  const big = 'x'.repeat(9_000)
  for (let number = 0; number < 1_000; number += 1) await log.append(product(`${number} ${big}`))
  expect(readdirSync(path.join(folder, 'journal')).length).toBeGreaterThan(1)
  await damage('"7 x')
  expect(log.lostEntries()).toEqual([])
  expect(await log.verify()).toEqual({ ok: true, value: [{ fromSeq: 8, toSeq: 8 }] })
  expect(log.lostEntries()).toEqual([{ fromSeq: 8, toSeq: 8 }])
})

test('an import that lost one chunk keeps the others', async () => {
  const id = uuidV7()
  await log.beginBulk(id)
  for (const name of ['one', 'two', 'three']) await log.appendChunk(product(name, id))
  await log.commitBulk(id, 3)
  await damage('two')
  expect(await replay()).toEqual(['-', 'one', 'lost 3 to 3', 'three', '-'])
})
