import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UpdateState } from '#shared/ipc/updates'
import { nodeFs } from '../../../electron/files/fsPort'
import { findUpdateEngine, type InstalledCopy, setUp } from '../../../electron/updates/updateEngine'
import { createUpdates } from '../../../electron/updates/updates'
import { LoopbackUpdater, openReleasePlace, type Release, type ReleasePlace } from './releasePlace'

/** A program that runs and does nothing: the updater runs what it has put in place once. */
const NEXT = Buffer.from('#!/bin/sh\n')
let folder: string
let place: ReleasePlace | undefined

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-updates-'))
  process.env.APPIMAGE = path.join(folder, 'Orchard.AppImage')
})
afterEach(async () => {
  delete process.env.APPIMAGE
  await place?.close()
  place = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** A copy of version 0.1.0, the steps that its window is told, and the place it looks at. */
async function copyLookingAt(release: Release) {
  place = await openReleasePlace(release)
  const updater = new LoopbackUpdater(path.join(folder, 'resources'), place.url, '0.1.0')
  const told: UpdateState[] = []
  const updates = createUpdates({
    ownVersion: '0.1.0',
    loadEngine: async () => setUp(updater),
    tell: (state) => told.push(state),
  })
  return { updates, told, place, updater }
}

/** Where the updater keeps what it has fetched. */
function pendingFolder(): string {
  return path.join(folder, 'resources', 'cache', 'orchard-updater', 'pending')
}

test('nothing is asked for until somebody looks', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  expect(updates.state()).toEqual({ ownVersion: '0.1.0', step: 'idle' })
  expect(await updates.fetch()).toEqual({ ownVersion: '0.1.0', step: 'idle' })
  expect(place.asked).toEqual([])
})

test('a newer version is found, and fetched only when wanted', async () => {
  const { updates, told, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  const found = { ownVersion: '0.1.0', step: 'found', version: '0.2.0' }
  expect(await updates.look()).toEqual(found)
  expect(place.asked.filter(({ path }) => !path.endsWith('.yml'))).toEqual([])
  expect(await updates.fetch()).toEqual({ ownVersion: '0.1.0', step: 'ready', version: '0.2.0' })
  expect(told.map(({ step }) => step).filter((step, at, all) => step !== all[at - 1])).toEqual([
    'looking',
    'found',
    'fetching',
    'ready',
  ])
  expect(readFileSync(path.join(pendingFolder(), 'Orchard-0.2.0.AppImage'))).toEqual(NEXT)
})

// The updater of AppImages moves files with a command of Linux.
test.runIf(process.platform === 'linux')(
  'what was fetched takes the place of this copy when it is closed, and not before',
  async () => {
    const { updates, updater } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
    const own = path.join(folder, 'Orchard.AppImage')
    writeFileSync(own, 'this Orchard')
    await updates.look()
    await updates.fetch()
    expect(readFileSync(own, 'utf8')).toBe('this Orchard')
    for (const close of updater.whenClosed) close(0)
    expect(readFileSync(own)).toEqual(NEXT)
  },
)

test('what lies ready is not looked for again', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  await updates.look()
  await updates.fetch()
  const before = place.asked.length
  expect((await updates.look()).step).toBe('ready')
  expect(place.asked).toHaveLength(before)
})

test('the same version and an older one are no news', async () => {
  const { updates } = await copyLookingAt({ version: '0.1.0', bytes: NEXT })
  expect(await updates.look()).toEqual({ ownVersion: '0.1.0', step: 'newest' })
  const older = await copyLookingAt({ version: '0.0.9', bytes: NEXT })
  expect((await older.updates.look()).step).toBe('newest')
})

test('all copies say the same of who asks', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.1.0', bytes: NEXT })
  await updates.look()
  expect(place.asked.map(({ headers }) => headers['x-user-staging-id'])).toEqual([
    '00000000-0000-0000-0000-000000000000',
  ])
})

test('what is not what was announced is thrown away', async () => {
  const sha512 = Buffer.alloc(64, 7).toString('base64')
  const { updates } = await copyLookingAt({ version: '0.2.0', bytes: NEXT, sha512 })
  await updates.look()
  expect(await updates.fetch()).toEqual({ ownVersion: '0.1.0', step: 'failed', code: 'update.damaged' })
  expect(readdirSync(pendingFolder()).filter((name) => name.endsWith('.AppImage'))).toEqual([])
})

test('a place that is not there is told, and can be asked again', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  await place.close()
  const failed = { ownVersion: '0.1.0', step: 'failed', code: 'update.unreachable' }
  expect(await updates.look()).toEqual(failed)
  expect(await updates.look()).toEqual(failed)
})

test('a copy without a place has nothing that could look', async () => {
  const installed = { isPackaged: true, resourcesPath: folder, portableFile: undefined }
  expect(await findUpdateEngine(nodeFs, installed)).toBeUndefined()
  const updates = createUpdates({ ownVersion: '0.1.0', loadEngine: undefined, tell: () => undefined })
  expect(await updates.look()).toEqual({ ownVersion: '0.1.0', step: 'unset' })
})

test('a place counts only for a copy that was installed', async () => {
  writeFileSync(path.join(folder, 'app-update.yml'), 'provider: generic\n')
  const installed = { isPackaged: true, resourcesPath: folder, portableFile: undefined }
  const isThere = async (copy: InstalledCopy) => (await findUpdateEngine(nodeFs, copy)) !== undefined
  expect(await isThere(installed)).toBe(true)
  expect(await isThere({ ...installed, isPackaged: false })).toBe(false)
  expect(await isThere({ ...installed, portableFile: 'E:\\Orchard.exe' })).toBe(false)
})
