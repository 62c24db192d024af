import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import { isSnapshotId, snapshotFileName, snapshotIdOf } from '#shared/snapshot/snapshotName'
import { openedWithSeal } from '../backup/openSealed'
import { sealedBytes } from '../backup/sealBytes'
import { durableWrite, readChunks, readWhole } from '../files/durableWrite'
import type { FsPort } from '../files/fsPort'
import { openSlotPair } from '../files/slotPair'
import type { Keyring } from './keyring'

/** From where to where, and what opens and seals: undefined is plain. */
export interface Conversion {
  readonly fs: FsPort
  readonly from: string
  readonly to: string
  readonly opens: Keyring | undefined
  readonly seals: Keyring | undefined
}

/**
 * Writes the backups anew, sealed or not, and reads each back whole. One that can't be read is taken along byte for byte,
 * sealed like the others: it may hold names all the same. Errors: `lock.diskFull`, `lock.verifyFailed` ...
 */
export async function convertSnapshots({ fs, from, to, opens, seals }: Conversion): Promise<Result<null>> {
  for (const name of await namesIn(fs, from)) {
    const id = snapshotIdOf(name)
    if (id === undefined || !isSnapshotId(id)) continue
    const source = await plainSource(fs, join(from, name), opens)
    const content = seals === undefined ? source.read() : sealedBytes(source.read(), seals.backups)
    const written = await durableWrite(fs, to, snapshotFileName(id), content, {
      verify: async (readBack) => {
        const inside = seals === undefined ? readBack : openedWithSeal(readBack, seals.backups)
        return (await hashOf(inside)) === source.sha256 ? ok(null) : err('lock.verifyFailed')
      },
    })
    if (!written.ok) return asLockError(written.error)
  }
  return ok(null)
}

/** Writes the attachments anew under the names that they have there. Errors as of `convertSnapshots`. */
export async function convertAttachments({ fs, from, to, opens, seals }: Conversion): Promise<Result<null>> {
  for (const folder of await namesIn(fs, from)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    for (const name of await namesIn(fs, join(from, folder))) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue
      const kept = await readWhole(fs, join(from, folder, name))
      const opened = opens?.attachments.open(kept, name)
      const plain = opened ?? kept
      const hash = opened === undefined ? name : createHash('sha256').update(opened).digest('hex')
      const named = seals === undefined ? hash : seals.nameOf(hash)
      const place = join(to, named.slice(0, 2))
      await fs.makeFolder(place)
      const bytes = seals === undefined ? plain : seals.attachments.seal(plain, named)
      const written = await durableWrite(fs, place, named, bytes, { onExisting: 'replace' })
      if (!written.ok) return asLockError(written.error)
    }
  }
  await fs.syncFolder(to)
  return ok(null)
}

/** For instance "draft-touch-note-42.a". */
const SLOT = /^draft-([a-z0-9-]{1,64})\.[ab]$/
const REMOVED = 0

/** Writes the drafts anew. One that is damaged in both slots is no text any more and stays behind. Rejects as the port. */
export async function convertDrafts({ fs, from, to, opens, seals }: Conversion): Promise<void> {
  const names = (await namesIn(fs, from)).flatMap((file) => SLOT.exec(file)?.[1] ?? [])
  for (const name of new Set(names)) {
    const paths = (folder: string) =>
      [join(folder, `draft-${name}.a`), join(folder, `draft-${name}.b`)] as const
    const kept = (await openSlotPair(fs, paths(from))).current()?.content
    const content = kept && opens ? opens.drafts.open(kept, name) : kept
    if (content === undefined || content[0] === REMOVED) continue
    const pair = await openSlotPair(fs, paths(to))
    await pair.write(seals === undefined ? content : seals.drafts.seal(content, name))
  }
}

/** Writes one small file of the notebook anew where there is one. Errors as of `convertSnapshots`. */
export async function convertFile(
  { fs, from, to, opens, seals }: Conversion,
  name: string,
): Promise<Result<null>> {
  if ((await fs.stat(join(from, name))) === null) return ok(null)
  const kept = await readWhole(fs, join(from, name))
  const plain = opens === undefined ? kept : opens.files.open(kept, name)
  if (plain === undefined) return err('lock.fileDamaged')
  const bytes = seals === undefined ? plain : seals.files.seal(plain, name)
  const written = await durableWrite(fs, to, name, bytes)
  return written.ok ? ok(null) : asLockError(written.error)
}

/** Copies one file as it is. Errors as of `convertSnapshots`. */
export async function copyFile({ fs, from, to }: Conversion, name: string): Promise<Result<null>> {
  const written = await durableWrite(fs, to, name, await readWhole(fs, join(from, name)))
  return written.ok ? ok(null) : asLockError(written.error)
}

/** What is inside of a backup, or its bytes where that can't be opened. */
async function plainSource(fs: FsPort, path: string, opens: Keyring | undefined) {
  const raw = () => readChunks(fs, path)
  if (opens !== undefined) {
    const opened = () => openedWithSeal(raw(), opens.backups)
    try {
      return { read: opened, sha256: await hashOf(opened()) }
    } catch {
      // Damaged: its bytes are all that there is.
    }
  }
  return { read: raw, sha256: await hashOf(raw()) }
}

async function hashOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const sum = createHash('sha256')
  for await (const chunk of stream) sum.update(chunk)
  return sum.digest('hex')
}

async function namesIn(fs: FsPort, folder: string): Promise<readonly string[]> {
  return (await fs.stat(folder)) === null ? [] : fs.list(folder)
}

function asLockError({ code, params }: { code: string; params?: Parameters<typeof err>[1] }) {
  return err(code.replace(/^file\./, 'lock.'), params)
}
