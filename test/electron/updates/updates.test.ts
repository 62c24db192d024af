import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CancellationToken } from 'electron-updater'
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
  process.env.APPIMAGE = own()
})
afterEach(async () => {
  delete process.env.APPIMAGE
  await place?.close()
  place = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** A copy of version 0.1.0, the steps that its window is told, and the place it looks at. */
async function copyLookingAt(release: Release, silenceMs?: number) {
  await place?.close()
  place = await openReleasePlace(release)
  const updater = new LoopbackUpdater(path.join(folder, 'resources'), place.url, '0.1.0')
  const told: UpdateState[] = []
  const updates = createUpdates({
    ownVersion: '0.1.0',
    loadEngine: async () => setUp(updater, () => new CancellationToken(), silenceMs),
    tell: (state) => told.push(state),
  })
  return { updates, told, place, updater }
}

/** The file that this copy runs from. */
function own(): string {
  return path.join(folder, 'Orchard-0.1.0.AppImage')
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
  'what was fetched takes the place of this copy when it is quit, under its own name, and not before',
  async () => {
    const { updates, updater } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
    writeFileSync(own(), 'this Orchard')
    await updates.look()
    await updates.fetch()
    expect(readFileSync(own(), 'utf8')).toBe('this Orchard')
    for (const quit of updater.whenQuit) quit(0)
    expect(readdirSync(folder).filter((name) => name.endsWith('.AppImage'))).toEqual([
      'Orchard-0.2.0.AppImage',
    ])
    expect(readFileSync(path.join(folder, 'Orchard-0.2.0.AppImage'))).toEqual(NEXT)
  },
)

test('what is refused after it was fetched is told', async () => {
  const { updates, updater, told } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  await updates.look()
  await updates.fetch()
  updater.emit(
    'error',
    Object.assign(new Error('not signed by us'), { code: 'ERR_UPDATER_INVALID_SIGNATURE' }),
  )
  expect(told.at(-1)).toEqual({ ownVersion: '0.1.0', step: 'failed', code: 'update.damaged' })
})

test('only who wants it looks at a start', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  await updates.atStart({})
  await updates.atStart({ updates: 'off' })
  expect(place.asked).toEqual([])
  expect((await updates.atStart({ updates: 'look' })).step).toBe('found')
})

test('what lies ready is not looked for again', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  await updates.look()
  await updates.fetch()
  const before = place.asked.length
  expect((await updates.look()).step).toBe('ready')
  expect(place.asked).toHaveLength(before)
})

test.each(['0.1.0', '0.0.9'])('version %s is no news to 0.1.0', async (version) => {
  const { updates } = await copyLookingAt({ version, bytes: NEXT })
  expect(await updates.look()).toEqual({ ownVersion: '0.1.0', step: 'newest' })
})

test('all copies say the same of who asks and who fetches', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  await updates.look()
  await updates.fetch()
  const said = place.asked.map(({ headers }) => [headers['x-user-staging-id'], headers['accept-language']])
  const same = ['00000000-0000-0000-0000-000000000000', 'en']
  expect(said).toEqual([same, same])
})

test('what is not what was announced is thrown away', async () => {
  const sha512 = Buffer.alloc(64, 7).toString('base64')
  const { updates } = await copyLookingAt({ version: '0.2.0', bytes: NEXT, sha512 })
  await updates.look()
  expect(await updates.fetch()).toEqual({ ownVersion: '0.1.0', step: 'failed', code: 'update.damaged' })
  expect(readdirSync(pendingFolder()).filter((name) => name.endsWith('.AppImage'))).toEqual([])
})

test('a place that has nothing is told, and can be asked again', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT })
  place.answers('nothing')
  expect(await updates.look()).toEqual({ ownVersion: '0.1.0', step: 'failed', code: 'update.unreachable' })
  place.answers('all')
  expect((await updates.look()).step).toBe('found')
})

test('a place that says no word is given up, with what it was to send', async () => {
  const { updates, place } = await copyLookingAt({ version: '0.2.0', bytes: NEXT }, 200)
  await updates.look()
  place.answers('no word')
  expect(await updates.fetch()).toEqual({ ownVersion: '0.1.0', step: 'failed', code: 'update.unreachable' })
  expect((await updates.look()).step).toBe('failed')
})

test('a copy without a place has nothing that could look', async () => {
  const updates = createUpdates({ ownVersion: '0.1.0', loadEngine: undefined, tell: () => undefined })
  expect(await updates.atStart({ updates: 'look' })).toEqual({ ownVersion: '0.1.0', step: 'unset' })
})

test('an updater that can’t be loaded is a failure like any other', async () => {
  const loadEngine = () => Promise.reject(new Error('not there'))
  const updates = createUpdates({ ownVersion: '0.1.0', loadEngine, tell: () => undefined })
  expect(await updates.look()).toEqual({ ownVersion: '0.1.0', step: 'failed', code: 'update.failed' })
})

test('a place counts only for a copy that can replace itself', async () => {
  writeFileSync(path.join(folder, 'app-update.yml'), 'provider: generic\n')
  const mac: InstalledCopy = {
    isPackaged: true,
    platform: 'darwin',
    resourcesPath: folder,
    portableFile: undefined,
    appImage: undefined,
  }
  const isThere = async (copy: InstalledCopy) => (await findUpdateEngine(nodeFs, copy)) !== undefined
  expect(await isThere(mac)).toBe(true)
  expect(await isThere({ ...mac, platform: 'win32' })).toBe(true)
  expect(await isThere({ ...mac, platform: 'linux', appImage: own() })).toBe(true)
  // A package of Debian is replaced by its package manager, with a password.
  expect(await isThere({ ...mac, platform: 'linux' })).toBe(false)
  expect(await isThere({ ...mac, isPackaged: false })).toBe(false)
  expect(await isThere({ ...mac, portableFile: 'E:\\Orchard.exe' })).toBe(false)
  expect(await isThere({ ...mac, resourcesPath: path.join(folder, 'elsewhere') })).toBe(false)
})
