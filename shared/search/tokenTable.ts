/** A sorted set of tokens in two typed arrays: no object per token, loads without parsing. */
export interface TokenTable {
  readonly size: number
  /** UTF-16 code units of all tokens, one after the other. */
  readonly units: Uint16Array
  /** Where each token starts; one more at the end. */
  readonly starts: Uint32Array
}

/** Packs tokens that are sorted by code unit (as `Array.sort` does) and distinct. */
export function packTokens(sorted: readonly string[]): TokenTable {
  const starts = new Uint32Array(sorted.length + 1)
  let length = 0
  for (const [at, token] of sorted.entries()) {
    starts[at] = length
    length += token.length
  }
  starts[sorted.length] = length
  const units = new Uint16Array(length)
  let next = 0
  for (const token of sorted) for (let at = 0; at < token.length; at++) units[next++] = token.charCodeAt(at)
  return { size: sorted.length, units, starts }
}

/** The token with a number; the empty string beyond the table. */
export function tokenAt(table: TokenTable, index: number): string {
  const start = table.starts[index] ?? 0
  const end = table.starts[index + 1] ?? start
  return String.fromCharCode(...table.units.subarray(start, end))
}

/** The first token that is not below `token`, by code unit. `from` and `to` narrow the search. */
export function lowerBound(table: TokenTable, token: string, from = 0, to = table.size): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareAt(table, middle, token) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The first token that is above every token starting with `prefix`. */
export function prefixEnd(table: TokenTable, prefix: string, from = 0, to = table.size): number {
  // U+FFFF is no character, so no token holds it.
  return lowerBound(table, `${prefix}\uffff`, from, to)
}

/** Whether a token stands in the table, at `index`. */
export function isTokenAt(table: TokenTable, index: number, token: string): boolean {
  return index < table.size && compareAt(table, index, token) === 0
}

/** The code unit of a token at a place, -1 after its end. */
export function unitAt(table: TokenTable, index: number, place: number): number {
  const at = (table.starts[index] ?? 0) + place
  return at < (table.starts[index + 1] ?? 0) ? (table.units[at] ?? -1) : -1
}

function compareAt(table: TokenTable, index: number, token: string): number {
  const start = table.starts[index] ?? 0
  const length = (table.starts[index + 1] ?? 0) - start
  const shorter = Math.min(length, token.length)
  for (let at = 0; at < shorter; at++) {
    const difference = (table.units[start + at] ?? 0) - token.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return length - token.length
}
