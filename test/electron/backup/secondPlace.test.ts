import { describe, expect, test } from 'vitest'
import type { SecondPlace } from '#shared/ipc/secondPlace'
import { placeFolderName } from '../../../electron/backup/placeFolder'
import { keepSecondPlace } from '../../../electron/backup/secondPlace'
import { openSecondPlaceMemory } from '../../../electron/backup/secondPlaceMemory'
import { verifySnapshot } from '../../../electron/backup/verifySnapshot'
import type { FsPort } from '../../../electron/files/fsPort'
import { linesOf, openOn, QUICK_SEAL, saveProducts, takeBackup, valueIn } from '../../support/backupDisk'
import { SimFs } from '../../support/simFs'
import { AT, pieces, productLines } from '../../support/snapshotFiles'

const DAY = 86_400_000

/** A notebook, the device's memory, and a stick. */
async function withStick(now: () => number = () => AT, fs = new SimFs()) {
  for (const folder of ['/n', '/device', '/usb']) await fs.makeFolder(folder)
  const opened = await openOn(fs, now)
  const { notebookId } = opened.notebook.head()
  const told: (SecondPlace | null)[] = []
  const keep = async (on: FsPort = fs) =>
    keepSecondPlace({
      fs: on,
      memory: await openSecondPlaceMemory(on, '/device'),
      backups: opened.backups,
      notebookId,
      notebookFolder: '/n/notebook',
      now,
      onChange: (place) => told.push(place),
      sealCost: QUICK_SEAL,
    })
  const folder = `/usb/${placeFolderName(notebookId)}`
  const namesThere = async () =>
    (await fs.list(folder)).map((name) => Number(/-s(\d+)-/.exec(name)?.[1] ?? Number.NaN))
  const backUp = async (count: number) => {
    await saveProducts(opened.notebook, count, count)
    return valueIn(await takeBackup(opened, count))
  }
  return { fs, ...opened, told, keep, folder, namesThere, backUp }
}

