import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReadBack } from '#shared/ipc/takeAlong'
import type { Result } from '#shared/result'
import { manifestText, textToSeal } from '#shared/takeAlong/manifest'
import { type AttachmentStore, openAttachmentStore } from '../../../electron/attachments/attachmentStore'
import { type Backups, openBackups } from '../../../electron/backup/backups'
import { nodeFs } from '../../../electron/files/fsPort'
import { type NotebookLog, openNotebookLog } from '../../../electron/notebook/notebookLog'
import { sealOf } from '../../../electron/takeAlong/folderCheck'
import { readFolderBack } from '../../../electron/takeAlong/readFolderBack'
import { linesOf } from '../../support/backupDisk'
import { AT, product } from '../../support/snapshotFiles'
import {
  type Content,
  codeOf,
  emptyPage,
  products,
  sendAll,
  takeAlongDesk,
  valueIn,
  withRecord,
} from './folders'

const NAME = 'Orchard 2026-11-28'
const PHOTO = Buffer.from('a photo')
const CONTENT: Content = withRecord(products(3), 'attachments', {
  ...product(50),
  name: undefined,
  hash: sealOf('a photo'),
  mediaType: 'image/png',
  sizeBytes: PHOTO.length,
  fileName: 'Stand.png',
  purpose: 'photo',
})

let desk: ReturnType<typeof takeAlongDesk>
let home: string
let notebook: NotebookLog
let backups: Backups
let attachments: AttachmentStore
beforeEach(async () => {
  desk = takeAlongDesk({ readPhoto: async () => PHOTO })
  valueIn(await sendAll(desk.session, CONTENT, [emptyPage('Ana')]))
  home = mkdtempSync(path.join(os.tmpdir(), 'orchard-back-'))
  notebook = valueIn(await openNotebookLog({ fs: nodeFs, folder: home, newId: uuidV7, now: () => AT }))
  attachments = valueIn(await openAttachmentStore(nodeFs, path.join(home, 'attachments')))
  let at = AT
  const now = () => (at += 1)
  const parts = { fs: nodeFs, notebook, attachments, version: '0.1.0', now, newToken: uuidV7 }
  backups = valueIn(await openBackups({ ...parts, notebookFolder: home }))
})
afterEach(async () => {
  await backups.close()
  await notebook.close()
  desk.remove()
  rmSync(home, { recursive: true, force: true })
})

const fileOf = (name: string) => path.join(desk.place, NAME, name)
const readBack = () => readFolderBack({ fs: nodeFs, backups, attachments }, path.join(desk.place, NAME))
const refusedNames = (result: Result<ReadBack>) =>
  result.ok && result.value.kind === 'altered' ? result.value.files.names : codeOf(result)
const snapshots = async () => valueIn(await backups.list()).backups

/** Changes the manifest and seals it anew, as somebody would who knows how. */
function forge(change: (manifest: Record<string, unknown>) => void): void {
  const manifest = JSON.parse(readFileSync(fileOf('manifest.json'), 'utf8'))
  change(manifest)
  const { seal: _seal, kind: _kind, format: _format, ...facts } = manifest
  writeFileSync(fileOf('manifest.json'), manifestText(facts, sealOf(textToSeal(facts))))
}

test('the records come in among the backups line by line as they were, with their attachments', async () => {
  const read = valueIn(await readBack())
  expect(read).toMatchObject({
    kind: 'read',
    info: {
      reason: 'opened',
      lastSeq: 3,
      counts: { attachments: { rows: 1 }, products: { rows: 3, live: 3 } },
    },
    copiesChanged: { names: [], count: 0 },
  })
  if (read.kind !== 'read') return
  expect(await linesOf(backups, read.info.id)).toBe(CONTENT.lines.join(''))
  expect(valueIn(await backups.check(read.info.id))).toMatchObject({ badRows: 0, missingFiles: 0 })
  expect(Buffer.from(valueIn(await attachments.get(sealOf('a photo'))))).toEqual(PHOTO)
})

test('every file that is read must be what it was: altered, cut, emptied or gone it is named', async () => {
  const whole = readFileSync(fileOf('data/products.ndjson'))
  const flipped = Buffer.from(whole)
  flipped[200] = (flipped[200] ?? 0) ^ 1
  for (const content of [flipped, whole.subarray(0, -1), whole.subarray(0, 0)]) {
    writeFileSync(fileOf('data/products.ndjson'), content)
    expect(refusedNames(await readBack())).toEqual(['data/products.ndjson'])
  }
  rmSync(fileOf('data/products.ndjson'))
  writeFileSync(fileOf('attachments/Stand.png'), 'another')
  expect(refusedNames(await readBack())).toEqual(
    expect.arrayContaining(['data/products.ndjson', 'attachments/Stand.png']),
  )
  expect(await snapshots()).toEqual([])
})

test('what is not read back may be changed, and is told', async () => {
  writeFileSync(fileOf('customers/Ana.md'), 'My own words')
  rmSync(fileOf('csv/products.csv'))
  const read = valueIn(await readBack())
  expect(read.kind === 'read' && [...read.copiesChanged.names].sort()).toEqual([
    'csv/products.csv',
    'customers/Ana.md',
  ])
})

test('a manifest that was made to fit does not get what is no record in unseen, and leads nowhere else', async () => {
  const forged = '{"id":"x"}\n'
  writeFileSync(fileOf('data/quotes.ndjson'), forged)
  const entry = { path: 'data/quotes.ndjson', sizeBytes: forged.length, sha256: sealOf(forged) }
  forge((manifest) => {
    const files = (manifest.files as { path: string }[]).filter(({ path: name }) => name !== entry.path)
    manifest.files = [...files, entry]
    manifest.counts = { ...(manifest.counts as object), quotes: { rows: 1, live: 1 } }
  })
  const read = valueIn(await readBack())
  // It is counted as a record that can't be read, which the preview says.
  expect(read.kind === 'read' && valueIn(await backups.check(read.info.id)).badRows).toBe(1)

  forge((manifest) => {
    manifest.counts = { products: { rows: 2, live: 2 } }
  })
  expect(codeOf(await readBack())).toBe('backup.tampered')
  forge((manifest) => {
    manifest.files = (manifest.files as { path: string }[]).filter(
      ({ path: name }) => name !== 'data/people.ndjson',
    )
  })
  expect(refusedNames(await readBack())).toEqual(['data/people.ndjson'])
  forge((manifest) => {
    manifest.files = [{ path: '../secret', sizeBytes: 1, sha256: sealOf('') }]
  })
  expect(codeOf(await readBack())).toBe('takeAlong.badManifest')
})

test('a folder of something else is called so', async () => {
  rmSync(fileOf('manifest.json'))
  expect(codeOf(await readBack())).toBe('takeAlong.notOurs')
  writeFileSync(fileOf('manifest.json'), '{"name":"a web app"}')
  expect(codeOf(await readBack())).toBe('takeAlong.notOurs')
  writeFileSync(fileOf('manifest.json'), 'x')
  expect(codeOf(await readBack())).toBe('takeAlong.badManifest')
})
