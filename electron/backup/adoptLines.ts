import { ok, type Result } from '#shared/result'
import type { SnapshotHeader, SnapshotSummary } from '#shared/snapshot/format'
import { snapshotFileName, snapshotId } from '#shared/snapshot/snapshotName'
import { snapshotBytes } from './snapshotBytes'
import { asBackupError } from './snapshotFault'
import type { SnapshotFolder } from './snapshotFolder'
import { verifySnapshot } from './verifySnapshot'

/** Records from elsewhere, in the form of a snapshot's content. */
export interface AdoptedLines {
  /** Whose records they are, and when they were written. */
  readonly origin: Pick<SnapshotHeader, 'app' | 'schema' | 'notebookId' | 'generation' | 'createdAt'>
  /** Whole lines, some at a time. */
  readonly pieces: AsyncIterable<Uint8Array>
  readonly summary: SnapshotSummary
}

/**
 * Makes a snapshot of records that were kept in another form, and reads it back. The answer is its id. What is refused
 * has changed nothing. Errors: `backup.tampered`, `backup.diskFull`, `backup.ioFailed` ..., `backup.sourceFailed` when
 * the pieces fail.
 */
export async function adoptLines(
  parts: { readonly folder: SnapshotFolder },
  { origin, pieces, summary }: AdoptedLines,
  openedAt: number,
): Promise<Result<string>> {
  const header: SnapshotHeader = { ...origin, reason: 'opened', attachments: 'beside', openedAt }
  const id = snapshotId({ ...header, lastSeq: summary.lastSeq, createdAt: openedAt })
  const content = snapshotBytes(header, pieces, () => summary)
  const written = await parts.folder.write(snapshotFileName(id), content, { verify: verifySnapshot })
  return written.ok ? ok(id) : asBackupError(written.error)
}
