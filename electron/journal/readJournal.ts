import { err, ok, type Result } from '#shared/result'
import { type FsPort, fsFailure } from '../files/fsPort'
import type { JournalEntry, ReadOptions } from './journal'
import type { Segment } from './segmentList'
import { type JournalStep, walkJournal } from './walkJournal'

/** What to read: the segments as they stood when it was asked for, and the last number given. */
interface ReadRange {
  readonly fs: FsPort
  readonly folder: string
  readonly segments: readonly Segment[]
  readonly tipSeq: number
  readonly fromSeq: number
}

/** The stream behind `Journal.read`. */
export async function* readJournal(
  { fs, folder, segments, tipSeq, fromSeq }: ReadRange,
  options: ReadOptions,
): AsyncGenerator<Result<JournalEntry>> {
  const lastSeq = segments.at(-1)?.lastSeq ?? 0
  // The segment that holds `fromSeq`, or the one before a gap that swallowed it.
  const from = Math.max(
    0,
    segments.findLastIndex((segment) => segment.firstSeq <= fromSeq),
  )
  const steps = walkJournal({
    fs,
    folder,
    segments,
    from,
    verifiesPayload: (_segment, seq) => seq >= fromSeq,
  })
  try {
    for await (const step of steps) {
      const result = toResult(step, fromSeq, lastSeq)
      if (!result) continue
      yield result
      if (!result.ok && !options.acrossGaps) return
    }
    // Numbers that were skipped because the newest segment is lost: see scanJournal.
    if (tipSeq > lastSeq && fromSeq <= tipSeq)
      yield err('journal.gap', { fromSeq: lastSeq + 1, toSeq: tipSeq, reason: 'damaged' })
  } catch (error) {
    yield fsFailure('journal', error)
  }
}

function toResult(step: JournalStep, fromSeq: number, tipSeq: number): Result<JournalEntry> | undefined {
  if (step.type === 'gap') {
    const { fromSeq: gapFrom, toSeq = tipSeq, reason } = step.gap
    if (Math.max(toSeq, gapFrom) < fromSeq) return undefined
    return err('journal.gap', { fromSeq: gapFrom, toSeq, reason })
  }
  const { header, payload } = step
  if (header.seq < fromSeq) return undefined
  const { seq, generation, kind, id, blanked } = header
  const bytes = blanked || !payload ? new Uint8Array(0) : Uint8Array.from(payload)
  return ok({ seq, generation, kind, id, blanked, payload: bytes })
}
