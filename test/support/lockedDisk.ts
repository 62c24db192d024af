import { readErased } from '../../electron/erasure/erasedList'
import { hasKeyFile, readKeyFile } from '../../electron/lock/keyFile'
import { type Keyring, keyringOf } from '../../electron/lock/keyring'
import { settleFolder, settleIndex } from '../../electron/lock/settleSwitch'
import { linesOf, openOn, valueIn } from './backupDisk'
import type { SimFs } from './simFs'
import { AT } from './snapshotFiles'

/** Everything of a notebook that its person would miss, in words. */
export interface NotebookContent {
  readonly isLocked: boolean
  readonly sets: readonly string[]
  readonly generation: number
  readonly backups: readonly string[]
  readonly drafts: readonly string[]
  readonly photos: readonly string[]
  readonly erased: readonly string[]
}

/** Opens all of a notebook below `/user` as a start does. */
export async function openAll(fs: SimFs, keyring: Keyring | undefined) {
  const folder = '/user/notebook'
  return { ...(await openOn(fs, () => AT, folder, keyring)), folder }
}

/** What the next start finds, whatever the power cut left; `key` is the notebook's where it lies sealed. */
export async function contentOf(
  fs: SimFs,
  key: Uint8Array,
  photos: readonly string[],
): Promise<NotebookContent> {
  valueIn(await settleFolder(fs, '/user'))
  valueIn(await settleIndex(fs, '/user', '/user/Partitions'))
  const isLocked = await hasKeyFile(fs, '/user/notebook')
  const keys = isLocked ? valueIn(await readKeyFile(fs, '/user/notebook')) : undefined
  const keyring = keys && keyringOf(key, () => keys)
  const { notebook, attachments, drafts, backups, folder } = await openAll(fs, keyring)
  const sets: string[] = []
  for (let next = 1; ; ) {
    const page = valueIn(await notebook.read(next))
    sets.push(...page.entries.map((entry) => JSON.stringify(entry)))
    if (page.nextSeq > page.lastSeq) break
    next = page.nextSeq
  }
  const kept: string[] = []
  for (const { id } of valueIn(await backups.list()).backups) kept.push(await linesOf(backups, id))
  const texts: string[] = []
  for (const name of valueIn(await drafts.list()))
    texts.push(Buffer.from(valueIn(await drafts.load(name)) ?? []).toString())
  const shown: string[] = []
  for (const hash of photos) shown.push(Buffer.from(valueIn(await attachments.get(hash))).toString())
  const erased = valueIn(await readErased(fs, folder, keyring?.files)).hashes
  const { generation } = notebook.head()
  await backups.close()
  await notebook.close()
  return { isLocked, sets, generation, backups: kept, drafts: texts, photos: shown, erased }
}

/** All bytes below a folder, names included, as one text a byte a character. */
export async function bytesBelow(fs: SimFs, folder: string): Promise<string> {
  let text = ''
  for (const name of await fs.list(folder)) {
    const path = `${folder}/${name}`
    text += `${path}\n`
    if ((await fs.stat(path))?.kind === 'folder') text += await bytesBelow(fs, path)
    else text += Buffer.from(fs.peek(path) ?? []).toString('latin1')
  }
  return text
}
