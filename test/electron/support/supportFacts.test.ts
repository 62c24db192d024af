import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChange } from '#shared/changes/buildChange'
import { supportFile } from '#shared/health/supportFile'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import { openAttachmentStore } from '../../../electron/attachments/attachmentStore'
import { nodeFs } from '../../../electron/files/fsPort'
import { openNotebookLog } from '../../../electron/notebook/notebookLog'
import { inspectFiles } from '../../../electron/support/inspectFiles'
import { ownLogLines } from '../../../electron/support/ownLogLines'
import { supportFacts } from '../../../electron/support/supportFacts'

let folder: string

const UNWATCHED = { signal: new AbortController().signal, onProgress: () => undefined }

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-support-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Every text of a record, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

test('none of a notebook’s texts is in the file for support, even if the log was full of them', async () => {
  const rows = [...generateSampleNotebook({ seed: 'support', customers: 40, asOf: Date.UTC(2027, 2, 10, 8) })]
  // Words that are a code of ours as well (a stage, a kind) prove nothing; what people wrote has a blank, a sign or
  // letters beyond ASCII.
  const texts = [...new Set(rows.flatMap(({ record }) => textsIn(record)))].filter((text) =>
    /[\s@]|[^\x20-\x7e]/.test(text),
  )
  expect(texts.length).toBeGreaterThan(500)
  const stamp = '[2027-03-10 08:00:00.000] [error] '
  const lines = texts.flatMap((text) => [
    `${stamp} ${text}`,
    `${stamp} ipc.fault ${JSON.stringify({ channel: text })}`,
    `${stamp} ipc.fault ${JSON.stringify({ [text]: 1 })}`,
    `${stamp} ipc.fault ${JSON.stringify({ nested: { text } })}`,
    text,
  ])
  writeFileSync(
    path.join(folder, 'orchard.log'),
    [
      ...lines,
      `${stamp} ipc.fault {"channel":"app:start".replace}`,
      `${stamp} window.gone {"reason":"crashed"}`,
    ].join('\n'),
  )
  const facts = await supportFacts({
    fs: nodeFs,
    logFolder: folder,
    notebookFolder: folder,
    version: '1.2.3',
    platform: 'linux',
  })
  const state = {
    language: 'en',
    schema: 2,
    generation: 1,
    appliedSeq: 9,
    phase: 'ready',
    errors: [],
    rows: {},
  }
  const file = supportFile(facts, state, undefined, 0)
  expect(texts.filter((text) => file.includes(text) || file.includes(JSON.stringify(text)))).toEqual([])
  expect(facts.log).toEqual(['2027-03-10 08:00:00.000 error window.gone {"reason":"crashed"}'])
  expect(file).not.toContain(folder)
})

test('lines of our own form are kept with their codes, the newest five hundred', () => {
  const line = (at: number) =>
    `[2027-03-10 08:00:00.${String(at).padStart(3, '0')}] [warn]  backup.badRow {"table":"orders","row":"0199f000-0000-7000-8000-000000000001"}`
  const kept = ownLogLines(Array.from({ length: 600 }, (_, at) => line(at)).join('\r\n'))
  expect(kept).toHaveLength(500)
  expect(kept.at(-1)).toBe(
    '2027-03-10 08:00:00.599 warn backup.badRow {"table":"orders","row":"0199f000-0000-7000-8000-000000000001"}',
  )
})

test('attachments that are gone or spoilt are told apart, and nothing is mended', async () => {
  const opened = await openAttachmentStore(nodeFs, path.join(folder, 'attachments'))
  if (!opened.ok) throw new Error(opened.error.code)
  const put = async (text: string) => {
    const stored = await opened.value.put(new TextEncoder().encode(text))
    if (!stored.ok) throw new Error(stored.error.code)
    return stored.value.hash
  }
  const [whole, spoilt] = [await put('whole'), await put('spoilt')]
  const gone = createHash('sha256').update('gone').digest('hex')
  const place = path.join(folder, 'attachments', spoilt.slice(0, 2), spoilt)
  writeFileSync(place, 'SPOILT')
  expect(await inspectFiles(opened.value, [whole, spoilt, gone])).toEqual({
    missing: [gone],
    damaged: [spoilt],
  })
  expect(readFileSync(place, 'utf8')).toBe('SPOILT')
})

test('the inspection of a journal finds a payload that was spoilt while it was open, and takes note of nothing', async () => {
  mkdirSync(path.join(folder, 'notebook'))
  const opened = await openNotebookLog({
    fs: nodeFs,
    folder: path.join(folder, 'notebook'),
    newId: uuidV7,
    now: () => 42,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const log = opened.value
  for (const name of ['one', 'twoooooo', 'three']) {
    const { notebookId, deviceId } = log.head()
    const changes = [createChange('products', { id: uuidV7(), name }, 1)]
    const set = {
      id: uuidV7(),
      label: { key: 'change.import' },
      origin: 'person',
      at: 1,
      notebookId,
      deviceId,
      changes,
    }
    expect(await log.append(set)).toMatchObject({ ok: true })
  }
  expect(await log.inspect(UNWATCHED)).toEqual({ ok: true, value: { lastSeq: 3, lost: [], unproven: 0 } })
  const journal = path.join(folder, 'notebook', 'journal')
  const [segment = ''] = readdirSync(journal).sort()
  const bytes = readFileSync(path.join(journal, segment))
  const place = bytes.indexOf('twoooooo')
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(path.join(journal, segment), bytes)
  expect(await log.inspect(UNWATCHED)).toEqual({
    ok: true,
    value: { lastSeq: 3, lost: [{ fromSeq: 2, toSeq: 2 }], unproven: 0 },
  })
  expect(log.lostEntries()).toEqual([])

  // It says how far it is, and ends when it is told to.
  const told: number[] = []
  const controller = new AbortController()
  const onProgress = (done: number, total: number) => {
    told.push(done / total)
    if (done === 1) controller.abort()
  }
  const stopped = await log.inspect({ signal: controller.signal, onProgress })
  expect(stopped).toEqual({ ok: false, error: { code: 'health.givenUp' } })
  expect(told).toEqual([1 / 3])
  await log.close()
})
