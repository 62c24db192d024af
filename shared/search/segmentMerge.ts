import { CLASS_BITS, CLASSES, type Segment, type SegmentDocument } from './segment'
import { tokenAt } from './tokenTable'

/** Gives each token a number on first sight. */
export class TokenNumbers {
  readonly list: string[] = []
  private readonly numbers = new Map<string, number>()

  /** The token's number, a new one if need be. */
  numberOf(token: string): number {
    const known = this.numbers.get(token)
    if (known !== undefined) return known
    const number = this.list.length
    this.numbers.set(token, number)
    this.list.push(token)
    return number
  }

  /** The same documents, their tokens numbered by `target`. */
  translate(documents: readonly SegmentDocument[], target: TokenNumbers): SegmentDocument[] {
    return documents.map((document) => ({
      ...document,
      entries: document.entries.map((entry) => {
        const token = this.list[entry >>> CLASS_BITS] ?? ''
        return (target.numberOf(token) << CLASS_BITS) | (entry & (CLASSES - 1))
      }),
    }))
  }
}

/** The documents of some segments that were not deleted, their tokens numbered by `target`. */
export function collectDocuments(segments: readonly Segment[], target: TokenNumbers): SegmentDocument[] {
  const documents: SegmentDocument[] = []
  for (const segment of segments) {
    // One more than the number in the target; 0 is "not met yet". Tokens of deleted documents stay behind.
    const numbers = new Uint32Array(segment.tokens.size)
    for (const [place, id] of segment.ids.entries()) {
      if (segment.deleted[place] === 1) continue
      const entries = segment.forward.slice(segment.forwardStarts[place], segment.forwardStarts[place + 1])
      for (const [at, entry] of entries.entries()) {
        const token = entry >>> CLASS_BITS
        if (numbers[token] === 0) numbers[token] = target.numberOf(tokenAt(segment.tokens, token)) + 1
        entries[at] = (((numbers[token] ?? 1) - 1) << CLASS_BITS) | (entry & (CLASSES - 1))
      }
      documents.push({ id, rank: segment.ranks[place] ?? 0, entries })
    }
  }
  return documents
}
