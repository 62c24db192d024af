import { basename, dirname } from 'node:path'
import type { SavedCopy } from '#shared/ipc/backup'
import { err, ok, type Result } from '#shared/result'
import type { SealCost } from '#shared/snapshot/sealFormat'
import type { AttachmentStore } from '../attachments/attachmentStore'
import { checkRoom } from '../files/checkRoom'
import { durableWrite } from '../files/durableWrite'
import type { FsPort } from '../files/fsPort'
import { openedWith, openedWithSeal } from './openSealed'
import { sealedBytes } from './sealBytes'
import { deriveSeal, type FileSeal } from './sealKey'
import { type CopiedFile, copiedBytes } from './snapshotBytes'
import { asBackupError } from './snapshotFault'
import type { SnapshotFolder } from './snapshotFolder'
import { verifySnapshot } from './verifySnapshot'

/** A passphrase, or what was derived of one. */
export type Sealing = { readonly passphrase: string; readonly cost: SealCost } | FileSeal

/**
 * Writes a copy of a snapshot that is complete in itself, attachments inside, to a place that the person chose, and
 * reads it back. With a passphrase it is sealed with it, and read back by opening it with the passphrase again; with
 * what was derived of one before, by that. Errors: `backup.diskFull`, `backup.readOnly`, `backup.verifyFailed` ... and those of a damaged
 * original; then the place is as it was.
 */
export async function copyOut(
  parts: { readonly fs: FsPort; readonly folder: SnapshotFolder; readonly attachments: AttachmentStore },
  id: string,
  path: string,
  seal?: Sealing,
): Promise<Result<SavedCopy>> {
  const { fs, folder, attachments } = parts
  const found = await folder.find(id)
  if (found === undefined) return err('backup.missing')
  const original = await verifySnapshot(folder.stream(id))
  if (!original.ok) return original
  const room = await checkRoom(fs, 'backup', dirname(path), found.sizeBytes + original.value.fileBytes)
  if (!room.ok) return room
  let missing = 0

  async function* files(): AsyncGenerator<CopiedFile> {
    for (const hash of original.ok ? original.value.files : []) {
      const read = await attachments.get(hash)
      if (read.ok) yield { hash, bytes: read.value }
      else missing += 1
    }
  }

  const list = files()
  const content = copiedBytes(folder.stream(id), (header) => ({ ...header, attachments: 'inside' }), {
    list,
    missing: () => missing,
  })
  const derived =
    seal !== undefined && 'passphrase' in seal ? await deriveSeal(seal.passphrase, seal.cost) : seal
  const bytes = derived === undefined ? content : sealedBytes(content, derived)
  const written = await durableWrite(fs, dirname(path), basename(path), bytes, {
    onExisting: 'replace',
    verify: (readBack) => verifySnapshot(openedAgain(readBack, seal)),
  })
  if (!written.ok) return asBackupError(written.error)
  const wanted = original.value.files.size
  return ok({ sizeBytes: written.value.sizeBytes, files: wanted - missing, missingFiles: missing })
}

/** What is inside again, by the same way as whoever opens the copy one day. */
function openedAgain(
  readBack: AsyncIterable<Uint8Array>,
  seal: Sealing | undefined,
): AsyncIterable<Uint8Array> {
  if (seal === undefined) return readBack
  return 'passphrase' in seal ? openedWith(readBack, seal.passphrase) : openedWithSeal(readBack, seal)
}
