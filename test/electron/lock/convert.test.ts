import { expect, test } from 'vitest'
import { writeErased } from '../../../electron/erasure/erasedList'
import { convertNotebook } from '../../../electron/lock/convertNotebook'
import { makeKey, type OpenedKey, writeKeyFile } from '../../../electron/lock/keyFile'
import { keyringOf } from '../../../electron/lock/keyring'
import { settleFolder } from '../../../electron/lock/settleSwitch'
import { openNotebookLog } from '../../../electron/notebook/notebookLog'
import { QUICK_SEAL, saveProducts, takeBackup, valueIn } from '../../support/backupDisk'
import { bytesBelow, contentOf, type NotebookContent, openAll } from '../../support/lockedDisk'
import { SimFs } from '../../support/simFs'
import { idOf } from '../../support/snapshotFiles'

const CANARY = 'Ostrovnaya'
const CHANGES = new Set([
  'open',
  'write',
  'sync',
  'truncate',
  'rename',
  'unlink',
  'makeFolder',
  'removeFolder',
  'syncFolder',
])

/** A notebook below `/user` with somebody in its journal, a backup, a draft, an attachment and the index. */
async function filled(key?: OpenedKey): Promise<{ fs: SimFs; photo: string }> {
  const fs = new SimFs()
  for (const folder of ['/user', '/user/notebook', '/user/Partitions', '/user/Partitions/IndexedDB'])
    await fs.makeFolder(folder)
  await fs.syncFolder('/')
  await fs.syncFolder('/user')
  fs.poke('/user/Partitions/IndexedDB/000003.ldb', Buffer.from(`row of ${CANARY}`))
  const keyring = key && keyringOf(key.key, () => key.keys)
  const opened = await openAll(fs, keyring)
  const { notebook, drafts, attachments, folder } = opened
  await saveProducts(notebook, 1, 6)
  const { notebookId, deviceId } = notebook.head()
  const after = {
    ...{ id: idOf(900), schema: 3, rev: 1, createdAt: 1, updatedAt: 1, origin: 'person' },
    ...{ name: `${CANARY} Trading`, handles: [], stage: 'lead', tags: [] },
  }
  const set = { id: idOf(901), label: { key: 'x' }, origin: 'person', notebookId, deviceId, at: 1 }
  valueIn(await notebook.append({ ...set, changes: [{ table: 'customers', id: idOf(900), after }] }))
  valueIn(await takeBackup(opened, 6))
  valueIn(await drafts.save('lead-1', Buffer.from(`draft about ${CANARY}`)))
  const photo = valueIn(await attachments.put(Buffer.from(`photo of ${CANARY}`))).hash
  valueIn(await writeErased(fs, folder, { salt: 'a'.repeat(64), hashes: ['b'.repeat(64)] }, keyring?.files))
  await opened.backups.close()
  await notebook.close()
  return { fs, photo }
}

const newKey = () => makeKey('four words nobody guesses', QUICK_SEAL)
const withoutLock = ({ isLocked: _, ...content }: NotebookContent) => content

test('turned on, all of it opens with the key and not one byte names the customer; turned off, it is what it was', async () => {
  const key = await newKey()
  const { fs, photo } = await filled()
  const before = await contentOf(fs.clone(), key.key, [photo])
  expect(before.isLocked).toBe(false)
  expect(before.backups).toHaveLength(1)
  expect(before.drafts).toEqual([`draft about ${CANARY}`])
  expect(await bytesBelow(fs, '/user')).toContain(CANARY)

  valueIn(await convertNotebook({ fs, userData: '/user', opens: undefined, key }))
  const locked = await contentOf(fs, key.key, [photo])
  expect(locked.isLocked).toBe(true)
  expect(withoutLock(locked)).toEqual(withoutLock(before))
  const bytes = await bytesBelow(fs, '/user')
  expect(bytes).not.toContain(CANARY)
  // Neither what was on the list of the erased, nor the hash that the photo is known by.
  expect(bytes).not.toContain('b'.repeat(64))
  expect(bytes).not.toContain(photo)

  const opens = keyringOf(key.key, () => key.keys)
  valueIn(await convertNotebook({ fs, userData: '/user', opens, key: undefined }))
  const after = await contentOf(fs, key.key, [photo])
  expect(after).toEqual(before)
})

