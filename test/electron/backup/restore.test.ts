import { describe, expect, test } from 'vitest'
import { snapshotBytes } from '../../../electron/backup/snapshotBytes'
import {
  newId,
  type OpenedNotebook,
  openOn,
  productSet,
  saveProducts,
  takeBackup,
  valueIn,
} from '../../support/backupDisk'
import { SimFs } from '../../support/simFs'
import { AT, collect, HEADER, pieces, productLines, summaryOf } from '../../support/snapshotFiles'

async function newDisk(): Promise<SimFs> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  return fs
}

/** A notebook of four products with a backup, then two more products. */
async function withBackup(fs: SimFs): Promise<OpenedNotebook & { readonly oldId: string }> {
  const opened = await openOn(fs)
  await saveProducts(opened.notebook, 1, 4)
  const old = valueIn(await takeBackup(opened, 4))
  await saveProducts(opened.notebook, 5, 6)
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook, but what the notebook does with a database's name
  valueIn(await opened.notebook.useDatabase('orchard-g1-abc'))
  return { ...opened, oldId: old.id }
}

describe('a restore', () => {
  test('needs a backup of exactly what is there now', async () => {
    const opened = await withBackup(await newDisk())
    expect(await opened.backups.restore(opened.oldId, false)).toMatchObject({
      error: { code: 'backup.noWayBack' },
    })
    valueIn(await takeBackup(opened, 6, 'beforeRestore'))
    await saveProducts(opened.notebook, 7, 7)
    expect(await opened.backups.restore(opened.oldId, false)).toMatchObject({
      error: { code: 'backup.noWayBack' },
    })
    expect(opened.notebook.head()).toMatchObject({
      generation: 1,
      lastSeq: 7,
      databaseName: 'orchard-g1-abc',
    })
  })

  test('begins a generation from the backup, and its entries alone are replayed', async () => {
    const fs = await newDisk()
    const opened = await withBackup(fs)
    const wayBack = valueIn(await takeBackup(opened, 6, 'beforeRestore'))
    valueIn(await opened.backups.restore(opened.oldId, false))
    expect(opened.notebook.head()).toMatchObject({ generation: 2, lastSeq: 7, databaseName: '' })
    expect(opened.backups.restoreNote()).toEqual({
      base: opened.oldId,
      takenAt: AT,
      wayBack: wayBack.id,
      isFresh: true,
    })
    const base = { id: opened.oldId, lastSeq: 7, logShift: 0, counts: { products: { rows: 4, live: 4 } } }
    expect(await opened.backups.rebuildPlan()).toEqual({ bases: [base], fromStart: false })
    // A snapshot of the new generation comes before the base; those of the old one are no longer bases.
    opened.notebook.release()
    await saveProducts(opened.notebook, 8, 8)
    const after = valueIn(await takeBackup(opened, 5))
    const plan = await opened.backups.rebuildPlan()
    expect(plan.bases.map(({ id, lastSeq }) => [id, lastSeq])).toEqual([
      [after.id, 8],
      [opened.oldId, 7],
    ])
    expect(opened.backups.restoreNote()).toMatchObject({ isFresh: false })
    // The pinned one leads back.
    valueIn(await takeBackup(opened, 5, 'beforeRestore'))
    valueIn(await opened.backups.restore(wayBack.id, false))
    expect((await opened.backups.rebuildPlan()).bases).toMatchObject([{ id: wayBack.id, lastSeq: 9 }])
  })

  test('takes nothing along that is saved while it decides: what is saved before it is in the way back', async () => {
    const fs = await newDisk()
    const before = await withBackup(fs)
    const wayBack = valueIn(await takeBackup(before, 6, 'beforeRestore'))
    await before.notebook.close()
    const outcomes = new Set<string>()
    for (let operation = 1, hasHappened = true; hasHappened; operation += 1) {
      const image = fs.clone()
      const { notebook, backups } = await openOn(image)
      const begun = image.operations
      let saving: ReturnType<typeof notebook.append> | undefined
      image.configure({
        before: ({ index }) => {
          if (index === begun + operation) saving ??= notebook.append(productSet(notebook, 7))
        },
      })
      const restored = await backups.restore(before.oldId, false)
      const saved = await saving
      hasHappened = saved !== undefined
      if (saved === undefined) continue
      const lasts = saved.ok ? 'saved' : saved.error.code
      outcomes.add(`${lasts}, ${restored.ok ? 'restored' : restored.error.code}`)
      const epoch = notebook.epoch()?.seq
      if (!saved.ok || epoch === undefined) continue
      const isKept = saved.value.seq > epoch || saved.value.seq <= wayBack.lastSeq
      expect(isKept, `saved before operation ${operation} of the restore`).toBe(true)
    }
    expect([...outcomes].sort()).toEqual(['notebook.restoring, restored', 'saved, backup.noWayBack'])
  })

  test('history of another journal is moved before this one’s numbers', async () => {
    const fs = await newDisk()
    const opened = await openOn(fs)
    await fs.makeFolder('/usb')
    const theirs = { ...HEADER, notebookId: newId() }
    const file = await collect(snapshotBytes(theirs, pieces(productLines(1, 500)), () => summaryOf(500)))
    fs.poke('/usb/theirs.orchard', file)
    const { id } = valueIn(await opened.backups.adopt('/usb/theirs.orchard'))
    // An empty notebook has nothing to go back to.
    valueIn(await opened.backups.restore(id, false))
    expect((await opened.backups.rebuildPlan()).bases).toMatchObject([{ id, lastSeq: 1, logShift: 500 }])
    expect(opened.backups.restoreNote()).toMatchObject({ wayBack: null })
  })

  test('of a damaged or missing backup changes nothing', async () => {
    const fs = await newDisk()
    const opened = await withBackup(fs)
    valueIn(await takeBackup(opened, 6, 'beforeRestore'))
    const path = `/n/snapshots/${opened.oldId}.orchard`
    const bytes = Buffer.from(fs.peek(path) ?? [])
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    fs.poke(path, bytes)
    const before = opened.notebook.head()
    expect(await opened.backups.restore(opened.oldId, false)).toMatchObject({
      error: { code: 'backup.tampered' },
    })
    fs.drop(path)
    expect(await opened.backups.restore(opened.oldId, false)).toMatchObject({
      error: { code: 'backup.missing' },
    })
    expect(opened.notebook.head()).toEqual(before)
  })

  test('killed at any operation is not begun or finishes by itself', async () => {
    const fs = await newDisk()
    const opened = await withBackup(fs)
    valueIn(await takeBackup(opened, 6, 'beforeRestore'))
    const images: { readonly label: string; readonly image: SimFs }[] = []
    const keep = (label: string) => {
      images.push({ label, image: fs.clone() })
      for (let seed = 1; seed <= 4; seed += 1) images.push({ label, image: fs.crash(seed) })
    }
    fs.configure({ before: ({ index, op }) => keep(`before ${index} ${op}`) })
    valueIn(await opened.backups.restore(opened.oldId, false))
    fs.configure({})
    const done = fs.crash(99)
    const seen = new Set<number>()
    for (const { label, image } of [...images, { label: 'after the answer', image: done }]) {
      if (image.peek('/n/LOCK') !== undefined) image.drop('/n/LOCK')
      const again = await openOn(image)
      const { generation, lastSeq, databaseName } = again.notebook.head()
      seen.add(generation)
      const plan = await again.backups.rebuildPlan()
      if (generation === 1) {
        expect({ lastSeq, databaseName }, label).toEqual({ lastSeq: 6, databaseName: 'orchard-g1-abc' })
        expect(plan.fromStart, label).toBe(true)
      } else {
        expect({ lastSeq, databaseName }, label).toEqual({ lastSeq: 7, databaseName: '' })
        expect(plan, label).toMatchObject({ bases: [{ id: opened.oldId, lastSeq: 7 }], fromStart: false })
      }
      await again.notebook.close()
    }
    expect([...seen].sort()).toEqual([1, 2])
  })

  test('the base is never removed, whatever is taken afterwards', async () => {
    const fs = await newDisk()
    let now = AT
    const opened = await openOn(fs, () => now)
    await saveProducts(opened.notebook, 1, 4)
    const old = valueIn(await takeBackup(opened, 4))
    valueIn(await takeBackup(opened, 4, 'beforeRestore'))
    valueIn(await opened.backups.restore(old.id, false))
    opened.notebook.release()
    for (let day = 1; day <= 60; day += 1) {
      now = AT + day * 86_400_000
      await saveProducts(opened.notebook, 4 + day, 4 + day)
      valueIn(await takeBackup(opened, 4 + day))
    }
    const { backups } = valueIn(await opened.backups.list())
    expect(backups.map(({ id }) => id)).toContain(old.id)
    expect(backups.length).toBeLessThanOrEqual(31)
  })
})
