import { isTokenAt, lowerBound, prefixEnd, type TokenTable, unitAt } from './tokenTable'

/** Tokens `from` up to, but not including, `to`. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** The tokens that are `token`, or start with it; undefined if there are none. */
export function rangeOf(table: TokenTable, token: string, prefix: boolean): TokenRange | undefined {
  const from = lowerBound(table, token)
  if (!prefix) return isTokenAt(table, from, token) ? { from, to: from + 1 } : undefined
  const to = prefixEnd(table, token, from)
  return to > from ? { from, to } : undefined
}

/**
 * The tokens one typing mistake away from `token` (a letter wrong, missing, too many, or two swapped), or
 * starting so. Walks down the sorted table as down a tree: the cost grows with the word and the alphabet,
 * hardly with the table. Wrong letters are looked for in the alphabet of the letter typed.
 */
export function typoRanges(table: TokenTable, token: string, prefix: boolean): TokenRange[] {
  const ranges: TokenRange[] = []
  const seen = new Set<number>()
  const tryToken = (candidate: string, from: number, to: number): void => {
    const low = lowerBound(table, candidate, from, to)
    const high = prefix
      ? prefixEnd(table, candidate, low, to)
      : isTokenAt(table, low, candidate)
        ? low + 1
        : low
    if (high > low && !seen.has(low)) {
      seen.add(low)
      ranges.push({ from: low, to: high })
    }
  }
  let from = 0
  let to = table.size
  for (let at = 0; at <= token.length && to > from; at++) {
    const head = token.slice(0, at)
    const tail = token.slice(at)
    if (tail !== '') tryToken(head + tail.slice(1), from, to)
    if (tail.length > 1) tryToken(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2), from, to)
    // Beyond the end of a prefix anything may follow anyway.
    if (tail !== '' || !prefix) {
      for (const child of children(table, at, from, to, token.charCodeAt(Math.min(at, token.length - 1)))) {
        const letter = String.fromCharCode(child.unit)
        if (letter === tail.charAt(0)) continue
        if (tail !== '') tryToken(head + letter + tail.slice(1), child.from, child.to)
        tryToken(head + letter + tail, child.from, child.to)
      }
    }
    if (tail === '') break
    const next = head + tail.charAt(0)
    from = lowerBound(table, next, from, to)
    to = prefixEnd(table, next, from, to)
  }
  return ranges
}

/** The letters that follow at `place` within a range, of the same block of 256 characters as `like`. */
function children(
  table: TokenTable,
  place: number,
  from: number,
  to: number,
  like: number,
): { unit: number; from: number; to: number }[] {
  const found: { unit: number; from: number; to: number }[] = []
  const page = like - (like % 256)
  let low = firstWith(table, place, page, from, to)
  while (low < to) {
    const unit = unitAt(table, low, place)
    if (unit < 0 || unit >= page + 256) break
    const high = firstWith(table, place, unit + 1, low, to)
    found.push({ unit, from: low, to: high })
    low = high
  }
  return found
}

/** The first token in a range whose code unit at `place` is at least `unit`. */
function firstWith(table: TokenTable, place: number, unit: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (unitAt(table, middle, place) < unit) low = middle + 1
    else high = middle
  }
  return low
}
