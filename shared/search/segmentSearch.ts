import { HOT_POSTINGS } from './hotPrefixes'
import type { QueryTerm } from './queryTerms'
import { CLASS_BITS, CLASSES, DOCUMENT_BITS, DOCUMENT_MASK, type Segment } from './segment'
import { rangeOf, type TokenRange, typoRanges } from './typos'

/** The best documents of one segment: `level * 2^29 + document`, best first. */
export interface SegmentHits {
  readonly hits: readonly number[]
  /** Documents that match; a lower bound unless `exact`. */
  readonly total: number
  readonly exact: boolean
}

interface Condition {
  readonly ranges: readonly TokenRange[]
  readonly postings: number
  /** The prefix itself, where the condition is one prefix: it may have a ready list. */
  readonly prefix?: string
}

const NOTHING: SegmentHits = { hits: [], total: 0, exact: true }

/**
 * The best `limit` documents that meet every term. A document's level is that of its weakest term's best
 * field (a name and a note: note); within a level the newest come first. `forgiving` allows one typing
 * mistake a word and unfinished words anywhere.
 */
export function searchSegment(
  segment: Segment,
  terms: readonly QueryTerm[],
  limit: number,
  forgiving: boolean,
): SegmentHits {
  const conditions: Condition[] = []
  for (const term of terms) {
    const condition = conditionOf(segment, term, forgiving)
    if (condition.ranges.length === 0) return NOTHING
    conditions.push(condition)
  }
  const [only] = conditions
  if (only === undefined) return NOTHING
  if (conditions.length === 1 && only.prefix !== undefined) {
    const ready = hotHits(segment, only, limit)
    if (ready) return ready
  }
  const driver = conditions.reduce((best, next) => (cost(next) < cost(best) ? next : best))
  return scan(
    segment,
    gather(segment, driver),
    conditions.filter((other) => other !== driver),
    limit,
  )
}

function conditionOf(segment: Segment, term: QueryTerm, forgiving: boolean): Condition {
  const ranges: TokenRange[] = []
  const prefix = term.prefix || (forgiving && term.forgiving)
  for (const token of term.tokens) {
    const range = rangeOf(segment.tokens, token, prefix)
    if (range) ranges.push(range)
    // Four letters, one of them wrong, begin half of all words: only the last word, and a longer one, may go on.
    const goesOn = term.prefix && token.length > 4
    if (forgiving && term.forgiving) ranges.push(...typoRanges(segment.tokens, token, goesOn))
  }
  let postings = 0
  for (const range of ranges) postings += postingCount(segment, range)
  const [token] = term.tokens
  return { ranges, postings, ...(prefix && ranges.length === 1 && token !== undefined && { prefix: token }) }
}

/** One token's postings are in order already; several must be sorted first. */
function cost(condition: Condition): number {
  const [first] = condition.ranges
  const single = condition.ranges.length === 1 && first !== undefined && first.to - first.from === 1
  return single ? condition.postings : condition.postings * 4
}

function postingCount(segment: Segment, range: TokenRange): number {
  return (segment.postingStarts[range.to] ?? 0) - (segment.postingStarts[range.from] ?? 0)
}

function hotHits(segment: Segment, condition: Condition, limit: number): SegmentHits | undefined {
  const [range] = condition.ranges
  const hot = range && condition.prefix !== undefined && segment.hot.answer(condition.prefix, range, segment)
  if (!hot) return undefined
  const hits: number[] = []
  for (const hit of hot.first) {
    if (hits.length === limit) break
    if (segment.deleted[hit & DOCUMENT_MASK] === 0) hits.push(hit)
  }
  // So many were deleted that the list no longer fills the screen: look properly.
  if (hits.length < limit && hot.total > hot.first.length) return undefined
  const exact = segment.deletedCount === 0
  return { hits, total: exact ? hot.total : Math.max(hits.length, hot.total - segment.deletedCount), exact }
}

