import type { ChangeSet } from '#shared/changes/changeSet'
import type { BackupPage } from '#shared/ipc/backup'
import { type AttachmentStore, openAttachmentStore } from '../../electron/attachments/attachmentStore'
import { type Backups, openBackups } from '../../electron/backup/backups'
import { type DraftStore, openDraftStore } from '../../electron/drafts/draftStore'
import type { FsPort } from '../../electron/files/fsPort'
import type { Keyring } from '../../electron/lock/keyring'
import { type NotebookLog, openNotebookLog } from '../../electron/notebook/notebookLog'
import { AT, idOf, product, productLines } from './snapshotFiles'

/** The main process's half of a notebook on any disk. */
export interface OpenedNotebook {
  readonly notebook: NotebookLog
  readonly backups: Backups
  readonly attachments: AttachmentStore
  readonly drafts: DraftStore
}

/** A key in no time, for tests of what is done with it. */
export const QUICK_SEAL = { cost: 16, blockSize: 1, parallel: 1 }

let lastId = 5_000_000

/** A new id for whatever needs one. */
export const newId = () => idOf(++lastId)

/** Opens notebook and backups in `folder`, or throws the code of what failed. */
export async function openOn(
  fs: FsPort,
  now: () => number = () => AT,
  folder = '/n',
  keyring?: Keyring | undefined,
): Promise<OpenedNotebook> {
  const notebook = valueIn(await openNotebookLog({ fs, folder, newId, now, seal: keyring?.journal }))
  const attachments = valueIn(await openAttachmentStore(fs, `${folder}/attachments`, keyring))
  const drafts = valueIn(await openDraftStore(fs, `${folder}/drafts`, keyring?.drafts))
  const parts = {
    fs,
    notebook,
    attachments,
    drafts,
    notebookFolder: folder,
    version: '0.1.0',
    now,
    newToken: newId,
    sealCost: QUICK_SEAL,
    keyring,
  }
  return { notebook, attachments, drafts, backups: valueIn(await openBackups(parts)) }
}

export function valueIn<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Journals the creation of products `from` to `to`, one change-set each. */
export async function saveProducts(notebook: NotebookLog, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1)
    valueIn(await notebook.append(productSet(notebook, number)))
}

/** The change-set that creates a product. */
export function productSet(notebook: NotebookLog, number: number): ChangeSet {
  const { notebookId, deviceId } = notebook.head()
  const changes = [{ table: 'products' as const, id: idOf(number), after: product(number) }]
  return { id: newId(), label: { key: 'x' }, origin: 'person', notebookId, deviceId, at: AT, changes }
}

/** Sends a backup as the window does: the products up to `count`, at the journal's end. Answers like `finish`. */
export async function takeBackup(
  { notebook, backups }: OpenedNotebook,
  count: number,
  reason: 'manual' | 'beforeRestore' = 'manual',
) {
  const token = await backups.begin(reason)
  if (!token.ok) return token
  const half = Math.floor(count / 2)
  for (const lines of [productLines(1, half), productLines(half + 1, count - half)]) {
    const written = await backups.write(token.value, Buffer.from(lines))
    if (written.ok) continue
    await backups.abandon(token.value)
    return written
  }
  const { lastSeq } = notebook.head()
  const counts = { products: { rows: count, live: count } }
  return backups.finish(token.value, { lastSeq, counts, logRows: 0, lines: count })
}

/** The lines of a backup, read as the window reads them. */
export async function linesOf(backups: Backups, id: string): Promise<string> {
  let text = ''
  for (let cursor: number | null = 0; cursor !== null; ) {
    const page: BackupPage = valueIn(await backups.read(id, cursor))
    text += Buffer.from(page.lines).toString()
    cursor = page.next
  }
  return text
}
