import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { LooseRecord } from '#shared/changes/changeSet'
import type { ErasureRequest } from '#shared/erasing/request'
import type { TableName } from '#shared/records/tables'
import { recordLine } from '#shared/snapshot/lines'
import { openAttachmentStore } from '../../../electron/attachments/attachmentStore'
import { readSnapshot } from '../../../electron/backup/readSnapshot'
import { snapshotBytes } from '../../../electron/backup/snapshotBytes'
import { openDraftStore } from '../../../electron/drafts/draftStore'
import { readErased } from '../../../electron/erasure/erasedList'
import { makeKey } from '../../../electron/lock/keyFile'
import { type Keyring, keyringOf } from '../../../electron/lock/keyring'
import { linesOf, newId, type OpenedNotebook, openOn, QUICK_SEAL, valueIn } from '../../support/backupDisk'
import { bytesBelow } from '../../support/lockedDisk'
import { SimFs } from '../../support/simFs'
import { AT, collect, HEADER, idOf, pieces } from '../../support/snapshotFiles'

const [ANNA_PAGE, ANNA, OTHER_PAGE, TALK, PHOTO] = [1, 2, 3, 4, 5].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
]
const CANARIES = ['Ostrovnaya', 'anna.k@ostrovnaya.example']

const base = { schema: 1, rev: 1, createdAt: AT, updatedAt: AT, origin: 'person' }

function records(photo: string): { table: TableName; record: LooseRecord }[] {
  const page = { handles: [], stage: 'lead', tags: [], ...base }
  const handle = { kind: 'email', value: CANARIES[1], entered: CANARIES[1] }
  return [
    { table: 'customers', record: { ...page, id: ANNA_PAGE, name: 'Ostrovnaya Trading' } },
    { table: 'customers', record: { ...page, id: OTHER_PAGE, name: 'Lindqvist AB' } },
    {
      table: 'people',
      record: { ...base, id: ANNA, customerId: ANNA_PAGE, fullName: 'Anna Ostrovnaya', handles: [handle] },
    },
    {
      table: 'interactions',
      record: {
        ...base,
        id: TALK,
        customerId: OTHER_PAGE,
        personIds: [],
        kind: 'met',
        direction: 'both',
        at: AT,
        text: 'sent to us by Anna Ostrovnaya',
      },
    },
    {
      table: 'attachments',
      record: {
        ...base,
        id: PHOTO,
        hash: photo,
        mediaType: 'image/png',
        sizeBytes: 5,
        purpose: 'card',
        customerId: ANNA_PAGE,
      },
    },
  ] as { table: TableName; record: LooseRecord }[]
}

const REQUEST: ErasureRequest = {
  subject: { kind: 'customer', id: ANNA_PAGE },
  reason: 'request',
  keepsFigures: true,
  alsoElsewhere: true,
  shellName: 'Erased customer',
  erasureId: idOf(777),
}

/** A disk with a notebook in which somebody stands everywhere: journal, backups, attachment, draft, first picture. */
async function filledDisk(keyring?: Keyring): Promise<{ fs: SimFs; opened: OpenedNotebook; photo: string }> {
  const fs = new SimFs()
  await fs.makeFolder('/n')
  const opened = await openOn(fs, undefined, '/n', keyring)
  const attachments = valueIn(await openAttachmentStore(fs, '/n/attachments', keyring))
  const { hash: photo } = valueIn(await attachments.put(Buffer.from('photo of Ostrovnaya')))
  const { notebookId, deviceId } = opened.notebook.head()
  for (const { table, record } of records(photo)) {
    const changes = [{ table, id: record.id, after: record }]
    const label = { key: 'x', params: { name: 'Ostrovnaya' } }
    const set = { id: newId(), label, origin: 'person', notebookId, deviceId, at: AT, changes }
    valueIn(await opened.notebook.append(set))
  }
  const drafts = valueIn(await openDraftStore(fs, '/n/drafts', keyring?.drafts))
  valueIn(await drafts.save('note-1', Buffer.from('call Anna Ostrovnaya')))
  valueIn(await drafts.save('note-2', Buffer.from('call Lindqvist')))
  await fs.makeFolder('/n/boot')
  fs.poke('/n/boot/first-rows', Buffer.from('Anna Ostrovnaya'))
  return { fs, opened, photo }
}

