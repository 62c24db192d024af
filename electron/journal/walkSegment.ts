import {
  chainAfter,
  decodeEntryHeader,
  ENTRY_HEADER_BYTES,
  ENTRY_MARK,
  type EntryHeader,
  isPayloadSound,
  sameBytes,
} from './entryFormat'
import type { SegmentBytes } from './segmentBytes'

/** Where a walk through one segment begins and what it expects there. */
interface WalkRange {
  readonly generation: number
  readonly number: number
  readonly offset: number
  readonly endOffset: number
  /** Number that the first entry must have. */
  readonly nextSeq: number
  /** Entries with a higher number belong to a later segment and end the walk. */
  readonly lastSeq: number
  /** Chain value before the first entry; undefined when nobody knows, then the first entry is believed. */
  readonly chain: Uint8Array | undefined
}

/** An entry that passed its checks. `payload` is valid until the next step; undefined when not asked for. */
export interface EntryStep {
  readonly type: 'entry'
  readonly header: EntryHeader
  readonly offset: number
  readonly endOffset: number
  readonly payload: Uint8Array | undefined
}

/** A stretch without valid entries. `toSeq` is undefined when nothing valid follows in this segment. */
interface HoleStep {
  readonly type: 'hole'
  readonly offset: number
  readonly fromSeq: number
  readonly toSeq: number | undefined
  readonly reason: 'damaged' | 'missing' | 'chain'
}

interface Found {
  readonly offset: number
  readonly header: EntryHeader
}

const SEARCH_BYTES = 256 * 1024
/** Behind a large payload that nobody reads, only the next header is of interest, not the half megabyte after it. */
const LARGE_PAYLOAD_BYTES = 32 * 1024
const HEADER_AHEAD_BYTES = 4096

/**
 * Walks the entries of a segment in order and reports every hole between them. The payloads of entries that
 * `verifiesPayload` names are read and checked too; of the others the headers and their chain are, which proves order
 * and completeness.
 */
export async function* walkSegment(
  bytes: SegmentBytes,
  range: WalkRange,
  verifiesPayload: (seq: number) => boolean,
): AsyncGenerator<EntryStep | HoleStep> {
  const end = Math.min(range.endOffset, bytes.sizeBytes)
  let offset = range.offset
  let seq = range.nextSeq
  let chain = range.chain
  let aheadBytes: number | undefined
  while (offset < end) {
    const headerBytes =
      bytes.peek(offset, ENTRY_HEADER_BYTES) ?? (await bytes.at(offset, ENTRY_HEADER_BYTES, aheadBytes))
    const header = decodeEntryHeader(headerBytes)
    const entryEnd = header ? offset + ENTRY_HEADER_BYTES + header.payloadBytes : 0
    if (!header || !belongs(header, range, entryEnd, end) || header.seq < seq) {
      const next = await findEntry(bytes, range, offset + 1, end, seq)
      yield { type: 'hole', offset, fromSeq: seq, toSeq: next && next.header.seq - 1, reason: 'damaged' }
      if (!next) return
      offset = next.offset
      if (next.header.seq !== seq) chain = undefined
      seq = next.header.seq
      continue
    }
    if (header.seq > range.lastSeq) return
    if (header.seq > seq) {
      yield { type: 'hole', offset, fromSeq: seq, toSeq: header.seq - 1, reason: 'missing' }
    } else if (chain && !sameBytes(chainAfter(chain, headerBytes), header.chain)) {
      yield { type: 'hole', offset, fromSeq: seq, toSeq: seq - 1, reason: 'chain' }
    }
    const at = offset + ENTRY_HEADER_BYTES
    const payload = verifiesPayload(header.seq)
      ? (bytes.peek(at, header.payloadBytes) ?? (await bytes.at(at, header.payloadBytes)))
      : undefined
    if (payload && !isPayloadSound(header, payload)) {
      yield { type: 'hole', offset, fromSeq: header.seq, toSeq: header.seq, reason: 'damaged' }
    } else {
      yield { type: 'entry', header, offset, endOffset: entryEnd, payload }
    }
    offset = entryEnd
    seq = header.seq + 1
    chain = header.chain
    const isSkipped = payload === undefined && header.payloadBytes > LARGE_PAYLOAD_BYTES
    aheadBytes = isSkipped ? HEADER_AHEAD_BYTES : undefined
  }
}

/** Looks for the next whole entry of this segment, payload included, numbered `seq` or higher. */
export async function findEntry(
  bytes: SegmentBytes,
  segment: { readonly generation: number; readonly number: number },
  from: number,
  end: number,
  seq: number,
): Promise<Found | undefined> {
  let at = from
  while (at < end) {
    const block = await bytes.at(at, Math.min(SEARCH_BYTES, end - at))
    const hit = Buffer.from(block.buffer, block.byteOffset, block.length).indexOf(ENTRY_MARK)
    if (hit < 0) {
      // The mark may lie across the edge of two blocks.
      at += Math.max(1, block.length - ENTRY_MARK.length + 1)
      continue
    }
    const offset = at + hit
    const header = decodeEntryHeader(await bytes.at(offset, ENTRY_HEADER_BYTES))
    const entryEnd = header ? offset + ENTRY_HEADER_BYTES + header.payloadBytes : 0
    if (header && header.seq >= seq && belongs(header, segment, entryEnd, end)) {
      const payload = await bytes.at(offset + ENTRY_HEADER_BYTES, header.payloadBytes)
      if (isPayloadSound(header, payload)) return { offset, header }
    }
    at = offset + 1
  }
  return undefined
}

function belongs(
  header: EntryHeader,
  segment: { readonly generation: number; readonly number: number },
  entryEnd: number,
  end: number,
): boolean {
  return entryEnd <= end && header.generation === segment.generation && header.segment === segment.number
}
