import type { Interaction, InteractionKind } from '../records/interaction'
import type { EpochMs } from '../time/values'
import { type Figure, figure, noFigure } from './figure'

/** Points of one interaction by who spoke. What they say weighs more than what we say. */
interface WarmthWeight {
  readonly in: number
  readonly out: number
  readonly both: number
}
export type WarmthWeights = Readonly<Record<InteractionKind, WarmthWeight>>

/** The shipped weights; a notebook may have its own. */
export const WARMTH_WEIGHTS: WarmthWeights = {
  met: { in: 6, out: 6, both: 6 },
  enquiry: { in: 8, out: 2, both: 8 },
  message: { in: 5, out: 1, both: 5 },
  call: { in: 5, out: 3, both: 5 },
  visit: { in: 9, out: 9, both: 9 },
  note: { in: 0, out: 0, both: 0 },
  value: { in: 4, out: 1, both: 4 },
  ask: { in: 3, out: 0.5, both: 3 },
  complaint: { in: -3, out: -3, both: -3 },
  connected: { in: 3, out: 1, both: 3 },
  payment: { in: 4, out: 1, both: 4 },
  news: { in: 1, out: 0, both: 1 },
}

/** After so many days an interaction weighs half. */
export const WARMTH_HALF_LIFE_DAYS = 45
/** So many points take a relationship half of the way that is left to 100. */
const HALFWAY_POINTS = 10
const DAY_MS = 86_400_000

/** What one interaction adds to the score. */
interface WarmthContribution {
  readonly interactionId: string
  readonly kind: InteractionKind
  readonly direction: Interaction['direction']
  readonly ageDays: number
  readonly weight: number
  /** 2^(-age / half-life), between 0 and 1. */
  readonly decay: number
  /** Its part of the score, in tenths of a point; the tenths of all parts add up to `scoreTenths` exactly. */
  readonly tenths: number
}

/** A relationship's warmth and where it comes from. */
export interface Warmth {
  /** 0 to 100, with one decimal. */
  readonly score: number
  readonly scoreTenths: number
  /** Every interaction that weighs anything, latest first. */
  readonly contributions: readonly WarmthContribution[]
}

/**
 * Warmth: the sum over interactions of weight(kind, direction) x 2^(-age / half-life), squashed to 0-100
 * by 100 x (1 - 2^(-sum / 10)). The same interactions give the same score in whatever order they come. One
 * that is dated in the future counts as of now. No figure for a half-life that is not a positive number.
 * Source: measures.md "warmth".
 */
export function warmth(
  interactions: readonly Pick<Interaction, 'id' | 'kind' | 'direction' | 'at'>[],
  now: EpochMs,
  weights: WarmthWeights = WARMTH_WEIGHTS,
  halfLifeDays: number = WARMTH_HALF_LIFE_DAYS,
): Figure<Warmth> {
  if (!Number.isFinite(halfLifeDays) || halfLifeDays <= 0) return noFigure('measures.badHalfLife')
  const parts = [...interactions]
    // One order for all: floating-point addition is not the same in every order.
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .map((one) => {
      const weight = weights[one.kind][one.direction]
      const ageDays = Math.max(0, now - one.at) / DAY_MS
      const decay = 2 ** (-ageDays / halfLifeDays)
      const { id: interactionId, kind, direction } = one
      return { interactionId, kind, direction, ageDays, weight, decay, points: weight * decay }
    })
    .filter((part) => part.weight !== 0 && Number.isFinite(part.points))
  const sum = parts.reduce((total, part) => total + part.points, 0)
  const scoreTenths = warmthTenths(sum)
  const tenths = share(
    scoreTenths,
    parts.map((part) => part.points),
    sum,
  )
  const contributions = parts.map(({ points: _, ...part }, place) => ({
    ...part,
    tenths: tenths[place] ?? 0,
  }))
  return figure({ score: scoreTenths / 10, scoreTenths, contributions })
}

/** Squashes decayed points to 0-1000 tenths of the score. */
export function warmthTenths(points: number): number {
  return points <= 0 ? 0 : Math.round(1000 * (1 - 2 ** (-points / HALFWAY_POINTS)))
}

/** Largest remainder: whole tenths that add up to the score, each within one tenth of its exact part. */
function share(scoreTenths: number, points: readonly number[], sum: number): number[] {
  if (scoreTenths === 0 || sum <= 0) return points.map(() => 0)
  const exact = points.map((part) => (part / sum) * scoreTenths)
  const whole = exact.map(Math.floor)
  const left = scoreTenths - whole.reduce((total, part) => total + part, 0)
  const order = exact
    .map((part, place) => ({ place, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place)
  for (let given = 0; given < left; given += 1) {
    const place = order[given % order.length]?.place ?? 0
    whole[place] = (whole[place] ?? 0) + 1
  }
  return whole
}
