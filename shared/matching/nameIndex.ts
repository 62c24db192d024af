import { Holders } from './holders'
import { SortedTokens } from './sortedTokens'
import { characterPairs, isWholeWord, wholeWordFit } from './wholeWords'

/** One name of a customer or person. */
export interface NameEntry {
  readonly customerId: string
  readonly personId?: string
  /** As it stands in the record. */
  readonly name: string
  /** The words are how a Chinese name sounds, not how it is written. */
  readonly isSpelled?: boolean
  /** Folded, without legal forms or courtesies, each once. */
  readonly words: readonly string[]
  /** Equal for two spellings of the same name. */
  readonly key: string
}

/** A stored name that resembles the typed one. */
export interface NameHit {
  readonly entry: NameEntry
  /** 0 to 1: how much of both names is the same, rare words counting more than common ones. */
  readonly fit: number
  /** `same`: equal keys. `part`: one is the beginning or a part of the other. `similar`: with mistakes. */
  readonly kind: 'same' | 'part' | 'similar'
}

/** A word held by more names than this identifies nobody ("Trading", "Nguyễn") and is only weighed. */
const MAX_HOLDERS = 1500
/** Candidates that are looked at more closely; a few milliseconds on a slow laptop. */
const MAX_CANDIDATES = 500
const MAX_PREFIX_WORDS = 400
const MAX_NEAR_WORDS = 40
const MAX_PAIRS = 4
const MIN_PREFIX_CHARS = 2
const MIN_FIT = 0.5
const PREFIX_QUALITY = 0.9

/** What a typed word may stand for, and how well: stored word -> quality from 0 to 1. */
interface TypedWord {
  readonly text: string
  readonly whole: boolean
  /** The last one, which may be unfinished. */
  readonly last: boolean
  readonly options: ReadonlyMap<string, number>
  readonly holders: number
  /** What it counts for where nothing matches it. */
  readonly weight: number
}

/** Finds names by their words in any order, unfinished or mistyped, and CJK names by any part. */
export class NameIndex {
  private readonly words = new SortedTokens<NameEntry>()
  private readonly pairs = new Holders<NameEntry>()
  private readonly keys = new Holders<NameEntry>()
  private count = 0

  /** Adds a name; the same object takes it out again. */
  add(entry: NameEntry): void {
    this.count++
    this.keys.add(entry.key, entry)
    for (const word of entry.words) {
      if (isWholeWord(word)) for (const pair of new Set(characterPairs(word))) this.pairs.add(pair, entry)
      this.words.add(word, entry)
    }
  }

  /** Takes a name out, given as it was added. */
  remove(entry: NameEntry): void {
    this.count--
    this.keys.remove(entry.key, entry)
    for (const word of entry.words) {
      if (isWholeWord(word)) for (const pair of new Set(characterPairs(word))) this.pairs.remove(pair, entry)
      this.words.remove(word, entry)
    }
  }

  /** How many names have a key. */
  namesakes(key: string): number {
    return this.keys.count(key)
  }

  /** The names that resemble the typed one, in no particular order. The last word may be unfinished. */
  find(typed: readonly string[], key: string): NameHit[] {
    const hits: NameHit[] = this.keys.of(key).map((entry) => ({ entry, fit: 1, kind: 'same' }))
    const query = typed.map((word, at) => this.read(word, at === typed.length - 1))
    for (const entry of this.candidates(query)) {
      const hit = entry.key === key ? undefined : this.weigh(query, entry)
      if (hit) hits.push(hit)
    }
    return hits
  }

  private read(text: string, last: boolean): TypedWord {
    const whole = isWholeWord(text)
    const options = new Map<string, number>([[text, 1]])
    if (!whole) {
      for (const [most, quality] of mistakes(text)) {
        for (const word of this.words.near(text, most, MAX_NEAR_WORDS))
          if (!options.has(word)) options.set(word, quality)
      }
      if (last && text.length >= MIN_PREFIX_CHARS) {
        for (const word of this.words.startingWith(text, MAX_PREFIX_WORDS)) {
          if (word !== text) options.set(word, PREFIX_QUALITY)
        }
      }
    }
    let holders = 0
    for (const word of options.keys()) holders += this.words.holders.count(word)
    return { text, whole, last, options, holders, weight: this.weight(text) }
  }

