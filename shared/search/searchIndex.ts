import { loadSegments, saveSegments } from './indexBytes'
import { type QueryTerm, queryTerms } from './queryTerms'
import {
  buildSegment,
  CLASS_BITS,
  CLASSES,
  compareDocuments,
  DOCUMENT_BITS,
  DOCUMENT_MASK,
  type Segment,
  type SegmentDocument,
} from './segment'
import { collectDocuments, TokenNumbers } from './segmentMerge'
import { searchSegment } from './segmentSearch'
import { tokenise } from './tokenise'

/** What a field is worth: a hit in a name comes before one in a note. Whole numbers, at most 7. */
export const FIELD_WEIGHT = { name: 7, person: 6, spelling: 5, handle: 4, note: 2, least: 0 } as const

/** One thing that can be found. */
export interface SearchDocument {
  readonly id: string
  readonly fields: readonly { readonly text: string; readonly weight: number }[]
  /** Orders hits of equal weight, highest first: the time of the last contact, for instance. */
  readonly rank: number
}

/** The first hits and how many there are; `totalAtLeast` where counting them all would have taken long. */
export type SearchHits =
  | { readonly ids: readonly string[]; readonly total: number }
  | { readonly ids: readonly string[]; readonly totalAtLeast: number }

/** A token index that lives in memory, takes edits at any time and can be kept as bytes. */
export interface SearchIndex {
  /** Adds a document, or replaces the one with the same id. */
  put(document: SearchDocument): void
  /** Forgets a document; an unknown id is no failure. */
  remove(id: string): void
  /**
   * The best `limit` documents (50 unless told otherwise) that hold every word of the query, the last word
   * possibly unfinished. Words of four letters and more may hold one typing mistake, and come last, where
   * fewer than {@link FEW_HITS} match exactly. An empty query finds nothing.
   */
  search(query: string, options?: { readonly limit?: number }): SearchHits
  /** How many documents there are. */
  size(): number
  /** Everything as bytes for `loadSearchIndex`. Not for another version of the product. */
  save(): Uint8Array
}

/** Below this many exact hits, hits with a typing mistake are added. */
export const FEW_HITS = 5
const DEFAULT_LIMIT = 50

/** An empty index. */
export function createSearchIndex(): SearchIndex {
  return new SegmentedIndex([])
}

/**
 * An index from the bytes of `save`; undefined for another version, or bytes that were damaged or cut. It takes the bytes
 * over: whoever went on writing to them would change what is found.
 */
export function loadSearchIndex(bytes: Uint8Array): SearchIndex | undefined {
  const segments = loadSegments(bytes)
  return segments && new SegmentedIndex(segments)
}

/**
 * One big segment and a few small ones. New documents wait until somebody searches, then become a segment,
 * which swallows its smaller neighbours: an edit costs little, and no search sees more than a few segments.
 */
class SegmentedIndex implements SearchIndex {
  private pending = new Map<string, SegmentDocument>()
  private pendingTokens = new TokenNumbers()
  private readonly places = new Map<Segment, ReadonlyMap<string, number>>()

  constructor(private segments: Segment[]) {}

  put(document: SearchDocument): void {
    this.remove(document.id)
    const classes = new Map<number, number>()
    for (const field of document.fields) {
      const kind = Math.max(0, CLASSES - 1 - Math.max(0, Math.trunc(field.weight)))
      for (const token of tokenise(field.text)) {
        const number = this.pendingTokens.numberOf(token)
        classes.set(number, Math.min(kind, classes.get(number) ?? kind))
      }
    }
    const entries = Uint32Array.from(classes, ([number, kind]) => (number << CLASS_BITS) | kind)
    this.pending.set(document.id, { id: document.id, rank: document.rank, entries })
  }

  remove(id: string): void {
    if (this.pending.delete(id)) return
    for (const segment of this.segments) {
      const place = this.placesOf(segment).get(id)
      if (place === undefined || segment.deleted[place] === 1) continue
      segment.deleted[place] = 1
      segment.deletedCount++
      return
    }
  }

