import { describe, expect, test } from 'vitest'
import { snapshotBytes } from '../../../electron/backup/snapshotBytes'
import { verifySnapshot } from '../../../electron/backup/verifySnapshot'
import type { FsPort } from '../../../electron/files/fsPort'
import { linesOf, openOn, saveProducts, takeBackup, valueIn } from '../../support/backupDisk'
import { type SimCall, SimFs } from '../../support/simFs'
import { AT, collect, HEADER, pieces, productLines, summaryOf } from '../../support/snapshotFiles'

const DAY = 86_400_000

async function newDisk(): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  return fs
}

async function namesIn(fs: FsPort): Promise<readonly string[]> {
  return (await fs.list('/n/snapshots')).filter((name) => name.endsWith('.orchard'))
}

/** Every file that bears a backup's name is whole. */
async function allWhole(fs: SimFs): Promise<boolean> {
  for (const name of await namesIn(fs)) {
    const bytes = fs.peek(`/n/snapshots/${name}`) ?? new Uint8Array(0)
    if (!(await verifySnapshot(pieces(bytes))).ok) return false
  }
  return true
}

describe('taking a backup', () => {
  test('gives a verified file with the counts, remembered in HEAD and listed newest first', async () => {
    const opened = await openOn(await newDisk())
    await saveProducts(opened.notebook, 1, 6)
    const first = valueIn(await takeBackup(opened, 6))
    await saveProducts(opened.notebook, 7, 8)
    const second = valueIn(await takeBackup(opened, 8))
    const { backups, unreadable } = valueIn(await opened.backups.list())
    expect(backups).toEqual([second, first])
    expect(unreadable).toEqual([])
    expect(second).toMatchObject({ lastSeq: 8, isCurrent: true, reason: 'manual', createdAt: AT + 1 })
    expect(await linesOf(opened.backups, second.id)).toBe(productLines(1, 8))
    const plan = await opened.backups.rebuildPlan()
    expect(plan.bases.map(({ id, lastSeq }) => [id, lastSeq])).toEqual([
      [second.id, 8],
      [first.id, 6],
    ])
    expect(plan.fromStart).toBe(true)
  })

  test('refuses what cannot be this notebook: fewer rows than before, more than the journal has', async () => {
    const opened = await openOn(await newDisk())
    await saveProducts(opened.notebook, 1, 6)
    valueIn(await takeBackup(opened, 6))
    expect(await takeBackup(opened, 3)).toMatchObject({ error: { code: 'backup.shrunken' } })
    const token = valueIn(await opened.backups.begin('manual'))
    expect(await opened.backups.finish(token, { ...summaryOf(6), lastSeq: 7 })).toMatchObject({
      error: { code: 'backup.aheadOfJournal' },
    })
    expect(valueIn(await opened.backups.list()).backups).toHaveLength(1)
  })

  test('refuses lines that do not add up, and leaves nothing of them', async () => {
    const fs = await newDisk()
    const opened = await openOn(fs)
    await saveProducts(opened.notebook, 1, 6)
    const token = valueIn(await opened.backups.begin('manual'))
    valueIn(await opened.backups.write(token, Buffer.from(productLines(1, 5))))
    expect(await opened.backups.finish(token, summaryOf(6))).toMatchObject({
      error: { code: 'backup.tampered' },
    })
    expect(await fs.list('/n/snapshots')).toEqual([])
  })

  test('a beginning ends what a reloaded window left, and foreign tokens are refused', async () => {
    const fs = await newDisk()
    const opened = await openOn(fs)
    const forgotten = valueIn(await opened.backups.begin('manual'))
    valueIn(await opened.backups.begin('manual'))
    expect(await opened.backups.write(forgotten, Buffer.from(productLines(1, 1)))).toMatchObject({
      error: { code: 'backup.notBegun' },
    })
    await opened.backups.close()
    expect(await fs.list('/n/snapshots')).toEqual([])
  })

  test('keeps ten of a day and removes older ones only after the new one stands', async () => {
    const fs = await newDisk()
    let now = AT
    const opened = await openOn(fs, () => now)
    for (let count = 1; count <= 14; count += 1) {
      now += 1_000
      await saveProducts(opened.notebook, count, count)
      valueIn(await takeBackup(opened, count))
    }
    const { backups } = valueIn(await opened.backups.list())
    expect(backups.map(({ lastSeq }) => lastSeq)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5])
    now += 2 * DAY
    await saveProducts(opened.notebook, 15, 15)
    valueIn(await takeBackup(opened, 15))
    expect(valueIn(await opened.backups.list()).backups).toHaveLength(10)
  })

  test('says that the disk is full before it begins, when there is no room for two', async () => {
    const fs = await newDisk()
    const opened = await openOn(fs)
    await saveProducts(opened.notebook, 1, 4)
    fs.configure({ capacityBytes: () => 1_000_000 })
    expect(await opened.backups.begin('manual')).toMatchObject({ error: { code: 'backup.diskFull' } })
  })

  test.each(['ENOSPC', 'EIO'])('%s at any operation leaves older ones and nothing half', async (code) => {
    let faults = 0
    for (let at = 1; ; at += 1) {
      const fs = await newDisk()
      const opened = await openOn(fs)
      await saveProducts(opened.notebook, 1, 4)
      const first = valueIn(await takeBackup(opened, 4))
      const bytes = fs.peek(`/n/snapshots/${first.id}.orchard`)
      await saveProducts(opened.notebook, 5, 6)
      const from = fs.operations
      fs.configure({ fault: ({ index }) => (index === from + at ? { errno: code } : undefined) })
      const taken = await takeBackup(opened, 6).catch(() => ({
        ok: false as const,
        error: { code: 'thrown' },
      }))
      fs.configure({})
      if (!taken.ok) {
        faults += 1
        expect(taken.error.code).toMatch(/^backup\.(diskFull|ioFailed|verifyFailed|missing)$/)
      }
      expect(fs.peek(`/n/snapshots/${first.id}.orchard`), `operation ${at}`).toEqual(bytes)
      expect(await allWhole(fs), `operation ${at}`).toBe(true)
      // The next one succeeds on the healed disk.
      expect((await takeBackup(opened, 6)).ok || (await namesIn(fs)).length === 2, `operation ${at}`).toBe(
        true,
      )
      if (fs.operations < from + at) break
      if (taken.ok && at > 200) break
    }
    expect(faults).toBeGreaterThan(10)
  })

  test('killed at any operation: no name without a whole file, the older one untouched, no left-overs', async () => {
    const fs = await newDisk()
    const opened = await openOn(fs)
    await saveProducts(opened.notebook, 1, 4)
    const first = valueIn(await takeBackup(opened, 4))
    await saveProducts(opened.notebook, 5, 6)
    const images: { readonly call: SimCall; readonly image: SimFs }[] = []
    fs.configure({
      before: (call) => {
        images.push({ call, image: fs.clone() })
        for (let seed = 1; seed <= 3; seed += 1) images.push({ call, image: fs.crash(seed) })
      },
    })
    valueIn(await takeBackup(opened, 6))
    fs.configure({})
    for (const { call, image } of images) {
      // The lock is of a process that is no more.
      if (image.peek('/n/LOCK') !== undefined) image.drop('/n/LOCK')
      const again = await openOn(image)
      const label = `before ${call.index} ${call.op}`
      expect(
        (await image.list('/n/snapshots')).every((name) => name.endsWith('.orchard')),
        label,
      ).toBe(true)
      expect(await allWhole(image), label).toBe(true)
      const { backups, unreadable } = valueIn(await again.backups.list())
      expect(unreadable, label).toEqual([])
      expect(
        backups.map(({ id }) => id),
        label,
      ).toContain(first.id)
      await again.notebook.close()
    }
    expect(images.length).toBeGreaterThan(60)
  })

  test('a lying disk gets no backup under its name', async () => {
    const fs = await newDisk()
    const lying: FsPort = {
      ...bound(fs),
      open: async (path, mode) => {
        const file = await fs.open(path, mode)
        if (!path.includes('/snapshots/') || mode !== 'createNew') return file
        return {
          ...file,
          write: async (bytes, at) => {
            await file.write(bytes.subarray(0, -1), at)
            return bytes.length
          },
        }
      },
    }
    const opened = await openOn(lying)
    await saveProducts(opened.notebook, 1, 4)
    expect(await takeBackup(opened, 4)).toMatchObject({ ok: false })
    expect(await fs.list('/n/snapshots')).toEqual([])
  })
})

