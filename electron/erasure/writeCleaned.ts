import type { ErasureCleaner } from '#shared/erasing/cleaner'
import { type ErasureScope, isErased } from '#shared/erasing/scope'
import type { Attachment } from '#shared/records/attachment'
import type { RecordOf } from '#shared/records/tables'
import type { Result } from '#shared/result'
import type { SnapshotSummary } from '#shared/snapshot/format'
import { logLine, recordLine, type SnapshotLine } from '#shared/snapshot/lines'
import { snapshotBytes } from '../backup/snapshotBytes'
import { asBackupError } from '../backup/snapshotFault'
import { cleanedFileName, type SnapshotFolder, type StoredSnapshot } from '../backup/snapshotFolder'
import { type VerifiedSnapshot, verifySnapshot } from '../backup/verifySnapshot'
import { snapshotLines } from './surveySnapshots'

/** A piece of lines is closed beyond this many characters. */
const PIECE_CHARS = 1024 * 1024

/** Hashes of attachments that the erased had, and of those that somebody else has. */
export interface AttachmentUse {
  readonly erased: Set<string>
  readonly kept: Set<string>
}

/** What a snapshot is written anew with. */
interface CleanedParts {
  readonly folder: Pick<SnapshotFolder, 'write'>
  readonly snapshot: StoredSnapshot
  readonly stream: AsyncIterable<Uint8Array>
  readonly scope: ErasureScope
  readonly cleaner: ErasureCleaner
  readonly use: AttachmentUse
  /** Hears how many lines more were read of the original. */
  readonly onLines?: ((count: number) => void) | undefined
  /** The record of the erasure itself, asked for when all was cleaned; not for files from elsewhere. */
  readonly erasure: (() => RecordOf<'erasures'>) | undefined
}

/**
 * Writes a snapshot without the erased beside it, under a name that is none of a snapshot's, and reads it back. What it belongs to and
 * how far it reaches stay. Errors: those of a damaged original, `backup.diskFull`, `backup.verifyFailed` ...
 */
export async function writeCleaned(parts: CleanedParts): Promise<Result<VerifiedSnapshot>> {
  const { folder, snapshot, cleaner, erasure } = parts
  const { counts, lastSeq, lines, logRows } = snapshot.end
  const seen: { verified?: Result<VerifiedSnapshot> } = {}
  const summary = () =>
    withErasure(cleaner.summaryOf({ counts, lastSeq, lines, logRows }), erasure !== undefined)
  const content = snapshotBytes(snapshot.header, cleanedPieces(parts), summary)
  const written = await folder.write(cleanedFileName(snapshot.id), content, {
    onExisting: 'replace',
    verify: async (readBack) => {
      const verified = await verifySnapshot(readBack)
      seen.verified = verified
      return verified
    },
  })
  if (!written.ok) return asBackupError(written.error)
  return seen.verified ?? asBackupError({ code: 'file.verifyFailed' })
}

async function* cleanedPieces(parts: CleanedParts): AsyncGenerator<Uint8Array> {
  const { stream, cleaner, erasure, onLines } = parts
  let text = ''
  for await (const line of snapshotLines(stream, onLines)) {
    noteAttachment(parts, line)
    const cleaned = cleaner.clean(line)
    if (cleaned !== undefined) text += textOfLine(cleaned)
    if (text.length < PIECE_CHARS) continue
    yield Buffer.from(text)
    text = ''
  }
  if (erasure !== undefined) text += recordLine('erasures', erasure())
  if (text !== '') yield Buffer.from(text)
}

function noteAttachment({ scope, use }: CleanedParts, line: SnapshotLine): void {
  if (line.kind !== 'record' || line.table !== 'attachments') return
  const { id, hash } = line.record as unknown as Attachment
  if (isErased(scope, id)) use.erased.add(hash)
  else use.kept.add(hash)
}

function textOfLine(line: SnapshotLine): string {
  if (line.kind === 'log') return logLine(line.row)
  return line.kind === 'record' ? recordLine(line.table, line.record) : ''
}

function withErasure(summary: SnapshotSummary, hasErasure: boolean): SnapshotSummary {
  if (!hasErasure) return summary
  const { rows, live } = summary.counts.erasures ?? { rows: 0, live: 0 }
  const counts = { ...summary.counts, erasures: { rows: rows + 1, live: live + 1 } }
  return { ...summary, counts, lines: summary.lines + 1 }
}
