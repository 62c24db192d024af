import type { DuplicatePair } from './duplicatePair'

/** Pairs that hang together: all pages that may be one customer. */
export interface PairGroup {
  readonly pairs: readonly DuplicatePair[]
  /** How many pages they speak of. */
  readonly pages: number
}

/** Puts pairs that share a page together. Groups and the pairs within keep the order they came in. */
export function groupPairs(pairs: readonly DuplicatePair[]): PairGroup[] {
  const groupOf = new Map<string, { ids: Set<string>; first: number }>()
  for (const [place, { aId, bId }] of pairs.entries()) {
    const known = [groupOf.get(aId), groupOf.get(bId)].flatMap((group) => group ?? [])
    const joined = {
      ids: new Set([aId, bId, ...known.flatMap(({ ids }) => [...ids])]),
      first: Math.min(place, ...known.map(({ first }) => first)),
    }
    for (const id of joined.ids) groupOf.set(id, joined)
  }
  const groups = new Map<number, DuplicatePair[]>()
  for (const pair of pairs) {
    const first = groupOf.get(pair.aId)?.first ?? 0
    groups.set(first, [...(groups.get(first) ?? []), pair])
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => ({ pairs: group, pages: new Set(group.flatMap(({ aId, bId }) => [aId, bId])).size }))
}
