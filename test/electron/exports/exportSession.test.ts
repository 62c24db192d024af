import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExportHead, ExportPart } from '#shared/exporting/exportFile'
import { createDragOut } from '../../../electron/dragging/dragOut'
import { createExportSession, type ExportSession } from '../../../electron/exports/exportSession'
import { delimiterOf } from '../../../electron/exports/regionDelimiter'
import { type FsPort, nodeFs } from '../../../electron/files/fsPort'

const HEAD: ExportHead = {
  kind: 'csv',
  for: 'plain',
  columns: [{ caption: 'Company', width: 20, holds: 'plain' }],
  hashed: [],
}
const part = (...names: string[]): ExportPart => ({
  kind: 'rows',
  sheet: 0,
  rows: names.map((name) => [name]),
})
const encode = (parts: unknown) => new TextEncoder().encode(JSON.stringify(parts))

let folder: string
let asked: string[]
let dragged: string[]
/** What the session says is there, whole. */
let saved: string[]
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-session-'))
  asked = []
  dragged = []
  saved = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function session(fs: FsPort = nodeFs, answer: 'yes' | 'no' = 'yes'): ExportSession {
  let tokens = 0
  return createExportSession({
    fs,
    dragOut: createDragOut({
      fs,
      folder: path.join(folder, 'dragged'),
      saved: { find: () => undefined },
      startDrag: (file) => dragged.push(file),
    }),
    choosePlace: async (fileName) => {
      asked.push(fileName)
      return answer === 'yes' ? path.join(folder, fileName) : null
    },
    onSaved: (place) => saved.push(place),
    readPhoto: async () => undefined,
    delimiter: () => ',',
    newToken: () => `token-${++tokens}`,
    now: () => 0,
  })
}

/** A disk that fills up after the temporary file has been opened. */
const full: FsPort = {
  ...nodeFs,
  open: async (file, mode) => {
    const opened = await nodeFs.open(file, mode)
    if (mode !== 'createNew') return opened
    return {
      ...opened,
      write: async () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      },
    }
  },
}

test('parts become a file under the name that was offered', async () => {
  const exports = session()
  expect(await exports.begin(HEAD, 'Orchard Customers 2026-11-28')).toEqual({ ok: true, value: 'token-1' })
  expect(await exports.write('token-1', encode([part('Ana'), part('王')]))).toEqual({ ok: true, value: null })
  const content = 'Company\r\nAna\r\n王\r\n'
  expect(await exports.finish('token-1')).toEqual({
    ok: true,
    value: { fileName: 'Orchard Customers 2026-11-28.csv', sizeBytes: Buffer.byteLength(content) },
  })
  expect(readFileSync(path.join(folder, 'Orchard Customers 2026-11-28.csv'), 'utf8')).toBe(content)
  expect(asked).toEqual(['Orchard Customers 2026-11-28.csv'])
  expect(saved).toEqual([path.join(folder, 'Orchard Customers 2026-11-28.csv')])
})

test('a file has its name only when it is whole, and what was there before stays until then', async () => {
  const place = path.join(folder, 'Orchard a.csv')
  writeFileSync(place, 'before')
  const exports = session()
  await exports.begin(HEAD, 'Orchard a')
  await exports.write('token-1', encode([part('Ana')]))
  expect(readFileSync(place, 'utf8')).toBe('before')
  await exports.finish('token-1')
  expect(readFileSync(place, 'utf8')).toBe('Company\r\nAna\r\n')
})

test('giving up leaves nothing, and the token is worth nothing any more', async () => {
  const exports = session()
  await exports.begin(HEAD, 'Orchard a')
  await exports.write('token-1', encode([part('Ana')]))
  await exports.cancel('token-1')
  expect(readdirSync(folder)).toEqual([])
  expect(saved).toEqual([])
  expect(await exports.write('token-1', encode([part('Ana')]))).toMatchObject({
    error: { code: 'export.notBegun' },
  })
  expect(await exports.finish('token-1')).toMatchObject({ error: { code: 'export.notBegun' } })
})

test('a new export gives up the one that was under way', async () => {
  const exports = session()
  await exports.begin(HEAD, 'Orchard a')
  await exports.begin(HEAD, 'Orchard b')
  expect(await exports.finish('token-1')).toMatchObject({ error: { code: 'export.notBegun' } })
  await exports.finish('token-2')
  expect(readdirSync(folder)).toEqual(['Orchard b.csv'])
})

test('no place, no file', async () => {
  expect(await session(nodeFs, 'no').begin(HEAD, 'Orchard a')).toEqual({ ok: true, value: null })
  expect(readdirSync(folder)).toEqual([])
})

test('what is no part is refused, and nothing of the file stays', async () => {
  for (const wrong of [
    encode([{ kind: 'rows', sheet: 0, rows: [[{ kind: 'formula' }]] }]),
    encode({}),
    encode(1).subarray(1),
  ]) {
    const exports = session()
    await exports.begin(HEAD, 'Orchard a')
    expect(await exports.write('token-1', wrong)).toMatchObject({ error: { code: 'export.badPart' } })
    expect(readdirSync(folder)).toEqual([])
  }
})

test('a full disk is told and leaves nothing', async () => {
  const exports = session(full)
  await exports.begin(HEAD, 'Orchard a')
  const lines = encode([part('Ana'), part('Ana')])
  const told = [await exports.write('token-1', lines), await exports.finish('token-1')]
  expect(told.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual([
    'export.diskFull',
    'export.notBegun',
  ])
  expect(readdirSync(folder)).toEqual([])
})

test('where a comma begins the decimals a semicolon ends a cell', () => {
  expect(['en-GB', 'zh-CN', 'de-DE', 'pt-BR', 'nonsense!'].map(delimiterOf)).toEqual([
    ',',
    ',',
    ';',
    ';',
    ',',
  ])
})

test('a file that is dragged is asked no place for, is whole before the pointer has it, and lies in our own folder', async () => {
  const exports = session()
  expect(await exports.beginDrag(HEAD, 'Orchard Ana')).toEqual({ ok: true, value: 'token-1' })
  await exports.write('token-1', encode([part('Ana')]))
  expect(dragged).toEqual([])
  expect(await exports.finish('token-1')).toEqual({
    ok: true,
    value: { fileName: 'Orchard Ana.csv', sizeBytes: 14 },
  })
  const place = path.join(folder, 'dragged', 'Orchard Ana.csv')
  expect(dragged).toEqual([place])
  expect(readFileSync(place, 'utf8')).toBe('Company\r\nAna\r\n')
  expect(asked).toEqual([])
})

test('a drag that is given up hands nothing over and leaves nothing', async () => {
  const exports = session()
  await exports.beginDrag(HEAD, 'Orchard Ana')
  await exports.write('token-1', encode([part('Ana')]))
  await exports.cancel('token-1')
  expect(dragged).toEqual([])
  expect(readdirSync(path.join(folder, 'dragged'))).toEqual([])
})
