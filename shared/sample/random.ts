/** A seeded stream of random choices: the same seed always makes the same choices, on every machine. */
export interface Random {
  /** A whole number from 0 to 2^32 - 1. */
  readonly next: () => number
}

/**
 * Starts a stream from text. Two different texts give unrelated streams, so every customer has its own
 * and the hundredth customer is the same whether a hundred or a hundred thousand are made.
 *
 * Generator: sfc32 (C. Doty-Humphrey, PractRand); seeding: xmur3 (a MurmurHash3 finaliser). Integers only.
 */
export function randomFrom(seed: string): Random {
  const hash = hashStream(seed)
  let [a, b, c, counter] = [hash(), hash(), hash(), 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  // The first values still show the seed; throwing them away is part of the generator's definition.
  for (let round = 0; round < 12; round += 1) next()
  return { next }
}

/** A whole number from `min` to `max`, both included. */
export function intBetween(random: Random, min: number, max: number): number {
  return min + (random.next() % (max - min + 1))
}

/** True in `percent` of 100 cases. */
export function chance(random: Random, percent: number): boolean {
  return random.next() % 100 < percent
}

/** One element of a list. Throws a RangeError for an empty one, which is a mistake in the tables. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[random.next() % Math.max(1, list.length)]
  if (chosen === undefined) throw new RangeError('nothing to pick from')
  return chosen
}

/** One element, the heavier the likelier; weights are whole numbers. */
export function pickWeighted<T extends { readonly weight: number }>(random: Random, list: readonly T[]): T {
  const total = list.reduce((sum, entry) => sum + entry.weight, 0)
  let left = random.next() % Math.max(1, total)
  for (const entry of list) {
    left -= entry.weight
    if (left < 0) return entry
  }
  throw new RangeError('nothing to pick from')
}

/** A new list in random order. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const order = list.map((value) => ({ value, rank: random.next() }))
  return order.sort((a, b) => a.rank - b.rank).map((entry) => entry.value)
}

function hashStream(text: string): () => number {
  let state = 1_779_033_703 ^ text.length
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 3_432_918_353)
    state = (state << 13) | (state >>> 19)
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2_246_822_507)
    state = Math.imul(state ^ (state >>> 13), 3_266_489_909)
    state ^= state >>> 16
    return state >>> 0
  }
}
