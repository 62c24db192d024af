import { HotPrefixes } from './hotPrefixes'
import { packTokens, type TokenTable } from './tokenTable'

/**
 * Some documents, indexed once and never changed but for a mark on those deleted. Documents are numbered
 * by rank, newest first, so that any list of numbers is already in the order of the answer.
 */
export interface Segment {
  readonly tokens: TokenTable
  /** Where each token's postings start; one more at the end. */
  readonly postingStarts: Uint32Array
  /** `class * 2^29 + document`: sorted, so the best field comes first and the newest first within it. */
  readonly postings: Uint32Array
  /** Where each document's tokens start in `forward`; one more at the end. */
  readonly forwardStarts: Uint32Array
  /** `token * 8 + class`, sorted: answers "does this document hold a token from here to there". */
  readonly forward: Uint32Array
  readonly ids: readonly string[]
  readonly ranks: Float64Array
  readonly hot: HotPrefixes
  readonly deleted: Uint8Array
  deletedCount: number
}

/** A document on its way into a segment: `token * 8 + class`, tokens numbered by whoever interned them. */
export interface SegmentDocument {
  readonly id: string
  readonly rank: number
  readonly entries: Uint32Array
}

export const CLASS_BITS = 3
export const CLASSES = 8
export const DOCUMENT_BITS = 29
export const DOCUMENT_MASK = 2 ** DOCUMENT_BITS - 1

/** Newest first; equal ranks by id, so that the order never depends on how documents arrived. */
export function compareDocuments(a: { id: string; rank: number }, b: { id: string; rank: number }): number {
  return b.rank - a.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Indexes documents whose entries number the given tokens (distinct, in any order). */
export function buildSegment(tokens: readonly string[], documents: readonly SegmentDocument[]): Segment {
  const sorted = tokens.toSorted(byCodeUnit)
  const renumbered = renumber(tokens, sorted)
  const ordered = documents.toSorted(compareDocuments)
  const forwardStarts = new Uint32Array(ordered.length + 1)
  const total = ordered.reduce((sum, document) => sum + document.entries.length, 0)
  const forward = new Uint32Array(total)
  let next = 0
  for (const [at, document] of ordered.entries()) {
    forwardStarts[at] = next
    const start = next
    for (const entry of document.entries) {
      forward[next++] = ((renumbered[entry >>> CLASS_BITS] ?? 0) << CLASS_BITS) | (entry & (CLASSES - 1))
    }
    forward.subarray(start, next).sort()
  }
  forwardStarts[ordered.length] = next
  const ids = ordered.map((document) => document.id)
  const ranks = Float64Array.from(ordered, (document) => document.rank)
  return completeSegment({ tokens: packTokens(sorted), forwardStarts, forward, ids, ranks })
}

/** Derives everything else from the tokens of each document. */
export function completeSegment(
  base: Pick<Segment, 'tokens' | 'forwardStarts' | 'forward' | 'ids' | 'ranks'>,
  deleted: Uint8Array = new Uint8Array(base.ids.length),
): Segment {
  const { postingStarts, postings } = invert(base)
  const deletedCount = deleted.reduce((sum, mark) => sum + mark, 0)
  return { ...base, postingStarts, postings, hot: new HotPrefixes(), deleted, deletedCount }
}

function invert(base: Pick<Segment, 'tokens' | 'forwardStarts' | 'forward'>): {
  postingStarts: Uint32Array
  postings: Uint32Array
} {
  const { forward, forwardStarts } = base
  const postingStarts = new Uint32Array(base.tokens.size + 1)
  for (let at = 0; at < forward.length; at++) {
    const token = (forward[at] ?? 0) >>> CLASS_BITS
    postingStarts[token + 1] = (postingStarts[token + 1] ?? 0) + 1
  }
  for (let at = 0; at < base.tokens.size; at++) {
    postingStarts[at + 1] = (postingStarts[at + 1] ?? 0) + (postingStarts[at] ?? 0)
  }
  const next = postingStarts.slice()
  const postings = new Uint32Array(forward.length)
  const documents = forwardStarts.length - 1
  for (let document = 0; document < documents; document++) {
    const end = forwardStarts[document + 1] ?? 0
    for (let at = forwardStarts[document] ?? 0; at < end; at++) {
      const entry = forward[at] ?? 0
      const token = entry >>> CLASS_BITS
      const place = next[token] ?? 0
      postings[place] = (entry & (CLASSES - 1)) * 2 ** DOCUMENT_BITS + document
      next[token] = place + 1
    }
  }
  sortMixed(postingStarts, postings)
  return { postingStarts, postings }
}

/** Puts each token's postings in order of class. Most tokens stand in one kind of field and are already. */
function sortMixed(postingStarts: Uint32Array, postings: Uint32Array): void {
  for (let token = 0; token + 1 < postingStarts.length; token++) {
    const start = postingStarts[token] ?? 0
    const end = postingStarts[token + 1] ?? 0
    for (let at = start + 1; at < end; at++) {
      if ((postings[at] ?? 0) < (postings[at - 1] ?? 0)) {
        postings.subarray(start, end).sort()
        break
      }
    }
  }
}

function renumber(tokens: readonly string[], sorted: readonly string[]): Uint32Array {
  const places = new Map<string, number>()
  for (const [at, token] of sorted.entries()) places.set(token, at)
  return Uint32Array.from(tokens, (token) => places.get(token) ?? 0)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
