import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** The hashes of all files that live records name, each once. */
export async function attachmentHashes(db: NotebookDatabase): Promise<string[]> {
  const attachments = liveRecords('attachments', await db.rows('attachments').toArray())
  return [...new Set(attachments.map(({ hash }) => hash))]
}