  size(): number {
    return this.segments.reduce((sum, segment) => sum + live(segment), this.pending.size)
  }

  search(query: string, options: { readonly limit?: number } = {}): SearchHits {
    this.settle()
    const limit = options.limit ?? DEFAULT_LIMIT
    const { terms, joined } = queryTerms(query)
    const readings = joined ? [terms, joined] : [terms]
    const found = combine(
      readings.map((reading) => this.run(reading, limit, false)),
      limit,
    )
    const few = found.ids.length < Math.min(FEW_HITS, limit)
    if (!few || !terms.some((term) => term.forgiving)) return found
    return combine([found, this.run(terms, limit, true)], limit)
  }

  save(): Uint8Array {
    this.settle()
    return saveSegments(this.segments)
  }

  private run(terms: readonly QueryTerm[], limit: number, forgiving: boolean): SearchHits {
    const best: { id: string; rank: number; level: number }[] = []
    let total = 0
    let exact = true
    for (const segment of this.segments) {
      const found = searchSegment(segment, terms, limit, forgiving)
      total += found.total
      exact &&= found.exact
      for (const hit of found.hits) {
        const place = hit & DOCUMENT_MASK
        best.push({
          id: segment.ids[place] ?? '',
          rank: segment.ranks[place] ?? 0,
          level: hit >>> DOCUMENT_BITS,
        })
      }
    }
    best.sort((a, b) => a.level - b.level || compareDocuments(a, b))
    const ids = best.slice(0, limit).map((hit) => hit.id)
    return exact ? { ids, total } : { ids, totalAtLeast: total }
  }

  /** Turns what was put since the last search into a segment, together with those not much larger. */
  private settle(): void {
    const sparse = this.segments.filter((segment) => segment.deletedCount * 2 > segment.ids.length)
    if (this.pending.size === 0 && sparse.length === 0) return
    let size = this.pending.size
    const merged = new Set(sparse)
    for (const segment of this.segments.toSorted((a, b) => live(a) - live(b))) {
      if (live(segment) > Math.max(size * 2, SMALL_SEGMENT - size)) break
      merged.add(segment)
      size += live(segment)
    }
    const tokens = merged.size === 0 ? this.pendingTokens : new TokenNumbers()
    const documents =
      merged.size === 0
        ? [...this.pending.values()]
        : [
            ...collectDocuments([...merged], tokens),
            ...this.pendingTokens.translate([...this.pending.values()], tokens),
          ]
    for (const segment of merged) this.places.delete(segment)
    this.segments = this.segments.filter((segment) => !merged.has(segment))
    if (documents.length > 0) this.segments.push(buildSegment(tokens.list, documents))
    this.pending = new Map()
    this.pendingTokens = new TokenNumbers()
  }

  private placesOf(segment: Segment): ReadonlyMap<string, number> {
    let places = this.places.get(segment)
    if (!places) {
      places = new Map(segment.ids.map((id, place) => [id, place]))
      this.places.set(segment, places)
    }
    return places
  }
}

/** Up to here, indexing again takes a few milliseconds. */
const SMALL_SEGMENT = 400

function live(segment: Segment): number {
  return segment.ids.length - segment.deletedCount
}

/** The hits of the first answer, then those of the next that are new. */
function combine(answers: readonly SearchHits[], limit: number): SearchHits {
  const [first] = answers
  if (first === undefined) return { ids: [], total: 0 }
  if (answers.length === 1) return first
  const ids = [...new Set(answers.flatMap((answer) => answer.ids))]
  const complete = answers.every((answer) => 'total' in answer && answer.total === answer.ids.length)
  const shown = ids.slice(0, limit)
  if (complete) return { ids: shown, total: ids.length }
  const counts = answers.map((answer) => ('total' in answer ? answer.total : answer.totalAtLeast))
  return { ids: shown, totalAtLeast: Math.max(ids.length, ...counts) }
}
