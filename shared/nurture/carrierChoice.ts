import type { HandleKind } from '../records/handle'

/**
 * The ways by which a person can be reached, best first: `open` when the person said yes or nothing, `closed` when
 * they said no.
 */
export type Reach = ReadonlyMap<HandleKind, 'open' | 'closed'>

/** How a touch can be written: over a carrier, maybe another than the step wanted, or not at all. */
export type CarrierChoice =
  | { readonly carrier: HandleKind; readonly insteadOf?: HandleKind }
  | {
      readonly carrier?: undefined
      readonly insteadOf?: undefined
      /** `noConsent`: the person closed every way that the step allows. `noAddress`: there is no such way at all. */
      readonly why: 'noConsent' | 'noAddress'
      /** The way that the step wanted first; absent where it takes any. */
      readonly wanted?: HandleKind
      /** Ways that are open and that the step did not allow: for the person to decide. */
      readonly alternatives: readonly HandleKind[]
    }

/**
 * The carrier of a touch. `allowed` is what the step may use, in order; empty or absent takes any way, best first.
 * A closed way is never chosen. The first open one of `allowed` stands in for the one that was wanted.
 */
export function chooseCarrier(allowed: readonly HandleKind[] | undefined, reach: Reach): CarrierChoice {
  const isAny = allowed === undefined || allowed.length === 0
  const candidates = isAny ? [...reach.keys()] : allowed
  const carrier = candidates.find((kind) => reach.get(kind) === 'open')
  const wanted = isAny ? undefined : candidates[0]
  if (carrier !== undefined)
    return wanted === undefined || carrier === wanted ? { carrier } : { carrier, insteadOf: wanted }
  const open = [...reach].filter(([, state]) => state === 'open').map(([kind]) => kind)
  return {
    why: candidates.some((kind) => reach.get(kind) === 'closed') ? 'noConsent' : 'noAddress',
    ...(wanted === undefined ? {} : { wanted }),
    alternatives: open,
  }
}
