import { expect, test } from 'vitest'
import { makeKey, withPassphrase } from '../../../electron/lock/keyFile'
import { keyringOf } from '../../../electron/lock/keyring'
import { linesOf, openOn, QUICK_SEAL, saveProducts, takeBackup, valueIn } from '../../support/backupDisk'
import { bytesBelow, openAll } from '../../support/lockedDisk'
import { SimFs } from '../../support/simFs'
import { productLines } from '../../support/snapshotFiles'

const WORDS = 'four words nobody guesses'

test('a backup of a locked notebook opens on another computer with the passphrase or the recovery code, without the notebook', async () => {
  const made = await makeKey(WORDS, QUICK_SEAL)
  let { keys } = made
  const fs = new SimFs()
  for (const folder of ['/user', '/user/notebook', '/other', '/usb']) await fs.makeFolder(folder)
  const locked = await openAll(
    fs,
    keyringOf(made.key, () => keys),
  )
  await saveProducts(locked.notebook, 1, 4)
  const info = valueIn(await takeBackup(locked, 4))
  expect(valueIn(await locked.backups.check(info.id)).badRows).toBe(0)
  const bytes = await bytesBelow(fs, '/user/notebook/snapshots')
  expect(bytes).not.toContain('"notebookId"')
  const [file] = (await fs.list('/user/notebook/snapshots')).filter((name) => name.endsWith('.orchard'))
  fs.poke('/usb/old.orchard', fs.peek(`/user/notebook/snapshots/${file}`) ?? new Uint8Array())

  // The passphrase is changed: backups made from now on open with the new one.
  keys = await withPassphrase({ key: made.key, keys }, 'another sentence by heart', QUICK_SEAL)
  await saveProducts(locked.notebook, 5, 6)
  const later = valueIn(await takeBackup(locked, 6))
  const name = (await fs.list('/user/notebook/snapshots')).find((other) => other.includes(later.id))
  fs.poke('/usb/new.orchard', fs.peek(`/user/notebook/snapshots/${name}`) ?? new Uint8Array())

  const { backups } = await openOn(fs, undefined, '/other')
  expect(await backups.adopt('/usb/old.orchard')).toEqual({ ok: false, error: { code: 'backup.sealed' } })
  expect(await backups.adoptSealed('/usb/old.orchard', 'not these words')).toEqual({
    ok: false,
    error: { code: 'backup.wrongPassphrase' },
  })
  for (const [path, secret, count] of [
    ['/usb/old.orchard', WORDS, 4],
    ['/usb/old.orchard', made.recoveryCode.toLowerCase(), 4],
    ['/usb/new.orchard', 'another sentence by heart', 6],
    ['/usb/new.orchard', made.recoveryCode, 6],
  ] as const) {
    const adopted = valueIn(await backups.adoptSealed(path, secret))
    expect(await linesOf(backups, adopted.id)).toBe(productLines(1, count))
    await fs.unlink(
      `/other/snapshots/${(await fs.list('/other/snapshots')).find((n) => n.endsWith('.orchard'))}`,
    )
  }
  expect((await backups.adoptSealed('/usb/new.orchard', WORDS)).ok).toBe(false)
})