async function takeBackup(opened: OpenedNotebook, photo: string) {
  const token = valueIn(await opened.backups.begin('manual'))
  const all = records(photo)
  const lines = all.map(({ table, record }) => recordLine(table, record)).join('')
  valueIn(await opened.backups.write(token, Buffer.from(lines)))
  const counts: Record<string, { rows: number; live: number }> = {}
  for (const { table } of all) {
    const rows = (counts[table]?.rows ?? 0) + 1
    counts[table] = { rows, live: rows }
  }
  const { lastSeq } = opened.notebook.head()
  return valueIn(await opened.backups.finish(token, { lastSeq, counts, logRows: 0, lines: all.length }))
}

/** Everything on a disk as text, backups unpacked. */
async function textOnDisk(fs: SimFs, folder = '/n'): Promise<string> {
  let text = ''
  for (const name of await fs.list(folder)) {
    const path = `${folder}/${name}`
    if ((await fs.stat(path))?.kind === 'folder') {
      text += await textOnDisk(fs, path)
      continue
    }
    const bytes = Buffer.from(fs.peek(path) ?? [])
    text += `${path} ${bytes.toString('latin1')}\n${bytes.toString('utf8')}\n`
    if (!name.includes('.orchard')) continue
    for await (const part of readSnapshot(pieces(bytes)))
      if (part.type === 'rows') text += gunzipSync(part.packed).toString()
  }
  return text
}

function expectNobody(text: string, label = ''): void {
  for (const canary of [...CANARIES, ANNA_PAGE, ANNA])
    expect(text.includes(canary), `${label} ${canary}`).toBe(false)
}

