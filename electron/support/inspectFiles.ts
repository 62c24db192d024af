import type { FileInspection } from '#shared/ipc/health'
import type { AttachmentStore } from '../attachments/attachmentStore'

/** Reads attachments and says which are not there, or are not what their hash says. It mends nothing. */
export async function inspectFiles(
  store: Pick<AttachmentStore, 'verify'>,
  hashes: readonly string[],
): Promise<FileInspection> {
  const missing: string[] = []
  const damaged: string[] = []
  for (const hash of hashes) {
    const verified = await store.verify(hash)
    if (verified.ok) continue
    // A disk that answers with an error has the file and can't give it.
    if (verified.error.code === 'attachment.missing') missing.push(hash)
    else damaged.push(hash)
  }
  return { missing, damaged }
}
