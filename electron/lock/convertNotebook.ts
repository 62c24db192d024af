import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { NOTEBOOK_FOLDER } from '#shared/identity'
import { err, ok, type Result } from '#shared/result'
import { ERASED_FILE } from '../erasure/erasedList'
import { checkRoom } from '../files/checkRoom'
import { durableWrite } from '../files/durableWrite'
import { type FsPort, fsFailure } from '../files/fsPort'
import { removeTree } from '../files/removeTree'
import { openHead } from '../journal/head'
import type { Journal } from '../journal/journal'
import { openJournal } from '../journal/openJournal'
import {
  type Conversion,
  convertAttachments,
  convertDrafts,
  convertFile,
  convertSnapshots,
  copyFile,
} from './convertFiles'
import { type OpenedKey, writeKeyFile } from './keyFile'
import { type Keyring, keyringOf } from './keyring'
import { resealJournal, sayTheSame } from './resealJournal'
import { sealedJournal } from './sealedJournal'
import { STAGED_PREFIX, SWITCH_FILE } from './settleSwitch'

/** What a conversion works with. Nobody may have the notebook open. */
export interface ConversionParts {
  readonly fs: FsPort
  readonly userData: string
  /** What the notebook is sealed with now; undefined where it lies open. */
  readonly opens: Keyring | undefined
  /** The key that it shall be sealed with, or undefined where it shall lie open. */
  readonly key: OpenedKey | undefined
}

/** The whole notebook once more, and what one journal segment may need besides. */
const SPARE_BYTES = 16 * 1024 * 1024

/**
 * Writes the whole notebook anew beside itself, sealed or open, reads it back, and then decides by one durable file that
 * the new one counts; `settleSwitch` puts it in place. Whatever ends it before that file has changed nothing, whatever ends
 * it after is finished by the next start. Errors: `lock.journalDamaged`, `lock.diskFull`, `lock.verifyFailed`,
 * `lock.ioFailed` ...; then the notebook is as it was.
 */
export async function convertNotebook(parts: ConversionParts): Promise<Result<null>> {
  const { fs, userData, opens, key } = parts
  const from = join(userData, NOTEBOOK_FOLDER)
  const staged = `${STAGED_PREFIX}${randomBytes(8).toString('hex')}`
  const to = join(userData, staged)
  const seals = key && keyringOf(key.key, () => key.keys)
  try {
    const room = await checkRoom(fs, 'lock', userData, (await sizeOf(fs, from)) + SPARE_BYTES)
    if (!room.ok) return room
    await fs.makeFolder(to)
    const written = await writeAll({ fs, from, to, opens, seals }, key)
    if (!written.ok) return await giveUp(fs, to, written)
    await fs.syncFolder(to)
    await fs.syncFolder(userData)
    const decided = await durableWrite(fs, userData, SWITCH_FILE, Buffer.from(JSON.stringify({ staged })), {
      onExisting: 'replace',
    })
    if (decided.ok) return ok(null)
    // A name whose sync failed may stand all the same: then the new one counts, and must not be taken away.
    if ((await fs.stat(join(userData, SWITCH_FILE))) !== null) return ok(null)
    return await giveUp(fs, to, err('lock.ioFailed'))
  } catch (error) {
    return await giveUp(fs, to, fsFailure('lock', error))
  }
}

async function writeAll(conversion: Conversion, key: OpenedKey | undefined): Promise<Result<null>> {
  const { fs, from, to } = conversion
  const within = (name: string): Conversion => ({ ...conversion, from: join(from, name), to: join(to, name) })
  for (const name of ['journal', 'snapshots', 'attachments', 'drafts']) await fs.makeFolder(join(to, name))
  if (key !== undefined) {
    // First of all: a folder without a key file would be taken for an open one.
    const kept = await writeKeyFile(fs, to, key.keys)
    if (!kept.ok) return kept
  }
  const steps: (() => Promise<Result<null>>)[] = [
    () => convertJournal(conversion),
    () => convertSnapshots(within('snapshots')),
    () => convertAttachments(within('attachments')),
    async () => {
      await convertDrafts(within('drafts'))
      await fs.syncFolder(join(to, 'drafts'))
      return ok(null)
    },
    () => convertFile(conversion, ERASED_FILE),
    () => copyFile(conversion, 'identity.json'),
    () => writeHead(conversion),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  return ok(null)
}

async function convertJournal({ fs, from, to, opens, seals }: Conversion): Promise<Result<null>> {
  const source = await openJournal({ fs, folder: from, isSealed: opens !== undefined })
  if (!source.ok) return source
  try {
    if (!source.value.report.writable) return err('lock.readOnly')
    const before = opens === undefined ? source.value : sealedJournal(source.value, opens.journal)
    const written = await resealJournal(fs, before, join(to, 'journal'), seals?.journal)
    if (!written.ok) return written
    return await readBack(fs, to, seals, before)
  } finally {
    await source.value.close()
  }
}

async function readBack(
  fs: FsPort,
  to: string,
  seals: Keyring | undefined,
  before: Journal,
): Promise<Result<null>> {
  const written = await openJournal({
    fs,
    folder: to,
    verifyAll: true,
    isSealed: seals !== undefined,
  })
  if (!written.ok) return written
  try {
    const after = seals === undefined ? written.value : sealedJournal(written.value, seals.journal)
    return (await sayTheSame(before, after)) ? ok(null) : err('lock.verifyFailed')
  } finally {
    await written.value.close()
  }
}

/** The index is built anew, so that no name of one goes along. */
async function writeHead({ fs, from, to }: Conversion): Promise<Result<null>> {
  const before = await openHead(fs, from)
  if (!before.ok) return before
  const head = before.value.current()
  if (head === undefined) return ok(null)
  const after = await openHead(fs, to)
  if (!after.ok) return after
  const { slotSeq: _slotSeq, ...rest } = head
  const written = await after.value.write({ ...rest, databaseName: '' })
  return written.ok ? ok(null) : written
}

async function sizeOf(fs: FsPort, folder: string): Promise<number> {
  let sizeBytes = 0
  for (const name of await fs.list(folder)) {
    const path = join(folder, name)
    const found = await fs.stat(path)
    sizeBytes += found?.kind === 'folder' ? await sizeOf(fs, path) : (found?.sizeBytes ?? 0)
  }
  return sizeBytes
}

/** Nothing has changed; what was written goes, or else with the next start. */
async function giveUp<E extends { readonly ok: false }>(fs: FsPort, to: string, failure: E): Promise<E> {
  await removeTree(fs, to).catch(() => undefined)
  await fs.syncFolder(dirname(to)).catch(() => undefined)
  return failure
}
