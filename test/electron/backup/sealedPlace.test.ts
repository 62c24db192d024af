import { describe, expect, test } from 'vitest'
import { placeFolderName } from '../../../electron/backup/placeFolder'
import { keepSecondPlace } from '../../../electron/backup/secondPlace'
import { openSecondPlaceMemory } from '../../../electron/backup/secondPlaceMemory'
import { linesOf, openOn, QUICK_SEAL, saveProducts, takeBackup, valueIn } from '../../support/backupDisk'
import { SimFs } from '../../support/simFs'
import { AT, productLines } from '../../support/snapshotFiles'

const WORDS = 'vườn cam đầu làng'

/** A notebook with two backups, and a stick on which both lie open. */
async function withOpenCopies() {
  const fs = new SimFs()
  for (const folder of ['/n', '/device', '/usb', '/other']) await fs.makeFolder(folder)
  const opened = await openOn(fs)
  const { notebookId } = opened.notebook.head()
  const keep = async () =>
    keepSecondPlace({
      fs,
      memory: await openSecondPlaceMemory(fs, '/device'),
      backups: opened.backups,
      notebookId,
      notebookFolder: '/n/notebook',
      now: () => AT,
      onChange: () => undefined,
      sealCost: QUICK_SEAL,
    })
  const backUp = async (count: number) => {
    await saveProducts(opened.notebook, count, count)
    return valueIn(await takeBackup(opened, count))
  }
  const ids = [(await backUp(1)).id, (await backUp(2)).id]
  const place = await keep()
  valueIn(await place.choose('/usb'))
  await place.settled(60_000)
  const name = placeFolderName(notebookId)
  const bytesOf = (id: string, on = '/usb') => Buffer.from(fs.peek(`${on}/${name}/${id}.orchard`) ?? [])
  const isOpen = (id: string, on?: string) => bytesOf(id, on).includes(notebookId)
  return { fs, ...opened, notebookId, keep, place, backUp, ids, name, bytesOf, isOpen }
}

async function sealed(passphrase = WORDS) {
  const stick = await withOpenCopies()
  expect(stick.ids.map((id) => stick.isOpen(id))).toEqual([true, true])
  expect(valueIn(await stick.place.seal(passphrase))).toMatchObject({ isSealed: true, isUpToDate: false })
  await stick.place.settled(60_000)
  return stick
}

describe('a second place under a passphrase', () => {
  test('holds no open copy any more, and each opens with the passphrase alone', async () => {
    const { fs, place, ids, name, bytesOf, isOpen, backups } = await sealed()
    expect(place.state()).toMatchObject({ isSealed: true, isUpToDate: true, problem: undefined })
    expect(ids.map((id) => [bytesOf(id).length > 500, isOpen(id)])).toEqual([
      [true, false],
      [true, false],
    ])
    const file = `/usb/${name}/${ids[1]}.orchard`
    expect(await backups.adopt(file)).toMatchObject({ error: { code: 'backup.sealed' } })
    expect(await backups.adoptSealed(file, 'something else')).toMatchObject({
      error: { code: 'backup.wrongPassphrase' },
    })
    const info = valueIn(await backups.adoptSealed(file, WORDS.normalize('NFD')))
    expect(await linesOf(backups, info.id)).toBe(productLines(1, 2))
    for (const slot of ['a', 'b'])
      expect(Buffer.from(fs.peek(`/device/second-place.${slot}`) ?? []).includes('vườn')).toBe(false)
  })

  test('goes on sealing after a start without being asked, and copies nothing twice', async () => {
    const { keep, backUp, isOpen, ids, bytesOf } = await sealed()
    const before = bytesOf(ids[1] ?? '')
    const next = await keep()
    expect(next.state()).toMatchObject({ isSealed: true })
    const third = await backUp(3)
    await next.catchUp()
    expect(next.state()).toMatchObject({ isUpToDate: true, problem: undefined })
    expect(isOpen(third.id)).toBe(false)
    expect(bytesOf(third.id).length).toBeGreaterThan(500)
    expect(bytesOf(ids[1] ?? '').equals(before)).toBe(true)
  })

  test('puts a sealed copy right whose end is missing, or that is damaged where it begins or ends', async () => {
    const { fs, place, ids, name, bytesOf } = await sealed()
    const id = ids[0] ?? ''
    const file = `/usb/${name}/${id}.orchard`
    const spoilt: ((bytes: Buffer) => Buffer)[] = [
      (bytes) => bytes.subarray(0, -30),
      (bytes) => Buffer.concat([bytes.subarray(0, -3), Buffer.from('xyz')]),
      (bytes) => Buffer.concat([bytes.subarray(0, 20), Buffer.from('x'), bytes.subarray(21)]),
      () => Buffer.alloc(0),
    ]
    for (const spoil of spoilt) {
      const whole = bytesOf(id).length
      fs.poke(file, spoil(Buffer.from(bytesOf(id))))
      await place.catchUp()
      expect(bytesOf(id).length).toBe(whole)
      expect(place.state()).toMatchObject({ isUpToDate: true, problem: undefined })
    }
  })

  test('lies open again when the person wants it so, and under another passphrase the old one opens nothing', async () => {
    const { place, ids, isOpen, backups, name } = await sealed()
    valueIn(await place.seal('another four words here'))
    await place.settled(60_000)
    const file = `/usb/${name}/${ids[0]}.orchard`
    expect(await backups.adoptSealed(file, WORDS)).toMatchObject({
      error: { code: 'backup.wrongPassphrase' },
    })
    expect((await backups.adoptSealed(file, 'another four words here')).ok).toBe(true)
    valueIn(await place.seal(''))
    await place.settled(60_000)
    expect(place.state()).toMatchObject({ isSealed: false, isUpToDate: true })
    expect(ids.map((id) => isOpen(id))).toEqual([true, true])
  })

  test('begins anew after an erasure, sealed; and another place is sealed, too', async () => {
    const { fs, place, ids, name, isOpen, bytesOf } = await sealed()
    // An erasure that could not clean a backup removes it.
    await fs.unlink(`/n/snapshots/${ids[0]}.orchard`)
    await place.beginAnew()
    expect(await fs.list(`/usb/${name}`)).toEqual([`${ids[1]}.orchard`])
    expect(isOpen(ids[1] ?? '')).toBe(false)
    valueIn(await place.choose('/other'))
    await place.settled(60_000)
    expect(place.state()).toMatchObject({ isSealed: true, isUpToDate: true })
    expect(bytesOf(ids[1] ?? '', '/other').length).toBeGreaterThan(500)
    expect(isOpen(ids[1] ?? '', '/other')).toBe(false)
  })

  test('that is away when it is sealed holds no open copy once it is back', async () => {
    const { fs, place, ids, name, isOpen } = await withOpenCopies()
    await fs.rename(`/usb/${name}`, '/usb/away')
    valueIn(await place.seal(WORDS))
    await place.settled(60_000)
    expect(place.state()).toMatchObject({ problem: 'backup.placeAbsent', isSealed: true })
    await fs.rename('/usb/away', `/usb/${name}`)
    await place.retry()
    expect(place.state()).toMatchObject({ problem: undefined, isUpToDate: true })
    expect(ids.map((id) => isOpen(id))).toEqual([false, false])
  })

  test('can’t be sealed where none was chosen', async () => {
    const { place } = await withOpenCopies()
    await place.leave()
    expect(await place.seal(WORDS)).toMatchObject({ error: { code: 'backup.placeAbsent' } })
  })
})