test.each([
  ['on', false],
  ['off', true],
] as const)(
  'the power fails at any moment of turning the lock %s: the old or the new notebook stands whole',
  async (_name, isOn) => {
    const key = await newKey()
    const { fs, photo } = await filled(isOn ? key : undefined)
    if (isOn) {
      // A notebook that was sealed from its first entry on has its key file from the conversion; here it is put beside it.
      valueIn(await writeKeyFile(fs, '/user/notebook', key.keys))
    }
    const before = withoutLock(await contentOf(fs.clone(), key.key, [photo]))
    const images: { readonly at: string; readonly image: SimFs }[] = []
    fs.configure({
      before: ({ index, op, path }) => {
        if (!CHANGES.has(op)) return
        images.push({ at: `crash before ${index} ${op} ${path}`, image: fs.crash(index) })
        if (index % 3 === 0) images.push({ at: `kill before ${index} ${op} ${path}`, image: fs.clone() })
      },
    })
    const opens = isOn ? keyringOf(key.key, () => key.keys) : undefined
    valueIn(await convertNotebook({ fs, userData: '/user', opens, key: isOn ? undefined : key }))
    await contentOf(fs, key.key, [photo])
    fs.configure({})
    const found = { old: 0, new: 0 }
    for (const { at, image } of images) {
      const content = await contentOf(image, key.key, [photo])
      expect(withoutLock(content), at).toEqual(before)
      found[content.isLocked === isOn ? 'old' : 'new'] += 1
      // A start that ends well leaves nothing of the other one.
      const names = await image.list('/user')
      expect(
        names.filter((name) => name.startsWith('notebook')),
        at,
      ).toEqual(['notebook'])
      if (content.isLocked) expect(await bytesBelow(image, '/user/notebook'), at).not.toContain(CANARY)
    }
    expect(found.old).toBeGreaterThan(20)
    expect(found.new).toBeGreaterThan(5)
  },
)

test('a sealed journal whose key file is gone is not taken for an open one, and nothing is added to it', async () => {
  const key = await newKey()
  const { fs } = await filled()
  valueIn(await convertNotebook({ fs, userData: '/user', opens: undefined, key }))
  valueIn(await settleFolder(fs, '/user'))
  const opens = keyringOf(key.key, () => key.keys)
  const { notebook, backups } = await openAll(fs, opens)
  await saveProducts(notebook, 7, 7)
  await backups.close()
  await notebook.close()
  for (const slot of ['KEY.a', 'KEY.b']) await fs.unlink(`/user/notebook/${slot}`)
  const before = await bytesBelow(fs, '/user/notebook/journal')
  const options = { fs, folder: '/user/notebook', newId: () => idOf(999), now: () => 1 }
  expect(await openNotebookLog(options)).toEqual({ ok: false, error: { code: 'lock.damaged' } })
  expect(await bytesBelow(fs, '/user/notebook/journal')).toBe(before)
  // A backup has the key file in its header; with that, and the key, all of it is there.
  expect((await openNotebookLog({ ...options, seal: opens.journal })).ok).toBe(true)
})

test('a disk that fills up, or a journal that has lost something, changes nothing', async () => {
  const key = await newKey()
  const { fs, photo } = await filled()
  const before = await contentOf(fs.clone(), key.key, [photo])
  let writes = 0
  fs.configure({ fault: ({ op }) => (op === 'write' && ++writes > 12 ? { errno: 'ENOSPC' } : undefined) })
  const refused = await convertNotebook({ fs, userData: '/user', opens: undefined, key })
  expect(refused.ok).toBe(false)
  fs.configure({})
  expect(await contentOf(fs.clone(), key.key, [photo])).toEqual(before)

  const [segment] = (await fs.list('/user/notebook/journal')).filter((name) => name.endsWith('.orj'))
  const path = `/user/notebook/journal/${segment}`
  const bytes = Buffer.from(fs.peek(path) ?? [])
  bytes.fill(0, 200, 260)
  fs.poke(path, bytes)
  const damaged = await convertNotebook({ fs, userData: '/user', opens: undefined, key })
  expect(damaged).toEqual({ ok: false, error: { code: 'lock.journalDamaged' } })
  expect(await fs.list('/user')).toEqual(['Partitions', 'notebook'])
})
