import { randomFrom, shuffled } from './random'

/** How many interactions and orders one customer has. */
export interface Quota {
  readonly interactions: number
  readonly orders: number
}

/** Customers per block; the shares below are of one block. */
const BLOCK = 20

/** Ten interactions a head: many customers with few, a few with many, as in any real notebook. */
const INTERACTION_SHARES = [2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 8, 8, 10, 10, 12, 14, 18, 20, 25, 35]
/** Two orders a head: half of the customers never ordered. */
const ORDER_SHARES = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 6, 8, 12]

/**
 * The quota of a customer. Over every block of twenty the means come out exactly, so that a hundred
 * thousand customers at ten and two are a million interactions and two hundred thousand orders; whoever
 * orders most is also talked to most.
 */
export function quotaOf(seed: string, index: number, meanInteractions: number, meanOrders: number): Quota {
  const block = Math.floor(index / BLOCK)
  const places = shuffled(
    randomFrom(`${seed}/quota/${block}`),
    INTERACTION_SHARES.map((_, place) => place),
  )
  const place = places[index % BLOCK] ?? 0
  return {
    interactions: share(INTERACTION_SHARES, place, meanInteractions),
    orders: share(ORDER_SHARES, place, meanOrders),
  }
}

/** Cumulative rounding: the parts of a block always add up to twenty times the mean. */
function share(shares: readonly number[], place: number, mean: number): number {
  const total = shares.reduce((sum, part) => sum + part, 0)
  const upTo = (end: number): number =>
    Math.round((shares.slice(0, end).reduce((sum, part) => sum + part, 0) * mean * BLOCK) / total)
  return upTo(place + 1) - upTo(place)
}