/** The postings of a condition in the order of the answer; a document may come again at a lower level. */
function gather(segment: Segment, condition: Condition): Uint32Array {
  const parts = condition.ranges.map((range) =>
    segment.postings.subarray(segment.postingStarts[range.from] ?? 0, segment.postingStarts[range.to] ?? 0),
  )
  const [first] = condition.ranges
  if (parts.length === 1 && first && first.to - first.from === 1) return parts[0] ?? new Uint32Array(0)
  const all = new Uint32Array(condition.postings)
  let next = 0
  for (const part of parts) {
    all.set(part, next)
    next += part.length
  }
  return all.length > HOT_POSTINGS * 16 ? countingOrder(all, segment.ids.length) : all.sort()
}

/** Sorts and removes repeats by writing down each document's best class: linear, for very long lists. */
function countingOrder(postings: Uint32Array, documents: number): Uint32Array {
  const best = new Uint8Array(documents).fill(255)
  for (const posting of postings) {
    const document = posting & DOCUMENT_MASK
    const kind = posting >>> DOCUMENT_BITS
    if (kind < (best[document] ?? 0)) best[document] = kind
  }
  const ordered = new Uint32Array(documents)
  let next = 0
  for (let kind = 0; kind < CLASSES; kind++) {
    for (let document = 0; document < documents; document++) {
      if (best[document] === kind) ordered[next++] = kind * 2 ** DOCUMENT_BITS + document
    }
  }
  return ordered.subarray(0, next)
}

function scan(
  segment: Segment,
  driver: Uint32Array,
  others: readonly Condition[],
  limit: number,
): SegmentHits {
  const levels: number[][] = Array.from({ length: CLASSES }, () => [])
  const seen = new Uint8Array(segment.ids.length)
  let total = 0
  let exact = true
  let current = -1
  /** Documents that reached the current class's level through an earlier class, oldest last. */
  let earlier: number[] = []
  let passed = 0
  let better = 0
  let own = 0
  for (const posting of driver) {
    const kind = posting >>> DOCUMENT_BITS
    const document = posting & DOCUMENT_MASK
    if (segment.deleted[document] === 1 || seen[document] === 1) continue
    if (kind !== current) {
      current = kind
      earlier = levels[kind]?.toSorted(ascending) ?? []
      better = levels.slice(0, kind).reduce((sum, list) => sum + list.length, 0)
      passed = 0
      own = 0
    }
    const level = levelOf(segment, document, kind, others)
    if (level < 0) continue
    seen[document] = 1
    total++
    levels[level]?.push(document)
    if (level === kind) own++
    while (passed < earlier.length && (earlier[passed] ?? 0) < document) passed++
    // Whatever follows has this class or a worse one, and is older within it.
    if (better + passed + own >= limit) {
      exact = false
      break
    }
  }
  const hits: number[] = []
  for (const [level, documents] of levels.entries()) {
    if (hits.length === limit) break
    for (const document of documents.sort(ascending)) {
      if (hits.length === limit) break
      hits.push(level * 2 ** DOCUMENT_BITS + document)
    }
  }
  return { hits, total, exact }
}

function ascending(a: number, b: number): number {
  return a - b
}

/** The level of a document that meets all other conditions, or -1. */
function levelOf(segment: Segment, document: number, kind: number, others: readonly Condition[]): number {
  let level = kind
  for (const condition of others) {
    let best = CLASSES
    for (const range of condition.ranges) best = Math.min(best, classIn(segment, document, range))
    if (best === CLASSES) return -1
    level = Math.max(level, best)
  }
  return level
}

function classIn(segment: Segment, document: number, range: TokenRange): number {
  const { forward, forwardStarts } = segment
  let low = forwardStarts[document] ?? 0
  const end = forwardStarts[document + 1] ?? 0
  const from = range.from * CLASSES
  const to = range.to * CLASSES
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((forward[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  let best = CLASSES
  for (let at = low; at < end && (forward[at] ?? 0) < to; at++) {
    best = Math.min(best, (forward[at] ?? 0) & ((1 << CLASS_BITS) - 1))
  }
  return best
}
