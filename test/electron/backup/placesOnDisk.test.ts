import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeFolderName } from '../../../electron/backup/placeFolder'
import { keepSecondPlace } from '../../../electron/backup/secondPlace'
import { openSecondPlaceMemory } from '../../../electron/backup/secondPlaceMemory'
import { verifySnapshot } from '../../../electron/backup/verifySnapshot'
import { readChunks } from '../../../electron/files/durableWrite'
import { nodeFs } from '../../../electron/files/fsPort'
import { type OpenedNotebook, openOn, saveProducts, takeBackup, valueIn } from '../../support/backupDisk'
import { AT } from '../../support/snapshotFiles'

/** Small disks are mounted, which takes Linux and its superuser; a folder that is taken away takes neither. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

let base = ''
let mounted: string[] = []
let opened: OpenedNotebook | undefined

beforeEach(() => {
  base = mkdtempSync(path.join(os.tmpdir(), 'orchard-places-'))
  for (const name of ['n', 'device', 'stick']) mkdirSync(path.join(base, name))
})

afterEach(async () => {
  await opened?.backups.close()
  await opened?.notebook.close()
  opened = undefined
  for (const folder of mounted) execFileSync('umount', ['-l', folder])
  mounted = []
  rmSync(base, { recursive: true, force: true })
})

function mount(name: string, options: string): string {
  const folder = path.join(base, name)
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  mounted.push(folder)
  return folder
}

/** A notebook on the real disk with one backup, and the keeper of its second place. */
async function onDisk() {
  const notebookFolder = path.join(base, 'n')
  opened = await openOn(nodeFs, () => AT, notebookFolder)
  await saveProducts(opened.notebook, 1, 4)
  const { id } = valueIn(await takeBackup(opened, 4))
  const { notebookId } = opened.notebook.head()
  const place = keepSecondPlace({
    fs: nodeFs,
    memory: await openSecondPlaceMemory(nodeFs, path.join(base, 'device')),
    backups: opened.backups,
    notebookId,
    notebookFolder: path.join(notebookFolder, 'notebook'),
    now: () => AT,
    onChange: () => undefined,
  })
  return { ...opened, id, place, folderName: placeFolderName(notebookId) }
}

async function isWhole(file: string): Promise<boolean> {
  return (await verifySnapshot(readChunks(nodeFs, file))).ok
}

describe('a stick, with real files', () => {
  test('gets a copy; pulled and put back it catches up; nothing is written where it used to be', async () => {
    const { place, folderName, id, ...notebook } = await onDisk()
    const stick = path.join(base, 'stick')
    valueIn(await place.choose(stick))
    await place.settled(60_000)
    expect(await isWhole(path.join(stick, folderName, `${id}.orchard`))).toBe(true)

    renameSync(stick, `${stick}-pulled`)
    mkdirSync(stick)
    await saveProducts(notebook.notebook, 5, 5)
    const second = valueIn(await takeBackup(notebook, 5))
    await place.catchUp()
    expect(place.state()).toMatchObject({ problem: 'backup.placeAbsent', isUpToDate: false })
    expect(readdirSync(stick)).toEqual([])

    rmSync(stick, { recursive: true })
    renameSync(`${stick}-pulled`, stick)
    // A kill in the middle of an earlier copy left this.
    writeFileSync(path.join(stick, folderName, `x.orchard.tmp-${'0'.repeat(16)}`), 'half')
    await place.retry()
    expect(place.state()).toMatchObject({ problem: undefined, isUpToDate: true })
    expect(readdirSync(path.join(stick, folderName)).sort()).toEqual([
      `${id}.orchard`,
      `${second.id}.orchard`,
    ])
  })

  test.runIf(canMount)('that can only be read is said to be so, and the notebook goes on', async () => {
    const stick = mount('stick', 'size=8m')
    const { place, id, folderName, ...notebook } = await onDisk()
    valueIn(await place.choose(stick))
    await place.settled(60_000)
    execFileSync('mount', ['-o', 'remount,ro', stick])
    await saveProducts(notebook.notebook, 5, 5)
    valueIn(await takeBackup(notebook, 5))
    await place.catchUp()
    expect(place.state()).toMatchObject({ problem: 'backup.readOnly', isUpToDate: false })
    expect(await notebook.backups.copyTo(id, path.join(stick, 'copy.orchard'))).toMatchObject({
      error: { code: 'backup.readOnly' },
    })
    expect(readdirSync(stick)).toEqual([folderName])
    expect(valueIn(await notebook.backups.list()).backups).toHaveLength(2)
  })

  test.runIf(canMount)('with too little room is found out before anything is written', async () => {
    const stick = mount('stick', 'size=1m')
    const { place, backups, id, folderName } = await onDisk()
    valueIn(await place.choose(stick))
    await place.settled(60_000)
    expect(place.state()).toMatchObject({ problem: 'backup.diskFull' })
    expect(readdirSync(path.join(stick, folderName))).toEqual([])
    expect(await backups.copyTo(id, path.join(stick, 'copy.orchard'), 'four words nobody')).toMatchObject({
      error: { code: 'backup.diskFull' },
    })
    expect(readdirSync(stick)).toEqual([folderName])
  })

  test.runIf(canMount)('a disk without room takes no file in', async () => {
    const { backups, id } = await onDisk()
    const elsewhere = path.join(base, 'copy.orchard')
    valueIn(await backups.copyTo(id, elsewhere))
    mount('n', 'size=1m')
    mkdirSync(path.join(base, 'n', 'snapshots'))
    expect(await backups.adopt(elsewhere)).toMatchObject({ error: { code: 'backup.diskFull' } })
    expect(readdirSync(path.join(base, 'n', 'snapshots'))).toEqual([])
  })
})
