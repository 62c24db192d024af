import { join } from 'node:path'
import { err, ok, type Result } from '#shared/result'
import type { FsPort } from '../files/fsPort'
import { decodeEntryHeader, ENTRY_HEADER_BYTES } from './entryFormat'
import { EntryKind } from './journal'
import { openSegmentBytes } from './segmentBytes'
import {
  decodeSegmentHeader,
  parseSegmentName,
  SEGMENT_HEADER_BYTES,
  type SegmentHeader,
} from './segmentFormat'
import { findEntry } from './walkSegment'

/** A segment's place in the history. */
export interface Segment {
  readonly name: string
  readonly generation: number
  readonly number: number
  readonly firstSeq: number
  /** Chain value before its first entry, undefined when its header is lost. */
  readonly chain: Uint8Array | undefined
  /** Where its valid bytes end: sealed by its successor, or its size. */
  readonly endOffset: number
  /** Its last entry's number cannot be higher; sealed by its successor. */
  readonly lastSeq: number
  /** It is the oldest one and begins with an erasure: that nothing is before it was wanted. */
  readonly beginsHistory?: true
}

/** The segments of a folder in the order of the history, and all that is odd about the folder. */
export interface SegmentList {
  readonly segments: readonly Segment[]
  readonly repairedHeaders: readonly string[]
  readonly misnamed: readonly string[]
  readonly ignored: readonly string[]
  /** Highest number that any file carries: a new segment takes a higher one. */
  readonly highestNumber: number
  /** Segments that were in use (they are longer than a header) and in which nothing can be recognised. */
  readonly lost: readonly LostSegment[]
  /** Some segment says that its payloads are sealed. */
  readonly isSealed: boolean
}

/** A segment of which only the name and the size are known. */
export interface LostSegment {
  readonly name: string
  readonly number: number
  readonly sizeBytes: number
  /** The disk refused to read it; it may be whole. */
  readonly isUnreadable: boolean
}

interface Candidate {
  readonly type: 'segment'
  readonly name: string
  readonly sizeBytes: number
  readonly header: Omit<SegmentHeader, 'continues'> & { readonly continues?: SegmentHeader['continues'] }
}

/** Reads all segment headers and puts the segments in order. Error: `journal.newerFormat`. */
export async function listSegments(fs: FsPort, folder: string): Promise<Result<SegmentList>> {
  const odd = { repairedHeaders: [] as string[], misnamed: [] as string[], ignored: [] as string[] }
  const byNumber = new Map<number, Candidate>()
  const strays: Candidate[] = []
  const lost: LostSegment[] = []
  let highestNumber = 0
  for (const name of await fs.list(folder)) {
    const named = parseSegmentName(name)
    if (!named) {
      odd.ignored.push(name)
      continue
    }
    highestNumber = Math.max(highestNumber, named.number)
    const candidate = await readCandidate(fs, folder, name, named)
    if (candidate === 'newer') return err('journal.newerFormat')
    if (candidate.type === 'lost') {
      odd.ignored.push(name)
      // A header is durable before anything follows it, so a lone or short one was never used.
      if (candidate.sizeBytes > SEGMENT_HEADER_BYTES || candidate.isUnreadable) lost.push(candidate)
    } else if (candidate.header.number !== named.number || candidate.header.generation !== named.generation)
      strays.push(candidate)
    else {
      byNumber.set(named.number, candidate)
      if (!candidate.header.continues) odd.repairedHeaders.push(name)
    }
  }
  for (const stray of strays) {
    highestNumber = Math.max(highestNumber, stray.header.number)
    if (byNumber.has(stray.header.number)) odd.ignored.push(stray.name)
    else {
      byNumber.set(stray.header.number, stray)
      odd.misnamed.push(stray.name)
    }
  }
  const segments = await withBeginning(fs, folder, followBack(byNumber))
  const isSealed = [...byNumber.values()].some(({ header }) => header.isSealed === true)
  const used = new Set(segments.map((segment) => segment.name))
  for (const { name } of byNumber.values()) if (!used.has(name)) odd.ignored.push(name)
  return ok({ segments, ...odd, highestNumber, lost, isSealed })
}

/** The header of a file; derived from its first whole entry when damaged; `lost` when there is none either. */
async function readCandidate(
  fs: FsPort,
  folder: string,
  name: string,
  named: { generation: number; number: number },
): Promise<Candidate | (LostSegment & { readonly type: 'lost' }) | 'newer'> {
  const bytes = await openSegmentBytes(fs, join(folder, name))
  try {
    const header = decodeSegmentHeader(await bytes.at(0, SEGMENT_HEADER_BYTES))
    if (header === 'newer') return header
    const { sizeBytes } = bytes
    if (header) return { type: 'segment', name, sizeBytes, header }
    const first = await findEntry(bytes, named, SEGMENT_HEADER_BYTES, sizeBytes, 1)
    if (first) return { type: 'segment', name, sizeBytes, header: { ...named, firstSeq: first.header.seq } }
    const isUnreadable = bytes.unreadableUntil() > 0
    return { type: 'lost', name, number: named.number, sizeBytes, isUnreadable }
  } finally {
    await bytes.close()
  }
}

/** The segments, the oldest one marked where an erasure has removed what was before it. */
async function withBeginning(fs: FsPort, folder: string, segments: Segment[]): Promise<Segment[]> {
  const [first, ...rest] = segments
  if (first === undefined || first.firstSeq === 1) return segments
  const bytes = await openSegmentBytes(fs, join(folder, first.name))
  try {
    const header = decodeEntryHeader(await bytes.at(SEGMENT_HEADER_BYTES, ENTRY_HEADER_BYTES))
    const isErasure = header?.kind === EntryKind.erase && header.seq === first.firstSeq
    return isErasure ? [{ ...first, beginsHistory: true }, ...rest] : segments
  } finally {
    await bytes.close()
  }
}

/**
 * Follows the predecessors back from the newest segment. A segment that nobody continues was given up before
 * anything in it was acknowledged. When a predecessor is missing, the nearest older file takes its place: the gap
 * shows in the numbers.
 */
function followBack(byNumber: ReadonlyMap<number, Candidate>): Segment[] {
  const numbers = [...byNumber.keys()].sort((a, b) => b - a)
  const ordered: Segment[] = []
  let end: { offset: number; seq: number } = {
    offset: Number.POSITIVE_INFINITY,
    seq: Number.MAX_SAFE_INTEGER,
  }
  let number = numbers[0]
  while (number !== undefined) {
    const candidate = byNumber.get(number)
    if (!candidate) break
    const { header } = candidate
    ordered.push({
      name: candidate.name,
      generation: header.generation,
      number: header.number,
      firstSeq: header.firstSeq,
      chain: header.continues?.chain,
      endOffset: Math.min(end.offset, candidate.sizeBytes),
      lastSeq: end.seq,
    })
    if (header.continues?.number === 0) break
    const before = header.continues
    const known = before && byNumber.has(before.number) && before.number < header.number
    end = { offset: known ? before.endOffset : Number.POSITIVE_INFINITY, seq: header.firstSeq - 1 }
    const current = header.number
    number = known ? before.number : numbers.find((other) => other < current)
  }
  return ordered.reverse()
}
