import { completeSegment, type Segment } from './segment'
import { packTokens, tokenAt } from './tokenTable'

/** Raised whenever folding, tokens or this layout change: an older file is then built anew, not converted. */
const INDEX_VERSION = 2
/** "OrSx", so that another file is told apart before anything is believed. */
const MAGIC = 0x7853724f
const HEADER_WORDS = 4
/** tokens, token units, documents, forward entries, id units */
const SEGMENT_WORDS = 5

/**
 * Segments as bytes: header (magic, version, checksum and words of the rest), the number of segments, then
 * typed arrays in the byte order of the machine, each padded to four bytes. What can be derived is not written.
 */
export function saveSegments(segments: readonly Segment[]): Uint8Array {
  const parts: Uint32Array[] = [Uint32Array.of(segments.length)]
  for (const segment of segments) {
    const ids = packTokens(segment.ids)
    const { tokens } = segment
    parts.push(
      Uint32Array.of(
        tokens.size,
        tokens.units.length,
        segment.ids.length,
        segment.forward.length,
        ids.units.length,
      ),
      tokens.starts,
      wordsOf(tokens.units),
      segment.forwardStarts,
      segment.forward,
      ids.starts,
      wordsOf(ids.units),
      wordsOf(segment.ranks),
      wordsOf(segment.deleted),
    )
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const all = new Uint32Array(HEADER_WORDS + length)
  let next = HEADER_WORDS
  for (const part of parts) {
    all.set(part, next)
    next += part.length
  }
  all.set([MAGIC, INDEX_VERSION, checksum(all.subarray(HEADER_WORDS)), length])
  return new Uint8Array(all.buffer)
}

/** The segments in bytes of `saveSegments`; undefined if they are anything else, or not whole. */
export function loadSegments(bytes: Uint8Array): Segment[] | undefined {
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0) return undefined
  // Typed arrays need their alignment.
  const own = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const all = new Uint32Array(own.buffer, own.byteOffset, own.length / 4)
  const [magic, version, sum, length] = all
  const body = all.subarray(HEADER_WORDS)
  if (magic !== MAGIC || version !== INDEX_VERSION || length !== body.length || sum !== checksum(body))
    return undefined
  const segments: Segment[] = []
  let next = 0
  const take = (words: number): Uint32Array => {
    const part = body.subarray(next, next + words)
    next += words
    return part
  }
  const [count = 0] = take(1)
  for (let at = 0; at < count; at++) {
    const [tokens = 0, tokenUnits = 0, documents = 0, entries = 0, idUnits = 0] = take(SEGMENT_WORDS)
    const table = {
      size: tokens,
      starts: take(tokens + 1),
      units: unitsOf(take(half(tokenUnits)), tokenUnits),
    }
    const forwardStarts = take(documents + 1)
    const forward = take(entries)
    const idTable = {
      size: documents,
      starts: take(documents + 1),
      units: unitsOf(take(half(idUnits)), idUnits),
    }
    const ranks = new Float64Array(take(documents * 2).slice().buffer)
    const deleted = bytesOf(take(Math.ceil(documents / 4)), documents)
    if (next > body.length) return undefined
    const ids = Array.from({ length: documents }, (_, index) => tokenAt(idTable, index))
    segments.push(completeSegment({ tokens: table, forwardStarts, forward, ids, ranks }, deleted))
  }
  return segments
}

function half(units: number): number {
  return Math.ceil(units / 2)
}

/** The bytes of any typed array as 32-bit words, the last one filled up with zeros. */
function wordsOf(array: Uint16Array | Float64Array | Uint8Array): Uint32Array {
  const padded = new Uint8Array(Math.ceil(array.byteLength / 4) * 4)
  padded.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  return new Uint32Array(padded.buffer)
}

function unitsOf(words: Uint32Array, length: number): Uint16Array {
  return new Uint16Array(words.buffer, words.byteOffset, length)
}

/** A copy of its own: deletion marks are written to. */
function bytesOf(words: Uint32Array, length: number): Uint8Array {
  return new Uint8Array(words.slice().buffer, 0, length)
}

/** FNV-1a over 32-bit words: finds any changed or missing word; no protection against malice. */
function checksum(words: Uint32Array): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193)
  return hash >>> 0
}
