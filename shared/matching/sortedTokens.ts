import { distance } from 'fastest-levenshtein'
import { Holders } from './holders'

/** Beyond this many waiting tokens sorting everything once is cheaper than putting each in its place. */
const MERGE_AT = 32

/**
 * The distinct words of all names with what holds them, in order, so that a prefix is two binary
 * searches. Words may come and go at any time; the answers depend on the content alone.
 */
export class SortedTokens<T extends object> {
  readonly holders = new Holders<T>()
  private sorted: string[] = []
  private waiting: string[] = []
  /** For each place in `sorted`: which letters the word has, one bit each. Undefined until needed. */
  private letters: Int32Array | undefined

  /** Adds a holder under a word. */
  add(word: string, holder: T): void {
    if (!this.holders.add(word, holder)) return
    this.waiting.push(word)
    this.letters = undefined
  }

  /** Takes a holder away; the word goes with its last holder. */
  remove(word: string, holder: T): void {
    if (!this.holders.remove(word, holder)) return
    this.settle()
    this.sorted.splice(lowerBound(this.sorted, word), 1)
    this.letters = undefined
  }

  /** The words that start with a prefix, in order, at most `limit`. */
  startingWith(prefix: string, limit: number): string[] {
    this.settle()
    const found: string[] = []
    for (let at = lowerBound(this.sorted, prefix); at < this.sorted.length && found.length < limit; at++) {
      const word = this.sorted[at] ?? ''
      if (!word.startsWith(prefix)) break
      found.push(word)
    }
    return found
  }

  /**
   * The words at most `most` typing mistakes away, in order, the word itself left out. One mistake changes
   * at most two letter bits, so comparing bits first leaves few words to compare properly.
   */
  near(word: string, most: number, limit: number): string[] {
    this.settle()
    this.letters ??= Int32Array.from(this.sorted, lettersOf)
    const wanted = lettersOf(word)
    const found: string[] = []
    for (let at = 0; at < this.letters.length && found.length < limit; at++) {
      if (bits((this.letters[at] ?? 0) ^ wanted) > most * 2) continue
      const candidate = this.sorted[at] ?? ''
      if (Math.abs(candidate.length - word.length) > most || candidate === word) continue
      if (distance(candidate, word) <= most) found.push(candidate)
    }
    return found
  }

  private settle(): void {
    if (this.waiting.length === 0) return
    if (this.waiting.length > MERGE_AT) this.sorted = [...this.sorted, ...this.waiting].sort()
    else for (const word of this.waiting) this.sorted.splice(lowerBound(this.sorted, word), 0, word)
    this.waiting = []
  }
}

function lowerBound(sorted: readonly string[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

function lettersOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set
}

/** How many bits are set. */
function bits(set: number): number {
  let left = set - ((set >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
