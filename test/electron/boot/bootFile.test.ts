import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BootSnapshot } from '#shared/ipc/boot'
import { openBootFile } from '../../../electron/boot/bootFile'
import { nodeFs } from '../../../electron/files/fsPort'
import { testId } from '../../shared/changes/memoryNotebook'

const HEAD = {
  notebookId: testId(1),
  deviceId: testId(2),
  generation: 2,
  lastSeq: 7,
  databaseName: 'orchard-g2-a',
  everHadRecords: true,
}
const SNAPSHOT: BootSnapshot = {
  generation: 2,
  lastSeq: 7,
  customers: 120_000,
  rows: [{ id: testId(3), name: '林氏商贸', updatedAt: 5, country: 'CN', person: '林娜' }],
  today: { day: '2026-11-25', due: 1, rows: [{ who: '林娜', whereabouts: ['林氏商贸', '宁波'] }] },
}

let folder: string

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'orchard-boot-')), 'boot')
})
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

async function reopened() {
  return openBootFile(nodeFs, folder)
}

test('what was kept is there at the next start, and there is one file of it', async () => {
  const boot = await reopened()
  expect(await boot.read(HEAD)).toBeNull()
  await boot.save(HEAD.notebookId, { ...SNAPSHOT, lastSeq: 6 })
  expect(await boot.save(HEAD.notebookId, SNAPSHOT)).toEqual({ ok: true, value: null })
  expect(await (await reopened()).read(HEAD)).toEqual(SNAPSHOT)
  expect(readdirSync(folder)).toHaveLength(1)
})

test.each([
  ['a journal that has gone on', { lastSeq: 8 }],
  ['a journal that has lost its end', { lastSeq: 6 }],
  ['another generation', { generation: 3 }],
  ['another notebook', { notebookId: testId(9) }],
])('it is ignored beside %s', async (_what, other) => {
  const boot = await reopened()
  await boot.save(HEAD.notebookId, SNAPSHOT)
  expect(await boot.read({ ...HEAD, ...other })).toBeNull()
})

test('any damaged byte makes it ignored, and the next save puts it right', async () => {
  const boot = await reopened()
  await boot.save(HEAD.notebookId, SNAPSHOT)
  const file = path.join(folder, readdirSync(folder)[0] ?? '')
  const sound = readFileSync(file)
  for (let at = 0; at < sound.length; at += 1) {
    const damaged = Buffer.from(sound)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    writeFileSync(file, damaged)
    expect(await boot.read(HEAD), `byte ${at}`).toBeNull()
  }
  for (const length of [0, 1, 64, 65, sound.length - 1]) {
    writeFileSync(file, sound.subarray(0, length))
    expect(await boot.read(HEAD), `${length} bytes`).toBeNull()
  }
  await boot.save(HEAD.notebookId, SNAPSHOT)
  expect(await boot.read(HEAD)).toEqual(SNAPSHOT)
})

test('what a kill left of a write is removed', async () => {
  await (await reopened()).save(HEAD.notebookId, SNAPSHOT)
  writeFileSync(path.join(folder, 'first-rows.tmp-0123456789abcdef'), 'half of it')
  expect(await (await reopened()).read(HEAD)).toEqual(SNAPSHOT)
  expect(readdirSync(folder)).toEqual(['first-rows'])
})
