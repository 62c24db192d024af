import { err, ok, type Result } from '#shared/result'
import type { SnapshotHeader } from '#shared/snapshot/format'
import { snapshotFileName, snapshotId } from '#shared/snapshot/snapshotName'
import type { AttachmentStore } from '../attachments/attachmentStore'
import { checkRoom } from '../files/checkRoom'
import { readChunks } from '../files/durableWrite'
import { type FsPort, fsFailure } from '../files/fsPort'
import { isSealed, sealKeyOf } from './openSealed'
import { unsealedBytes } from './sealBytes'
import { copiedBytes } from './snapshotBytes'
import { asBackupError, orThrow } from './snapshotFault'
import type { SnapshotFolder } from './snapshotFolder'
import { verifySnapshot } from './verifySnapshot'

/** Where what is taken in goes. */
interface AdoptParts {
  readonly fs: FsPort
  readonly folder: SnapshotFolder
  readonly attachments: AttachmentStore
}

/**
 * Takes in a backup file from elsewhere: checks it whole, puts the attachments inside into the notebook's store and
 * copies the rest among the snapshots. The answer is its id there. A file that is refused has changed nothing.
 * Errors: those of `readSnapshot`, `backup.sealed` for a copy under a passphrase, `backup.diskFull`,
 * `backup.ioFailed` ...
 */
export async function adoptFile(parts: AdoptParts, path: string, openedAt: number): Promise<Result<string>> {
  const found = await statFile(parts.fs, path)
  if (!found.ok) return found
  const room = await checkRoom(parts.fs, 'backup', parts.folder.path, found.value)
  if (!room.ok) return room
  const sealed = await isSealed(parts.fs, path)
  if (!sealed.ok) return sealed
  if (sealed.value) return err('backup.sealed')
  return adopt(parts, () => readChunks(parts.fs, path), openedAt)
}

/**
 * The same for a copy under a passphrase. What is taken in lies as the notebook does, sealed or not. Errors:
 * as above, and those of `unsealedBytes`.
 */
export async function adoptSealed(
  parts: AdoptParts,
  path: string,
  passphrase: string,
  openedAt: number,
): Promise<Result<string>> {
  const found = await statFile(parts.fs, path)
  if (!found.ok) return found
  const room = await checkRoom(parts.fs, 'backup', parts.folder.path, found.value)
  if (!room.ok) return room
  // Deriving a key is slow on purpose; the file is read three times.
  const key = await sealKeyOf(readChunks(parts.fs, path), passphrase)
  if (!key.ok) return key
  return adopt(parts, () => unsealedBytes(readChunks(parts.fs, path), async () => key.value), openedAt)
}

async function adopt(
  { folder, attachments }: AdoptParts,
  read: () => AsyncIterable<Uint8Array>,
  openedAt: number,
): Promise<Result<string>> {
  const checked = await verifySnapshot(read())
  if (!checked.ok) return checked
  if (checked.value.header.attachments === 'inside') {
    const stored = await verifySnapshot(read(), async (bytes) => {
      orThrow(await attachments.put(bytes))
    })
    if (!stored.ok) return err(stored.error.code.replace(/^attachment\./, 'backup.'), stored.error.params)
  }
  const toHeader = (header: SnapshotHeader): SnapshotHeader => ({
    ...header,
    reason: 'opened',
    attachments: 'beside',
    openedAt,
  })
  const { header, end } = checked.value
  const id = snapshotId({ ...header, reason: 'opened', lastSeq: end.lastSeq, createdAt: openedAt })
  const content = copiedBytes(read(), toHeader)
  const written = await folder.write(snapshotFileName(id), content, { verify: verifySnapshot })
  return written.ok ? ok(id) : asBackupError(written.error)
}

/** Its size in bytes: what is taken in of it, rows and attachments, is never more. */
async function statFile(fs: FsPort, path: string): Promise<Result<number>> {
  try {
    const found = await fs.stat(path)
    return found?.kind === 'file' ? ok(found.sizeBytes) : err('backup.missing')
  } catch (error) {
    return fsFailure('backup', error)
  }
}
