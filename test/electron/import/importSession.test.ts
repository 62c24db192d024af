import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { v7 as uuidV7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportRecord } from '#shared/importing/importRecord'
import type { ImportProgress } from '#shared/ipc/importing'
import { createImportSession, type ImportSession } from '../../../electron/import/importSession'

let folder: string
let session: ImportSession
let heard: ImportProgress[]

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-session-'))
  heard = []
  session = createImportSession({
    worker: new URL('./importWorkerLoader.mjs', import.meta.url),
    newToken: uuidV7,
    now: () => Date.UTC(2026, 9, 1),
    onProgress: (progress) => heard.push(progress),
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const CSV = Buffer.from(
  `Name,Email\n${Array.from({ length: 20_000 }, (_, at) => `P ${at},p${at}@x.example`).join('\n')}\n`,
)

const ONE = Buffer.from('Name,Email\nAna,ana@x.example\n')

/** The token of a dropped file. */
function offer(name: string, bytes: Uint8Array): string {
  const offered = session.offer(name, bytes.length, bytes)
  if (!offered.ok) throw new Error(offered.error.code)
  return offered.value.token
}

async function allRecords(token: string): Promise<ImportRecord[]> {
  const records: ImportRecord[] = []
  for (let from: number | null = 0; from !== null; ) {
    const page = session.records(token, from)
    if (!page.ok) throw new Error(page.error.code)
    const part = JSON.parse(new TextDecoder().decode(page.value.page)) as ImportRecord[]
    expect(part).toHaveLength(page.value.count)
    records.push(...part)
    from = page.value.next
  }
  return records
}

test('a dropped file comes in pieces and goes out in pages, with progress', async () => {
  const offered = session.offer('people.csv', CSV.length, CSV.subarray(0, 1000))
  if (!offered.ok) throw new Error(offered.error.code)
  const { token } = offered.value
  expect(await session.read(token, {})).toMatchObject({ ok: false, error: { code: 'import.unreadable' } })
  expect(session.offerChunk(token, CSV.subarray(1000))).toEqual({ ok: true, value: null })
  expect(session.offerChunk(token, Buffer.from('more'))).toMatchObject({
    error: { code: 'import.unreadable' },
  })
  const read = await session.read(token, {})
  expect(read).toMatchObject({
    ok: true,
    value: { token, records: 20_000, dataRows: 20_000, format: 'table' },
  })
  expect(heard.at(-1)).toEqual({ token, done: 20_000, total: 20_000 })
  expect((await allRecords(token)).length).toBe(20_000)
})

test('a picked file is read again when it has changed, and its path never leaves', async () => {
  const place = path.join(folder, 'people.csv')
  writeFileSync(place, 'Name,Email\nAna,ana@x.example\n')
  const [picked] = await session.pick([place])
  if (picked === undefined) throw new Error('not listed')
  expect(picked).toEqual({ token: picked.token, fileName: 'people.csv', sizeBytes: 29 })
  const first = await session.read(picked.token, {})
  writeFileSync(place, 'Name,Email\nAna,ana@x.example\nBo,bo@x.example\n')
  const second = await session.read(picked.token, { columns: { 0: 'none' } })
  expect([first.ok && first.value.records, second.ok && second.value.records]).toEqual([1, 2])
  expect(first.ok && second.ok && first.value.fileHash !== second.value.fileHash).toBe(true)
  expect(JSON.stringify([first, second])).not.toContain(folder)
  rmSync(place)
  expect(await session.read(picked.token, {})).toEqual({ ok: false, error: { code: 'import.unreadable' } })
})

test('a file that is chosen while another is read is the one at hand, whichever reading ends last', async () => {
  const [long, short] = [offer('long.csv', CSV), offer('short.csv', ONE)]
  const [first, second] = await Promise.all([session.read(long, {}), session.read(short, {})])
  expect(first).toEqual({ ok: false, error: { code: 'import.cancelled' } })
  expect(second).toMatchObject({ ok: true, value: { token: short, records: 1 } })
  expect(await allRecords(short)).toHaveLength(1)

  const started = session.read(long, {})
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  expect(await session.read(short, {})).toMatchObject({ ok: true })
  expect(await started).toMatchObject({ ok: false })
  expect(await allRecords(short)).toHaveLength(1)
})

test('only the records of the file read last are at hand, and none of a cancelled one', async () => {
  const [a, b] = [offer('a.csv', ONE), offer('b.csv', ONE)]
  await session.read(a, {})
  await session.read(b, {})
  expect(session.records(a, 0)).toMatchObject({ ok: false, error: { code: 'import.unknownFile' } })
  expect(session.records(b, 0).ok).toBe(true)
  session.cancel(b)
  expect(session.records(b, 0).ok).toBe(false)
  expect(await session.read(b, {})).toMatchObject({ ok: false, error: { code: 'import.unknownFile' } })
})

test('cancelling ends a reading under way', async () => {
  const offered = session.offer('people.csv', CSV.length, CSV)
  if (!offered.ok) throw new Error(offered.error.code)
  const reading = session.read(offered.value.token, {})
  session.cancel(offered.value.token)
  expect(await reading).toEqual({ ok: false, error: { code: 'import.cancelled' } })
})

test('an archive becomes its files, each read by itself, and its own token is gone', async () => {
  const bytes = zipSync({
    'a/people.csv': strToU8('Name,Email\nAna,ana@x.example\n'),
    'b/more.csv': strToU8('Name,Email\nBo,bo@x.example\nCy,cy@x.example\n'),
    'logo.png': new Uint8Array([1]),
  })
  const place = path.join(folder, 'all.zip')
  writeFileSync(place, bytes)
  const dropped = session.offer('all.zip', bytes.length, bytes)
  const tokens = [dropped.ok ? dropped.value.token : '', (await session.pick([place]))[0]?.token ?? '']
  for (const token of tokens) {
    const opened = await session.unpack(token)
    if (!opened.ok || opened.value === null) throw new Error('not opened')
    expect(opened.value).toMatchObject({ format: 'files', others: ['logo.png'], otherCount: 1 })
    const { files } = opened.value
    expect(files.map(({ fileName }) => fileName)).toEqual(['more.csv', 'people.csv'])
    const read: unknown[] = []
    for (const { token: each } of files) read.push(await session.read(each, {}))
    expect(read).toMatchObject([{ value: { records: 2 } }, { value: { records: 1 } }])
    expect(await session.read(token, {})).toMatchObject({ error: { code: 'import.unknownFile' } })
  }
})

test('an archive of many files leaves room for others', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.csv`, strToU8('Name\nA\n')]))
  const bytes = zipSync(many)
  const offered = session.offer('many.zip', bytes.length, bytes)
  if (!offered.ok) throw new Error(offered.error.code)
  const opened = await session.unpack(offered.value.token)
  expect(opened.ok && opened.value?.files.length).toBe(60)
  expect(await session.pick([path.join(folder, 'a.csv')])).toHaveLength(1)
  expect(session.offer('b.csv', 1, strToU8('A')).ok).toBe(true)
})

test('a file that is no archive stays as it is when one looks into it', async () => {
  const bytes = Buffer.from('Name,Email\nAna,ana@x.example\n')
  const offered = session.offer('a.csv', bytes.length, bytes)
  if (!offered.ok) throw new Error(offered.error.code)
  expect(await session.unpack(offered.value.token)).toEqual({ ok: true, value: null })
  expect((await session.read(offered.value.token, {})).ok).toBe(true)
})

test('what is too large is refused before a byte of it is held', () => {
  expect(session.offer('huge.csv', 400 * 1024 * 1024, new Uint8Array(0))).toMatchObject({
    ok: false,
    error: { code: 'import.tooLarge', params: { megabytes: 400, limit: 300 } },
  })
})

test('exchange rates are read from text, from an archive and from what was pasted, and the file is forgotten', async () => {
  const text = 'Date,USD,JPY\n2026-11-27,1.0765,162.45\n'
  const archive = zipSync({ 'eurofxref-hist.csv': strToU8(text) })
  const files = ['rates.csv', 'rates.zip'].map((name) => path.join(folder, name))
  writeFileSync(files[0] ?? '', text)
  writeFileSync(files[1] ?? '', archive)
  const pasted = session.paste('Pasted', text.replaceAll(',', '\t'))
  const offered = [...(await session.pick(files)), ...(pasted.ok ? [pasted.value] : [])]
  expect(offered).toHaveLength(3)
  for (const { token } of offered) {
    expect(await session.rates(token)).toMatchObject({
      ok: true,
      value: { layout: 'columns', series: [{ currency: 'USD', rates: ['1.0765'] }, { currency: 'JPY' }] },
    })
    expect(await session.rates(token)).toMatchObject({ error: { code: 'import.unknownFile' } })
  }
  const other = session.paste('Pasted', 'Dear Anna')
  expect(other.ok && (await session.rates(other.value.token))).toMatchObject({
    error: { code: 'rates.notRates' },
  })
})
