import { Holders } from '../matching/holders'
import { keyNumber } from '../matching/keyNumber'
import { comparePages } from './comparePages'
import { type DuplicatePair, pairKey } from './duplicatePair'
import { HOLDER_LIMITS, isWorthComparing, pairKeysOf } from './pairKeys'
import type { Profile } from './profile'

/**
 * Which pages may be one customer, over the whole notebook. Pages come and go at any time; comparing is done in
 * portions, so that nothing else has to wait for it. What is found depends on the pages alone, never on their order.
 */
export class DuplicateIndex {
  private readonly kept = new Map<string, Profile>()
  /**
   * By key, as a number. The keys of a page are made again when they are needed: kept, they would be as large as the pages.
   */
  private readonly holders = new Holders<Profile, number>()
  private readonly pairs = new Map<string, DuplicatePair>()
  private readonly pairsOf = new Map<string, Set<string>>()
  /** Pages that have still to be compared with those they share a key with. */
  private readonly waiting = new Set<string>()
  private sorted: readonly DuplicatePair[] | undefined

  /** Adds a page, or replaces what was known of it. */
  put(profile: Profile): void {
    this.remove(profile.id)
    for (const { key } of pairKeysOf(profile)) {
      const number = keyNumber(key)
      this.holders.add(number, profile)
      // A key of this number may just have become too common: whoever met only here must part again.
      if (HOLDER_LIMITS.has(this.holders.count(number) - 1)) this.waitAll(number)
    }
    this.kept.set(profile.id, profile)
    this.waiting.add(profile.id)
  }

  /** Forgets a page; an unknown id is no failure. */
  remove(id: string): void {
    const known = this.kept.get(id)
    if (known === undefined) return
    for (const { key } of pairKeysOf(known)) {
      const number = keyNumber(key)
      this.holders.remove(number, known)
      if (HOLDER_LIMITS.has(this.holders.count(number))) this.waitAll(number)
    }
    this.kept.delete(id)
    this.waiting.delete(id)
    this.forgetPairs(id)
  }

  /** Compares pages that wait for as long as `goesOn`, which is asked before each; returns how many are left. */
  compareWhile(goesOn: () => boolean): number {
    for (const id of this.waiting) {
      if (!goesOn()) break
      this.waiting.delete(id)
      this.compareOne(id)
    }
    return this.waiting.size
  }

  /** Compares at most `limit` of the pages that wait; returns how many are left. */
  compare(limit: number): number {
    let left = limit
    return this.compareWhile(() => left-- > 0)
  }

  /** How many pages there are. */
  size(): number {
    return this.kept.size
  }

  /** When a page was begun; undefined for an unknown one. */
  createdAt(id: string): number | undefined {
    return this.kept.get(id)?.createdAt
  }

  /** All pairs found so far, the strongest first; of equal ones the newer first. */
  found(): readonly DuplicatePair[] {
    this.sorted ??= [...this.pairs.values()].sort(byStrength)
    return this.sorted
  }

  /**
   * The first `limit` of `found`, and how many there are, leaving out the pairs with these keys. While pages are still being
   * compared it does not sort all of them, of which there may be hundreds of thousands.
   */
  strongest(
    limit: number,
    without: ReadonlySet<string>,
  ): { readonly pairs: readonly DuplicatePair[]; readonly total: number } {
    const left = [...without].filter((key) => this.pairs.has(key)).length
    const best: DuplicatePair[] = []
    for (const [key, pair] of this.pairs) {
      const last = best.length < limit ? undefined : best.at(-1)
      if (last !== undefined && byStrength(pair, last) > 0) continue
      if (limit === 0 || without.has(key)) continue
      best.splice(placeOf(pair, best), 0, pair)
      if (best.length > limit) best.pop()
    }
    return { pairs: best, total: this.pairs.size - left }
  }

  private compareOne(id: string): void {
    const own = this.kept.get(id)
    if (own === undefined) return
    this.forgetPairs(id)
    const met = new Set<string>()
    for (const { key, maxHolders, hint } of pairKeysOf(own)) {
      const number = keyNumber(key)
      if (this.holders.count(number) > maxHolders) continue
      for (const other of this.holders.of(number)) {
        // Whoever waits itself will compare the two then.
        if (other === own || met.has(other.id) || this.waiting.has(other.id)) continue
        if (hint !== undefined && !isWorthComparing(hint, own, other)) continue
        const pair = comparePages(own, other)
        // Of a pair, which is rare, it is made sure that the key is shared and not only its number.
        if (pair !== undefined && !hasKey(other, key)) continue
        met.add(other.id)
        if (pair !== undefined) this.keepPair(pair)
      }
    }
  }

  private keepPair(pair: DuplicatePair): void {
    const key = pairKey(pair.aId, pair.bId)
    this.pairs.set(key, pair)
    for (const id of [pair.aId, pair.bId]) {
      const keys = this.pairsOf.get(id)
      if (keys === undefined) this.pairsOf.set(id, new Set([key]))
      else keys.add(key)
    }
    this.sorted = undefined
  }

  private forgetPairs(id: string): void {
    for (const key of this.pairsOf.get(id) ?? []) {
      const pair = this.pairs.get(key)
      this.pairs.delete(key)
      for (const side of pair === undefined ? [] : [pair.aId, pair.bId]) {
        if (side !== id) this.pairsOf.get(side)?.delete(key)
      }
      this.sorted = undefined
    }
    this.pairsOf.delete(id)
  }

  private waitAll(number: number): void {
    for (const { id } of this.holders.of(number)) this.waiting.add(id)
  }
}

function hasKey(profile: Profile, key: string): boolean {
  return pairKeysOf(profile).some((each) => each.key === key)
}

function byStrength(x: DuplicatePair, y: DuplicatePair): number {
  return y.score - x.score || (x.bId < y.bId ? 1 : x.bId > y.bId ? -1 : x.aId < y.aId ? 1 : -1)
}

/** Where a pair belongs among others in order. */
function placeOf(pair: DuplicatePair, ordered: readonly DuplicatePair[]): number {
  let [from, to] = [0, ordered.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const other = ordered[middle]
    if (other !== undefined && byStrength(other, pair) < 0) from = middle + 1
    else to = middle
  }
  return from
}