describe('an erasure', () => {
  test('leaves nothing of somebody anywhere in the notebook’s folder, and all of the others', async () => {
    const { fs, opened, photo } = await filledDisk()
    await takeBackup(opened, photo)
    const { id } = await takeBackup(opened, photo)
    expect(await textOnDisk(fs)).toContain('Ostrovnaya')
    const report = valueIn(await opened.backups.erase(REQUEST))
    expect(report).toMatchObject({
      removed: { people: 1, attachments: 1 },
      blanked: { customers: 1 },
      redacted: 1,
      attachments: 1,
      drafts: 1,
      backupsCleaned: 2,
      backupsRemoved: 0,
    })
    expectNobody(await textOnDisk(fs))
    const lines = await linesOf(opened.backups, id)
    expect(lines).toContain('Lindqvist AB')
    expect(lines).toContain('sent to us by …')
    expect(lines).toContain('"name":"Erased customer"')
    expect(await fs.list('/n/drafts')).toEqual(['draft-note-2.a'])
    // Its numbers are those of the records: an index can be built from it, and the journal has nothing else to say.
    const plan = await opened.backups.rebuildPlan()
    expect(plan).toMatchObject({ bases: [{ id, lastSeq: 6 }], fromStart: false })
    expect(plan.bases[0]?.counts).toMatchObject({
      customers: { rows: 2, live: 2 },
      people: { rows: 0, live: 0 },
    })
    const journal = valueIn(await opened.notebook.read(7))
    expect(journal.entries.every(({ kind }) => kind === 'skip')).toBe(true)
    expect(valueIn(await opened.notebook.verify())).toEqual([])
    expect(opened.backups.restoreNote()).toMatchObject({ isErasure: true, isFresh: true })
  })

  test('under a lock takes as much, and what stays is sealed', async () => {
    const { key, keys } = await makeKey('four words nobody guesses', QUICK_SEAL)
    const keyring = keyringOf(key, () => keys)
    const { fs, opened, photo } = await filledDisk(keyring)
    const { id } = await takeBackup(opened, photo)
    const report = valueIn(await opened.backups.erase(REQUEST))
    expect(report).toMatchObject({ attachments: 1, drafts: 1, backupsCleaned: 1, backupsRemoved: 0 })
    const name = keyring.nameOf(photo)
    expect(await fs.stat(`/n/attachments/${name.slice(0, 2)}/${name}`)).toBeNull()
    expect(await fs.stat('/n/boot/first-rows')).toBeNull()
    expect(await fs.list('/n/drafts')).toEqual(['draft-note-2.a'])
    await opened.backups.close()
    await opened.notebook.close()
    const again = await openOn(fs, undefined, '/n', keyring)
    const lines = await linesOf(again.backups, id)
    expect(lines).toContain('Lindqvist AB')
    expectNobody(lines)
    const bytes = await bytesBelow(fs, '/n')
    expectNobody(bytes)
    expect(bytes).not.toContain('Lindqvist')
    // Who was erased is known again, and nobody else can try who it was.
    expect(valueIn(await readErased(fs, '/n', keyring.files)).hashes.length).toBeGreaterThan(0)
    expect((await readErased(fs, '/n')).ok).toBe(false)
  })

  test('takes no change from the window until that is loaded anew', async () => {
    const { opened, photo } = await filledDisk()
    await takeBackup(opened, photo)
    valueIn(await opened.backups.erase(REQUEST))
    const { notebookId, deviceId } = opened.notebook.head()
    const changes = [{ table: 'customers', id: ANNA_PAGE, after: records(photo)[0]?.record }]
    const set = { id: newId(), label: { key: 'x' }, origin: 'person', notebookId, deviceId, at: AT, changes }
    expect(await opened.notebook.append(set)).toMatchObject({ error: { code: 'erasure.running' } })
    opened.notebook.release()
    expect(
      await opened.notebook.append({
        ...set,
        changes: [{ ...changes[0], id: OTHER_PAGE, after: records(photo)[1]?.record }],
      }),
    ).toMatchObject({ ok: true })
  })

  test('asks for a backup of exactly what is there', async () => {
    const { opened, photo, fs } = await filledDisk()
    expect(await opened.backups.erase(REQUEST)).toMatchObject({ error: { code: 'erasure.noBackup' } })
    await takeBackup(opened, photo)
    const nobody = { ...REQUEST, subject: { kind: 'person', id: idOf(99) } } as const
    expect(await opened.backups.erase(nobody)).toMatchObject({ error: { code: 'erasure.nobody' } })
    expect(opened.notebook.head()).toMatchObject({ generation: 1, lastSeq: 5 })
    expect(await textOnDisk(fs)).toContain('Ostrovnaya')
  })

  test('removes a backup that can’t be read, since nobody can say who is in it', async () => {
    const { fs, opened, photo } = await filledDisk()
    const damaged = await takeBackup(opened, photo)
    await takeBackup(opened, photo)
    const path = `/n/snapshots/${damaged.id}.orchard`
    const bytes = Buffer.from(fs.peek(path) ?? [])
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    fs.poke(path, bytes)
    expect(valueIn(await opened.backups.erase(REQUEST))).toMatchObject({
      backupsCleaned: 1,
      backupsRemoved: 1,
    })
    expect(fs.peek(path)).toBeUndefined()
    expectNobody(await textOnDisk(fs))
  })

  test('lets nobody come back with a file from elsewhere', async () => {
    const { fs, opened, photo } = await filledDisk()
    await takeBackup(opened, photo)
    valueIn(await opened.backups.erase(REQUEST))
    await fs.makeFolder('/usb')
    const lines = records(photo).map(({ table, record }) => recordLine(table, record))
    const counts = { customers: { rows: 2, live: 2 }, people: { rows: 1, live: 1 } }
    const summary = {
      lastSeq: 5,
      counts: { ...counts, interactions: { rows: 1, live: 1 }, attachments: { rows: 1, live: 1 } },
      logRows: 0,
      lines: 5,
    }
    fs.poke('/usb/copy.orchard', await collect(snapshotBytes(HEADER, pieces(lines.join('')), () => summary)))
    const adopted = valueIn(await opened.backups.adopt('/usb/copy.orchard'))
    expect(adopted.counts).toMatchObject({ customers: { rows: 1 }, people: { rows: 0 } })
    const text = await linesOf(opened.backups, adopted.id)
    expect(text).toContain('Lindqvist AB')
    expect(text).not.toContain(ANNA_PAGE)
    expect(text).not.toContain(CANARIES[1])
  })

  test('is kept through the next starts and goes on with what is saved later', async () => {
    const { fs, opened, photo } = await filledDisk()
    await takeBackup(opened, photo)
    valueIn(await opened.backups.erase(REQUEST))
    opened.notebook.release()
    await opened.notebook.close()
    const again = await openOn(fs)
    expect(again.notebook.lostEntries()).toEqual([])
    expect(again.notebook.toForget()).toBeUndefined()
    expect(again.notebook.head()).toMatchObject({ generation: 2, lastSeq: 7, databaseName: '' })
    expect(valueIn(await again.notebook.verify())).toEqual([])
    // The first start wipes the index's files, which is no fault that anybody need be told of; the next one does not.
    expect(again.notebook.hasErasedIndex()).toBe(true)
    valueIn(await again.notebook.noteIndexDropped())
    expect(again.backups.restoreNote()).toMatchObject({ isErasure: true, isFresh: true })
    await again.notebook.close()
    const third = await openOn(fs)
    expect(third.notebook.hasErasedIndex()).toBe(false)
    expect(third.backups.restoreNote()).toMatchObject({ isErasure: true, isFresh: false })
  })

  test('cut by a power failure at any operation, it has not begun or is finished by the next start', async () => {
    const { fs, opened, photo } = await filledDisk()
    await takeBackup(opened, photo)
    const images: { readonly label: string; readonly image: SimFs }[] = []
    const keep = (label: string) => {
      images.push({ label, image: fs.clone() })
      for (let seed = 1; seed <= 2; seed += 1) images.push({ label, image: fs.crash(seed) })
    }
    const CHANGES = new Set([
      'write',
      'sync',
      'dataSync',
      'truncate',
      'rename',
      'unlink',
      'removeFolder',
      'syncFolder',
    ])
    fs.configure({ before: ({ index, op }) => (CHANGES.has(op) ? keep(`before ${index} ${op}`) : undefined) })
    valueIn(await opened.backups.erase(REQUEST))
    fs.configure({})
    images.push({ label: 'after the answer', image: fs.crash(99) })
    const seen = new Set<number>()
    for (const { label, image } of images) {
      if (image.peek('/n/LOCK') !== undefined) image.drop('/n/LOCK')
      const again = await openOn(image)
      const { generation } = again.notebook.head()
      seen.add(generation)
      const plan = await again.backups.rebuildPlan()
      if (generation === 1) {
        expect(again.notebook.head().lastSeq, label).toBe(5)
        expect(again.notebook.lostEntries(), label).toEqual([])
        expect(plan, label).toMatchObject({ bases: [{ lastSeq: 5 }], fromStart: true })
        expect(await linesOf(again.backups, plan.bases[0]?.id ?? ''), label).toContain('Ostrovnaya')
      } else {
        expectNobody(await textOnDisk(image), label)
        expect(again.notebook.lostEntries(), label).toEqual([])
        expect(plan.bases, label).toHaveLength(1)
        expect(await linesOf(again.backups, plan.bases[0]?.id ?? ''), label).toContain('Lindqvist AB')
      }
      await again.notebook.close()
    }
    expect([...seen].sort()).toEqual([1, 2])
  })
})
