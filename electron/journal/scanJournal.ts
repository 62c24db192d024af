import { ok, type Result } from '#shared/result'
import type { FsPort } from '../files/fsPort'
import { CHAIN_START, ENTRY_HEADER_BYTES } from './entryFormat'
import { EntryKind, type EntryMark, type JournalGap, type OpenReport } from './journal'
import { SEGMENT_HEADER_BYTES } from './segmentFormat'
import { type LostSegment, listSegments, type Segment, type SegmentList } from './segmentList'
import { type JournalStep, walkJournal } from './walkJournal'
import type { EntryStep } from './walkSegment'

/** The end of the valid history, where the next entry connects. */
export interface Tip {
  readonly seq: number
  readonly generation: number
  readonly chain: Uint8Array
  /** Segment that holds it, 0 in an empty journal, and where its valid bytes end there. */
  readonly number: number
  readonly endOffset: number
}

/** What is on the disk. */
export interface Scan {
  readonly segments: readonly Segment[]
  readonly tip: Tip
  readonly seqById: Map<string, number>
  readonly marks: readonly EntryMark[]
  readonly highestNumber: number
  /** Whether the newest segment is whole and unsealed, so that appends may go on in it. */
  readonly canContinue: boolean
  /** See `SegmentList`. */
  readonly isSealed: boolean
  readonly report: Omit<OpenReport, 'afterCrash'>
}

/**
 * Reads the whole journal: every header and its chain, and the payloads of the newest segment (of all with
 * `verifyAll`; `read` verifies what it returns in any case). Error: `journal.newerFormat`.
 */
export async function scanJournal(
  fs: FsPort,
  folder: string,
  options: { readonly firstGeneration: number; readonly verifyAll: boolean },
): Promise<Result<Scan>> {
  const listed = await listSegments(fs, folder)
  if (!listed.ok) return listed
  const list = listed.value
  const lastIndex = list.segments.length - 1
  const tail = new Tail(list, options.firstGeneration)
  let unreadableUntil = 0
  const steps = walkJournal({
    fs,
    folder,
    segments: list.segments,
    from: 0,
    verifiesPayload: (index) => options.verifyAll || index === lastIndex,
    onUnreadable: (index, until) => {
      if (index === lastIndex) unreadableUntil = until
    },
  })
  for await (const step of steps) tail.take(step)
  return ok(finish(list, tail, unreadableUntil))
}

/**
 * Collects entries and gaps. A hole in the newest segment is a lost entry only if an entry of a later batch
 * follows: a batch is written after the one before is durable. Otherwise it is an append that power or a kill
 * cut short, in whatever order its sectors reached the disk, and the batch ends there.
 */
class Tail {
  readonly seqById = new Map<string, number>()
  readonly gaps: JournalGap[] = []
  readonly marks: EntryMark[] = []
  /** Steps from the first hole on that may still turn out to be the torn tail. */
  readonly doubtful: JournalStep[] = []
  readonly lastSeqs: number[] = []
  tip: Tip

  constructor(
    private readonly list: SegmentList,
    firstGeneration: number,
  ) {
    this.tip = { seq: 0, generation: firstGeneration, chain: CHAIN_START, number: 0, endOffset: 0 }
  }

  take(step: JournalStep): void {
    if (step.type === 'gap') {
      const certain = step.gap.toSeq !== undefined && (!this.isLast(step) || step.gap.offset === 0)
      if (certain || step.gap.reason === 'chain') this.accept(step)
      else this.doubtful.push(step)
      return
    }
    const batchSeq = step.header.seq - step.header.indexInBatch
    const firstOpen = this.doubtful.findIndex((held) => held.type === 'gap' && held.gap.fromSeq >= batchSeq)
    for (const held of this.doubtful.splice(0, firstOpen < 0 ? this.doubtful.length : firstOpen))
      this.accept(held)
    if (this.doubtful.length > 0) this.doubtful.push(step)
    else this.accept(step)
  }

  private isLast(step: JournalStep): boolean {
    return step.segmentIndex === this.list.segments.length - 1
  }

  private accept(step: JournalStep): void {
    if (step.type === 'entry') this.acceptEntry(step, step.segmentIndex)
    else this.gaps.push({ ...step.gap, toSeq: step.gap.toSeq ?? this.tip.seq })
  }

  private acceptEntry({ header, endOffset }: EntryStep, segmentIndex: number): void {
    if (!this.seqById.has(header.id)) this.seqById.set(header.id, header.seq)
    this.lastSeqs[segmentIndex] = header.seq
    const { seq, generation, chain, kind, segment: number } = header
    if (kind !== EntryKind.change) this.marks.push({ seq, kind })
    this.tip = { seq, generation, chain, number, endOffset }
  }
}

/**
 * A newest segment without one readable entry hides an unknown count of numbers. As many are skipped as may have
 * been in it, so that no number is ever given twice.
 */
function skipLost(tip: Tip, lost: readonly LostSegment[], gaps: JournalGap[]): Tip {
  let { seq } = tip
  for (const { name, sizeBytes, isUnreadable } of lost) {
    const most = Math.max(1, Math.floor((sizeBytes - SEGMENT_HEADER_BYTES) / ENTRY_HEADER_BYTES))
    const reason = isUnreadable ? 'unreadable' : 'damaged'
    gaps.push({ fromSeq: seq + 1, toSeq: seq + most, segment: name, offset: 0, reason })
    seq += most
  }
  return { ...tip, seq }
}

/**
 * A newest segment without an entry is where the history goes on all the same: its header says with which number,
 * even if what it continues is lost. Its generation counts only once the epoch entry is there.
 */
function moveToUnused(tip: Tip, last: Segment): Tip {
  const { firstSeq, chain = tip.chain, number } = last
  return { ...tip, seq: firstSeq - 1, chain, number, endOffset: SEGMENT_HEADER_BYTES }
}

function finish(list: SegmentList, tail: Tail, unreadableUntil: number): Scan {
  const last = list.segments.at(-1)
  const lost = list.lost.filter((segment) => segment.number > (last?.number ?? 0))
  const gaps = [...tail.gaps]
  const isUnused = last !== undefined && tail.tip.number !== last.number
  const tip = skipLost(isUnused ? moveToUnused(tail.tip, last) : tail.tip, lost, gaps)
  const torn = tail.doubtful[0]
  const tornTail =
    last && torn?.type === 'gap'
      ? { segment: last.name, offset: torn.gap.offset, sizeBytes: last.endOffset - torn.gap.offset }
      : null
  const canContinue =
    last !== undefined &&
    !tornTail &&
    last.generation === tip.generation &&
    last.number === list.highestNumber &&
    unreadableUntil === 0 &&
    !gaps.some((gap) => gap.segment === last.name && gap.offset > 0) &&
    !list.repairedHeaders.includes(last.name) &&
    !list.misnamed.includes(last.name)
  return {
    segments: list.segments.map((segment, index) => ({
      ...segment,
      endOffset: segment === last ? tip.endOffset : segment.endOffset,
      lastSeq: tail.lastSeqs[index] ?? segment.firstSeq - 1,
    })),
    tip,
    seqById: tail.seqById,
    marks: tail.marks,
    highestNumber: list.highestNumber,
    canContinue,
    isSealed: list.isSealed,
    report: {
      gaps,
      tornTail,
      repairedHeaders: list.repairedHeaders,
      misnamed: list.misnamed,
      ignored: list.ignored,
      writable:
        (unreadableUntil === 0 || (!isUnused && unreadableUntil <= tip.endOffset)) &&
        !lost.some((segment) => segment.isUnreadable),
    },
  }
}