describe('a second place', () => {
  test('gets every verified backup once more, complete and read back, and tells how it is', async () => {
    const { fs, backups, told, keep, folder, backUp } = await withStick()
    const place = await keep()
    expect(place.state()).toBeNull()
    const first = await backUp(1)
    expect(valueIn(await place.choose('/usb'))).toMatchObject({ folderName: 'usb', isCopying: true })
    await place.settled(60_000)
    expect(place.state()).toEqual({
      folderName: 'usb',
      isCopying: false,
      problem: undefined,
      newest: { createdAt: first.createdAt },
      isUpToDate: true,
      isSealed: false,
    })
    const second = await backUp(2)
    await place.catchUp()
    expect(place.state()?.newest).toEqual({ createdAt: second.createdAt })
    for (const { id } of [first, second]) {
      const bytes = fs.peek(`${folder}/${id}.orchard`) ?? ''
      expect(await verifySnapshot(pieces(bytes))).toMatchObject({
        value: { header: { attachments: 'inside' } },
      })
    }
    expect(told.at(-1)).toEqual(place.state())
    // What stands there opens like any file.
    const info = valueIn(await backups.adopt(`${folder}/${second.id}.orchard`))
    expect(await linesOf(backups, info.id)).toBe(productLines(1, 2))
  })

  test('begins anew after an erasure, when it is back if it was away: no copy from before stays', async () => {
    const { keep, backUp, fs, folder } = await withStick()
    const before = await keep()
    const first = await backUp(1)
    const second = await backUp(2)
    valueIn(await before.choose('/usb'))
    await before.settled(60_000)
    expect(await fs.list(folder)).toHaveLength(2)
    // An erasure that could not clean a backup removes it.
    await fs.unlink(`/n/snapshots/${first.id}.orchard`)
    await fs.rename(folder, '/usb/away')
    await before.beginAnew()
    expect(before.state()).toMatchObject({ problem: 'backup.placeAbsent', isUpToDate: false })
    await fs.rename('/usb/away', folder)
    const after = await keep()
    await after.catchUp()
    expect(after.state()).toMatchObject({ problem: undefined, isUpToDate: true })
    expect(await fs.list(folder)).toEqual([`${second.id}.orchard`])
    // It is done once: what is copied from now on stays.
    await backUp(3)
    await after.catchUp()
    expect(await fs.list(folder)).toHaveLength(2)
  })

  test('is remembered on this device, with how old its copy is', async () => {
    const { keep, backUp, fs, folder } = await withStick()
    const before = await keep()
    const { createdAt } = await backUp(1)
    valueIn(await before.choose('/usb'))
    await before.settled(60_000)
    await fs.rename(folder, '/usb/away')
    const after = await keep()
    expect(after.state()).toMatchObject({ folderName: 'usb', newest: { createdAt }, isUpToDate: false })
    await after.catchUp()
    expect(after.state()).toMatchObject({ problem: 'backup.placeAbsent', newest: { createdAt } })
  })

  test('that is away is said, and catches up by itself when it is back', async () => {
    const { fs, keep, folder, namesThere, backUp, backups } = await withStick()
    const place = await keep()
    await backUp(1)
    valueIn(await place.choose('/usb'))
    await place.settled(60_000)
    await fs.rename(folder, '/usb/away')
    await backUp(2)
    await place.catchUp()
    await backUp(3)
    await place.retry()
    expect(place.state()).toMatchObject({ problem: 'backup.placeAbsent', isCopying: false })
    // Nothing is written where the stick used to be: it would fill the wrong disk.
    expect(await fs.list('/usb')).toEqual(['away'])
    expect(valueIn(await backups.list()).backups).toHaveLength(3)
    await fs.rename('/usb/away', folder)
    await place.retry()
    expect(place.state()).toMatchObject({ problem: undefined, isUpToDate: true })
    expect(await namesThere()).toEqual([1, 2, 3])
  })

  test('keeps the newest three and a week of days, and leaves foreign files alone', async () => {
    let now = AT
    const { fs, keep, namesThere, backUp, folder } = await withStick(() => now)
    const place = await keep()
    await backUp(1)
    valueIn(await place.choose('/usb'))
    await place.settled(60_000)
    fs.poke(`${folder}/holiday.jpg`, Buffer.from('x'))
    fs.poke(`${folder}/snapshot-g0001-s000000000000-20200101t000000000z.orchard`, Buffer.from('x'))
    for (let count = 2; count <= 14; count += 1) {
      now += DAY / 2
      await backUp(count)
      await place.catchUp()
    }
    const kept = (await namesThere()).filter((seq) => seq > 0)
    expect(kept.at(-1)).toBe(14)
    expect(kept).toHaveLength(8)
    expect(await fs.list(folder)).toEqual(
      expect.arrayContaining(['holiday.jpg', 'snapshot-g0001-s000000000000-20200101t000000000z.orchard']),
    )
  })

  test('puts a copy right that can no longer be read', async () => {
    const { fs, keep, folder, backUp } = await withStick()
    const place = await keep()
    const { id } = await backUp(1)
    valueIn(await place.choose('/usb'))
    await place.settled(60_000)
    fs.poke(`${folder}/${id}.orchard`, Buffer.from('torn'))
    const after = await keep()
    await after.catchUp()
    expect(after.state()).toMatchObject({ problem: undefined, isUpToDate: true })
    expect((await verifySnapshot(pieces(fs.peek(`${folder}/${id}.orchard`) ?? ''))).ok).toBe(true)
  })

  test('that is lost in the middle of a copy leaves the own backups alone and nothing half under a name', async () => {
    for (let at = 1; ; at += 1) {
      const { fs, keep, folder, backUp, backups } = await withStick()
      const place = await keep()
      await backUp(1)
      valueIn(await place.choose('/usb'))
      await place.settled(60_000)
      await backUp(2)
      const before = valueIn(await backups.list())
      let seen = 0
      fs.configure({
        fault: ({ path }) => {
          if (path.startsWith('/usb')) seen += 1
          return path.startsWith('/usb') && seen >= at ? { errno: 'ENODEV' } : undefined
        },
      })
      await place.catchUp()
      fs.configure({})
      const faulted = seen >= at
      expect(valueIn(await backups.list()), `operation ${at}`).toEqual(before)
      for (const name of (await fs.list(folder)).filter((each) => each.endsWith('.orchard'))) {
        const whole = await verifySnapshot(pieces(fs.peek(`${folder}/${name}`) ?? ''))
        expect(whole.ok, `operation ${at}: ${name}`).toBe(true)
      }
      if (!faulted) {
        expect(at).toBeGreaterThan(20)
        break
      }
      expect(place.state()?.problem, `operation ${at}`).toMatch(
        /^backup\.(placeAbsent|ioFailed|missing|verifyFailed)$/,
      )
      await place.retry()
      expect(place.state(), `operation ${at}`).toMatchObject({ problem: undefined, isUpToDate: true })
    }
  })

  test('with too little room is asked for none, and the copies there stay', async () => {
    const { fs, keep, namesThere, backUp } = await withStick()
    const place = await keep()
    await backUp(1)
    valueIn(await place.choose('/usb'))
    await place.settled(60_000)
    await backUp(2)
    Object.assign(fs, { freeBytes: async (path: string) => (path.startsWith('/usb') ? 1_000 : 1e12) })
    await place.catchUp()
    expect(place.state()).toMatchObject({ problem: 'backup.diskFull', isUpToDate: false })
    expect(await namesThere()).toEqual([1])
  })

  test('is not taken where the notebook itself lies, nor where nothing can be written', async () => {
    const { fs, keep } = await withStick()
    const place = await keep()
    expect(await place.choose('/n/elsewhere')).toMatchObject({ error: { code: 'backup.placeInside' } })
    expect(await place.choose('/n')).toMatchObject({ error: { code: 'backup.placeInside' } })
    fs.configure({ fault: ({ op }) => (op === 'makeFolder' ? { errno: 'EROFS' } : undefined) })
    expect(await place.choose('/usb')).toMatchObject({ error: { code: 'backup.readOnly' } })
    expect(place.state()).toBeNull()
  })

  test('that was left is written to no more, and keeps what it has', async () => {
    const { keep, namesThere, backUp, told } = await withStick()
    const place = await keep()
    await backUp(1)
    valueIn(await place.choose('/usb'))
    await place.settled(60_000)
    await place.leave()
    expect(told.at(-1)).toBeNull()
    await backUp(2)
    await place.catchUp()
    expect(await namesThere()).toEqual([1])
    expect((await keep()).state()).toBeNull()
  })
})
