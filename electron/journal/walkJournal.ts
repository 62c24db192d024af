import { join } from 'node:path'
import type { FsPort } from '../files/fsPort'
import { sameBytes } from './entryFormat'
import type { JournalGap } from './journal'
import { openSegmentBytes } from './segmentBytes'
import { SEGMENT_HEADER_BYTES } from './segmentFormat'
import type { Segment } from './segmentList'
import { type EntryStep, walkSegment } from './walkSegment'

/** A gap between valid entries; `toSeq` is undefined when nothing valid follows in the whole journal. */
interface GapStep {
  readonly type: 'gap'
  readonly gap: Omit<JournalGap, 'toSeq'> & { readonly toSeq: number | undefined }
}

/** An entry or a gap, and the place in the list of its segment. */
export type JournalStep = (EntryStep | GapStep) & { readonly segmentIndex: number }

/** Which segments to walk and how. */
interface JournalWalk {
  readonly fs: FsPort
  readonly folder: string
  readonly segments: readonly Segment[]
  /** Place in the list to begin at. */
  readonly from: number
  /** Whether this entry's payload is read and checked. */
  readonly verifiesPayload: (segmentIndex: number, seq: number) => boolean
  /** Told once per segment that the disk refused to read, with the end of the furthest refused block. */
  readonly onUnreadable?: (segmentIndex: number, untilOffset: number) => void
}

/** Walks entries across segments in order, reporting every gap within and between them. */
export async function* walkJournal(walk: JournalWalk): AsyncGenerator<JournalStep> {
  const first = walk.segments[walk.from]
  if (!first) return
  const isBeginning = walk.from > 0 || first.beginsHistory === true
  let seq = isBeginning ? first.firstSeq - 1 : 0
  let chain = !isBeginning && first.firstSeq > 1 ? undefined : first.chain
  /** A hole to the end of its segment: how much is missing shows in the next segment's number. */
  let open: GapStep['gap'] | undefined
  for (const [index, segment] of walk.segments.entries()) {
    if (index < walk.from) continue
    const start = { segment: segment.name, offset: 0 }
    if (segment.firstSeq > seq + 1) {
      const gap = open ?? { ...start, fromSeq: seq + 1, reason: 'missing' as const }
      const segmentIndex = open ? index - 1 : index
      yield { type: 'gap', gap: { ...gap, toSeq: segment.firstSeq - 1 }, segmentIndex }
      chain = segment.chain
    } else if (chain && segment.chain && !sameBytes(chain, segment.chain)) {
      const gap = { ...start, fromSeq: seq + 1, toSeq: seq, reason: 'chain' as const }
      yield { type: 'gap', gap, segmentIndex: index }
      chain = segment.chain
    }
    open = undefined
    seq = segment.firstSeq - 1
    const bytes = await openSegmentBytes(walk.fs, join(walk.folder, segment.name))
    try {
      const range = { ...segment, offset: SEGMENT_HEADER_BYTES, nextSeq: segment.firstSeq, chain }
      for await (const step of walkSegment(bytes, range, (seq) => walk.verifiesPayload(index, seq))) {
        if (step.type === 'entry') {
          seq = step.header.seq
          chain = step.header.chain
          yield { ...step, segmentIndex: index }
          continue
        }
        const reason: JournalGap['reason'] =
          step.reason === 'damaged' && bytes.unreadableUntil() > 0 ? 'unreadable' : step.reason
        const gap = {
          segment: segment.name,
          offset: step.offset,
          fromSeq: step.fromSeq,
          toSeq: step.toSeq,
          reason,
        }
        if (step.toSeq === undefined) {
          open = gap
        } else {
          seq = Math.max(seq, step.toSeq)
          chain = undefined
          yield { type: 'gap', gap, segmentIndex: index }
        }
      }
      if (bytes.unreadableUntil() > 0) walk.onUnreadable?.(index, bytes.unreadableUntil())
    } finally {
      await bytes.close()
    }
  }
  if (open) yield { type: 'gap', gap: open, segmentIndex: walk.segments.length - 1 }
}