describe('a file from elsewhere', () => {
  test('is checked whole, copied in, and belongs to no generation of ours', async () => {
    const fs = await newDisk()
    const opened = await openOn(fs)
    await fs.makeFolder('/usb')
    const file = await collect(snapshotBytes(HEADER, pieces(productLines(1, 5)), () => summaryOf(5)))
    fs.poke('/usb/theirs.orchard', file)
    const info = valueIn(await opened.backups.adopt('/usb/theirs.orchard'))
    expect(info).toMatchObject({
      reason: 'opened',
      createdAt: HEADER.createdAt,
      openedAt: AT,
      isCurrent: false,
    })
    expect(await linesOf(opened.backups, info.id)).toBe(productLines(1, 5))
    expect((await opened.backups.rebuildPlan()).bases).toEqual([])
    fs.poke('/usb/cut.orchard', file.subarray(0, file.length - 1))
    expect(await opened.backups.adopt('/usb/cut.orchard')).toMatchObject({
      error: { code: 'backup.truncated' },
    })
    expect(await opened.backups.adopt('/usb/none.orchard')).toMatchObject({
      error: { code: 'backup.missing' },
    })
    expect(await namesIn(fs)).toHaveLength(1)
  })

  test('a copy replaces what the person chose only when it is whole', async () => {
    const fs = await newDisk()
    const opened = await openOn(fs)
    await saveProducts(opened.notebook, 1, 4)
    const { id } = valueIn(await takeBackup(opened, 4))
    await fs.makeFolder('/usb')
    fs.poke('/usb/copy.orchard', Buffer.from('old'))
    fs.configure({
      fault: ({ op, path }) => (op === 'sync' && path.startsWith('/usb') ? { errno: 'EIO' } : undefined),
    })
    expect(await opened.backups.copyTo(id, '/usb/copy.orchard')).toMatchObject({
      error: { code: 'backup.ioFailed' },
    })
    expect(fs.peek('/usb/copy.orchard')).toEqual(Uint8Array.from(Buffer.from('old')))
    fs.configure({})
    expect(await opened.backups.copyTo(id, '/usb/copy.orchard')).toMatchObject({ value: { files: 0 } })
    expect((await verifySnapshot(pieces(fs.peek('/usb/copy.orchard') ?? ''))).ok).toBe(true)
  })
})

/** The file system's methods as own fields, so that some can be replaced. */
function bound(fs: SimFs): FsPort {
  return {
    open: (path, mode) => fs.open(path, mode),
    rename: (from, to) => fs.rename(from, to),
    unlink: (path) => fs.unlink(path),
    list: (folder) => fs.list(folder),
    makeFolder: (folder) => fs.makeFolder(folder),
    removeFolder: (folder) => fs.removeFolder(folder),
    stat: (path) => fs.stat(path),
    syncFolder: (folder) => fs.syncFolder(folder),
    freeBytes: () => fs.freeBytes(),
  }
}
