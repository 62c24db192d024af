import { describe, expect, test } from 'vitest'
import { isSealed } from '../../../electron/backup/openSealed'
import { linesOf, openOn, saveProducts, takeBackup, valueIn } from '../../support/backupDisk'
import { SimFs } from '../../support/simFs'
import { productLines } from '../../support/snapshotFiles'

const WORDS = 'four words nobody guesses'

/** A notebook with one backup, and a stick. */
async function withStick() {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  await fs.makeFolder('/usb')
  const opened = await openOn(fs)
  await saveProducts(opened.notebook, 1, 4)
  const { id } = valueIn(await takeBackup(opened, 4))
  return { fs, ...opened, id }
}

describe('a copy with a passphrase', () => {
  test('is read back under its passphrase before it has its name, and opens elsewhere with it alone', async () => {
    const { fs, backups, id } = await withStick()
    const saved = valueIn(await backups.copyTo(id, '/usb/copy.orchard', WORDS))
    const file = Buffer.from(fs.peek('/usb/copy.orchard') ?? '')
    expect(saved).toEqual({ sizeBytes: file.length, files: 0, missingFiles: 0 })
    expect(await isSealed(fs, '/usb/copy.orchard')).toEqual({ ok: true, value: true })
    expect(file.includes('Bamboo')).toBe(false)

    const before = await backups.list()
    expect(await backups.adopt('/usb/copy.orchard')).toMatchObject({ error: { code: 'backup.sealed' } })
    expect(await backups.adoptSealed('/usb/copy.orchard', `${WORDS}.`)).toMatchObject({
      error: { code: 'backup.wrongPassphrase' },
    })
    expect(await backups.list()).toEqual(before)
    const info = valueIn(await backups.adoptSealed('/usb/copy.orchard', WORDS))
    expect(info).toMatchObject({ reason: 'opened', lastSeq: 4 })
    expect(await linesOf(backups, info.id)).toBe(productLines(1, 4))
  })

  test('that is cut, flipped, newer or gone is refused by name and nothing is taken in', async () => {
    const { fs, backups, id } = await withStick()
    valueIn(await backups.copyTo(id, '/usb/copy.orchard', WORDS))
    const file = Buffer.from(fs.peek('/usb/copy.orchard') ?? '')
    const before = await backups.list()
    const flipped = Buffer.from(file)
    flipped[file.length - 30] = (file[file.length - 30] ?? 0) ^ 4
    const newer = Buffer.from(file)
    newer.writeUInt16LE(3, 8)
    for (const [content, code] of [
      [file.subarray(0, file.length - 1), 'backup.truncated'],
      [flipped, 'backup.tampered'],
      [newer, 'backup.newerFormat'],
      [Buffer.from('PK\u0003\u0004'), 'backup.notOurs'],
    ] as const) {
      fs.poke('/usb/other.orchard', content)
      expect(await backups.adoptSealed('/usb/other.orchard', WORDS)).toMatchObject({ error: { code } })
    }
    expect(await backups.adoptSealed('/usb/none.orchard', WORDS)).toMatchObject({
      error: { code: 'backup.missing' },
    })
    expect(await backups.list()).toEqual(before)
  })

  test('a full stick leaves what had the name before', async () => {
    const { fs, backups, id } = await withStick()
    fs.poke('/usb/copy.orchard', Buffer.from('old'))
    fs.configure({
      fault: ({ op, path }) => (op === 'write' && path.startsWith('/usb') ? { errno: 'ENOSPC' } : undefined),
    })
    expect(await backups.copyTo(id, '/usb/copy.orchard', WORDS)).toMatchObject({
      error: { code: 'backup.diskFull' },
    })
    expect(Buffer.from(fs.peek('/usb/copy.orchard') ?? '').toString()).toBe('old')
    expect(await fs.list('/usb')).toEqual(['copy.orchard'])
  })
})
