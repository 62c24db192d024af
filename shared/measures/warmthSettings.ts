import { INTERACTION_KINDS, type Interaction, type InteractionKind } from '../records/interaction'
import type { Settings } from '../records/settings'
import { err, ok, type Result } from '../result'
import { WARMTH_HALF_LIFE_DAYS, WARMTH_WEIGHTS, type WarmthWeights } from './warmth'

/** The weights of a notebook: the shipped ones, and over them what its settings say for `kind/direction`. */
export function warmthWeights(settings: Pick<Settings, 'warmth'> | undefined): WarmthWeights {
  const own = settings?.warmth?.weights ?? {}
  const weights = INTERACTION_KINDS.map((kind) => {
    const shipped = WARMTH_WEIGHTS[kind]
    return [
      kind,
      {
        in: own[`${kind}/in`] ?? shipped.in,
        out: own[`${kind}/out`] ?? shipped.out,
        both: own[`${kind}/both`] ?? shipped.both,
      },
    ]
  })
  return Object.fromEntries(weights)
}

/** After how many days an interaction weighs half in a notebook. */
export function warmthHalfLife(settings: Pick<Settings, 'warmth'> | undefined): number {
  return settings?.warmth?.halfLifeDays ?? WARMTH_HALF_LIFE_DAYS
}

/** More points than this, or fewer than less this, no talk can weigh. */
const MOST_POINTS = 100
/** `5`, `0.5`, `0,5`, `-3`. */
const POINTS = /^[-−]?\d{1,3}(?:[.,]\d{1,2})?$/

/** Points of a talk as a person types them; nothing typed is the shipped weight. Error: `warmth.badWeight`. */
export function weightFromTyped(typed: string): Result<number | undefined> {
  const text = typed.trim()
  if (text === '') return ok(undefined)
  const points = POINTS.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : Number.NaN
  return Math.abs(points) <= MOST_POINTS ? ok(points) : err('warmth.badWeight')
}

/**
 * A notebook's warmth with another weight for one kind of talk, undefined for the shipped one. What says the same as
 * what is shipped is left out, so that nothing is left when everything is back.
 */
export function withWeight(
  warmth: Settings['warmth'],
  { kind, direction }: { readonly kind: InteractionKind; readonly direction: Interaction['direction'] },
  points: number | undefined,
): Settings['warmth'] {
  const weights = { ...warmth?.weights }
  if (points === undefined || points === WARMTH_WEIGHTS[kind][direction])
    delete weights[`${kind}/${direction}`]
  else weights[`${kind}/${direction}`] = points
  return unlessShipped({ weights, halfLifeDays: warmth?.halfLifeDays ?? WARMTH_HALF_LIFE_DAYS })
}

/** A notebook's warmth with another half-life, undefined for the shipped one. */
export function withHalfLife(warmth: Settings['warmth'], days: number | undefined): Settings['warmth'] {
  return unlessShipped({ weights: { ...warmth?.weights }, halfLifeDays: days ?? WARMTH_HALF_LIFE_DAYS })
}

function unlessShipped(warmth: NonNullable<Settings['warmth']>): Settings['warmth'] {
  const isShipped = warmth.halfLifeDays === WARMTH_HALF_LIFE_DAYS && Object.keys(warmth.weights).length === 0
  return isShipped ? undefined : warmth
}
