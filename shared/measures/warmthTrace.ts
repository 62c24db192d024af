import type { Interaction } from '../records/interaction'
import type { EpochMs } from '../time/values'
import { WARMTH_HALF_LIFE_DAYS, WARMTH_WEIGHTS, type WarmthWeights, warmthTenths } from './warmth'

const DAY_MS = 86_400_000

/**
 * What a customer's warmth is made of, without its explanation: instants and weights, the latest first. Sixteen bytes an
 * interaction, so that the warmth of a whole notebook can be told at any moment from memory.
 */
export interface WarmthTrace {
  readonly at: Float64Array
  readonly weight: Float64Array
}

/** Keeps what `traceWarmth` needs of some interactions, in any order; tombstones are the caller's to leave out. */
export function warmthTrace(
  interactions: readonly Pick<Interaction, 'id' | 'kind' | 'direction' | 'at'>[],
  weights: WarmthWeights = WARMTH_WEIGHTS,
): WarmthTrace {
  const weighing = interactions
    .filter((one) => weights[one.kind][one.direction] !== 0)
    // The order of `warmth`, since floating-point addition is not the same in every order.
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  return {
    at: Float64Array.from(weighing, (one) => one.at),
    weight: Float64Array.from(weighing, (one) => weights[one.kind][one.direction]),
  }
}

/** The score, 0 to 100 with one decimal, that `warmth` gives for the same interactions at the same moment. */
export function traceWarmth(
  trace: WarmthTrace,
  now: EpochMs,
  halfLifeDays: number = WARMTH_HALF_LIFE_DAYS,
): number {
  let sum = 0
  // By its place: segments ask this of everybody, and pairs of an iterator cost more than the arithmetic.
  for (let place = 0; place < trace.at.length; place += 1) {
    const ageDays = Math.max(0, now - (trace.at[place] ?? 0)) / DAY_MS
    sum += (trace.weight[place] ?? 0) * 2 ** (-ageDays / halfLifeDays)
  }
  return warmthTenths(sum) / 10
}
