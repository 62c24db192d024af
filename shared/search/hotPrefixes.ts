import type { TokenRange } from './typos'

/** The ready answer for a prefix that very many documents hold, such as one letter. */
export interface HotAnswer {
  /** Documents that hold it, each counted once. */
  readonly total: number
  /** The first of them, `class * 2^29 + document`, in the order of the answer. */
  readonly first: Uint32Array
}

/** A prefix with more postings than this is answered from a list; fewer are gathered in well under 1 ms. */
export const HOT_POSTINGS = 2048
/** How many documents a list keeps: several screens, and room for those deleted since. */
const HOT_FIRST = 256
const CLASS_UNIT = 2 ** 29

/**
 * The answers for prefixes with very many postings, each worked out when it is first asked for. A single
 * typed letter touches a tenth of all postings: once is milliseconds, at every keystroke typing would slow
 * down in step with the notebook.
 */
export class HotPrefixes {
  private readonly answers = new Map<string, HotAnswer>()

  /** The answer for a prefix, or undefined if its range holds too few postings to need one. */
  answer(
    prefix: string,
    range: TokenRange,
    index: {
      readonly postingStarts: Uint32Array
      readonly postings: Uint32Array
      readonly ids: readonly string[]
    },
  ): HotAnswer | undefined {
    const start = index.postingStarts[range.from] ?? 0
    const end = index.postingStarts[range.to] ?? 0
    // One token's postings are in order as they are.
    if (end - start <= HOT_POSTINGS || range.to - range.from === 1) return undefined
    const known = this.answers.get(prefix)
    if (known) return known
    const found = firstOf(index.postings.subarray(start, end), index.ids.length)
    this.answers.set(prefix, found)
    return found
  }
}

function firstOf(postings: Uint32Array, documents: number): HotAnswer {
  const best = new Uint8Array(documents).fill(255)
  for (let at = 0; at < postings.length; at++) {
    const posting = postings[at] ?? 0
    const document = posting % CLASS_UNIT
    const kind = posting >>> 29
    if (kind < (best[document] ?? 0)) best[document] = kind
  }
  const perClass: number[][] = Array.from({ length: 8 }, () => [])
  let total = 0
  for (let document = 0; document < documents; document++) {
    const kind = best[document] ?? 255
    if (kind === 255) continue
    total++
    const list = perClass[kind]
    if (list && list.length < HOT_FIRST) list.push(kind * CLASS_UNIT + document)
  }
  return { total, first: Uint32Array.from(perClass.flat().slice(0, HOT_FIRST)) }
}