  /** The rarest words are followed first; a word is followed wholly or not at all, so order never matters. */
  private candidates(query: readonly TypedWord[]): Iterable<NameEntry> {
    const found = new Set<NameEntry>()
    const follow = (holders: Holders<NameEntry>, key: string): void => {
      if (found.size >= MAX_CANDIDATES || holders.count(key) > MAX_HOLDERS) return
      for (const entry of holders.of(key)) found.add(entry)
    }
    for (const word of query.toSorted((a, b) => a.holders - b.holders)) {
      if (word.whole) {
        const pairs = characterPairs(word.text).toSorted((a, b) => this.pairs.count(a) - this.pairs.count(b))
        for (const pair of pairs.filter((each) => this.pairs.count(each) > 0).slice(0, MAX_PAIRS))
          follow(this.pairs, pair)
      } else for (const option of word.options.keys()) follow(this.words.holders, option)
    }
    return found
  }

  private weigh(query: readonly TypedWord[], entry: NameEntry): NameHit | undefined {
    const used = new Uint8Array(entry.words.length)
    let [wanted, met, stored] = [0, 0, 0]
    let [mistaken, missing, telling] = [false, false, false]
    for (const word of query) {
      const best = bestOption(word, entry.words, used)
      if (best === undefined) {
        missing = true
        wanted += word.weight
        continue
      }
      used[best.place] = 1
      const matched = entry.words[best.place] ?? ''
      const weight = this.weight(matched)
      wanted += weight
      met += weight * best.quality
      stored += weight
      mistaken ||= best.quality < PREFIX_QUALITY
      telling ||= this.words.holders.count(matched) <= Math.max(10, this.count / 50)
    }
    if (!telling) return undefined
    const storedMet = stored
    const complete = !used.includes(0)
    if (!complete)
      for (const [at, word] of entry.words.entries()) if (used[at] === 0) stored += this.weight(word)
    const [covered, storedCovered] = [met / wanted, storedMet / stored]
    const fit = Math.max(covered * (0.7 + 0.3 * storedCovered), 0.75 * storedCovered * (0.6 + 0.4 * covered))
    if (fit < MIN_FIT) return undefined
    return { entry, fit, kind: !mistaken && (!missing || complete) ? 'part' : 'similar' }
  }

  private weight(word: string): number {
    return Math.log(1 + (this.count + 1) / (1 + this.words.holders.count(word)))
  }
}

/** How many mistakes a word of this length may hold, and what such a word is worth. */
function mistakes(text: string): readonly (readonly [most: number, quality: number])[] {
  if (text.length < 5 || /[0-9]/.test(text)) return []
  return text.length < 7
    ? [[1, 0.75]]
    : [
        [1, 0.75],
        [2, 0.6],
      ]
}

/** The stored word, not taken yet, that the typed one fits best. */
function bestOption(
  typed: TypedWord,
  stored: readonly string[],
  used: Uint8Array,
): { place: number; quality: number } | undefined {
  let [place, best] = [-1, 0]
  for (let at = 0; at < stored.length; at++) {
    if (used[at] === 1) continue
    const word = stored[at] ?? ''
    const quality = typed.whole ? wholeWordFit(typed.text, word) : plainFit(typed, word)
    if (quality > best) [place, best] = [at, quality]
  }
  return place < 0 ? undefined : { place, quality: best }
}

/** A single letter leads to nobody, but it fits a name that other words have led to. */
function plainFit(typed: TypedWord, word: string): number {
  return typed.options.get(word) ?? (typed.last && word.startsWith(typed.text) ? PREFIX_QUALITY : 0)
}
