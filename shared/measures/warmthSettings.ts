import { INTERACTION_KINDS } from '../records/interaction'
import type { Settings } from '../records/settings'
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
