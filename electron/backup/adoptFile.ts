import { err, ok, type Result } from '#shared/result'
import type { SnapshotHeader } from '#shared/snapshot/format'
import { snapshotFileName, snapshotId } from '#shared/snapshot/snapshotName'
import type { AttachmentStore } from '../attachments/attachmentStore'
import { durableWrite, readChunks } from '../files/durableWrite'
import { type FsPort, fsFailure } from '../files/fsPort'
import { copiedBytes } from './snapshotBytes'
import { asBackupError, orThrow } from './snapshotFault'
import type { SnapshotFolder } from './snapshotFolder'
import { verifySnapshot } from './verifySnapshot'

/**
 * Takes in a backup file from elsewhere: checks it whole, puts the attachments inside into the notebook's store and
 * copies the rest among the snapshots. The answer is its id there. A file that is refused has changed nothing.
 * Errors: those of `readSnapshot`, `backup.diskFull`, `backup.ioFailed` ...
 */
export async function adoptFile(
  parts: { readonly fs: FsPort; readonly folder: SnapshotFolder; readonly attachments: AttachmentStore },
  path: string,
  openedAt: number,
): Promise<Result<string>> {
  const { fs, folder, attachments } = parts
  const found = await statFile(fs, path)
  if (!found.ok) return found
  const checked = await verifySnapshot(readChunks(fs, path))
  if (!checked.ok) return checked
  if (checked.value.header.attachments === 'inside') {
    const stored = await verifySnapshot(readChunks(fs, path), async (bytes) => {
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
  const content = copiedBytes(readChunks(fs, path), toHeader)
  const written = await durableWrite(fs, folder.path, snapshotFileName(id), content, {
    verify: verifySnapshot,
  })
  return written.ok ? ok(id) : asBackupError(written.error)
}

async function statFile(fs: FsPort, path: string): Promise<Result<null>> {
  try {
    const found = await fs.stat(path)
    return found?.kind === 'file' ? ok(null) : err('backup.missing')
  } catch (error) {
    return fsFailure('backup', error)
  }
}
