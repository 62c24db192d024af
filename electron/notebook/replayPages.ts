import type { JournalPage, ReplayEntry } from '#shared/ipc/journal'
import { err, ok, type Result } from '#shared/result'
import { EntryKind, type Journal, type JournalEntry } from '../journal/journal'
import { type CommittedImports, lostIn } from './committedImports'

/** A page stays well below what one message between processes should carry. */
const PAGE_BYTES = 2 * 1024 * 1024

/**
 * Reads a page of entries for replay, from `fromSeq` on. An entry that brings no rows (an unfinished import's
 * chunk, a checkpoint) arrives as `skip`, so that numbers stay without holes. Entries that can't be read arrive as
 * one `lost`, so that nothing is skipped in silence and nothing that follows is withheld. Error: `journal.ioFailed`.
 */
export async function readReplayPage(
  journal: Journal,
  imports: CommittedImports,
  fromSeq: number,
): Promise<Result<JournalPage>> {
  const entries: ReplayEntry[] = []
  const { lastSeq } = journal.head()
  let sizeBytes = 0
  let nextSeq = fromSeq
  for await (const read of journal.read(fromSeq, { acrossGaps: true })) {
    if (!read.ok) {
      if (read.error.code !== 'journal.gap') return err(read.error.code, read.error.params)
      const gap = lostIn(read.error.params)
      if (gap === undefined) continue
      entries.push({ seq: gap.toSeq, kind: 'lost', fromSeq: Math.max(gap.fromSeq, fromSeq) })
      nextSeq = gap.toSeq + 1
      continue
    }
    entries.push(toReplayEntry(read.value, imports))
    sizeBytes += read.value.payload.byteLength
    nextSeq = read.value.seq + 1
    if (sizeBytes >= PAGE_BYTES) break
  }
  return ok({ entries, nextSeq, lastSeq })
}

function toReplayEntry(entry: JournalEntry, imports: CommittedImports): ReplayEntry {
  const { seq, kind, blanked } = entry
  const replayed = kind === EntryKind.change || (kind === EntryKind.importChunk && imports.hasChunk(seq))
  if (!replayed || blanked) return { seq, kind: 'skip' }
  return { seq, kind: 'change', set: entry.payload }
}
