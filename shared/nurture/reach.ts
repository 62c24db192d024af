import type { HandleKind } from '../records/handle'
import type { Reach } from './carrierChoice'
import type { WritingWay } from './carriers'

/** By which carriers somebody can be reached, best first: a carrier is open where one address of it is. */
export function reachOf(ways: readonly WritingWay[]): Reach {
  const reach = new Map<HandleKind, 'open' | 'closed'>()
  for (const { handle, consent } of ways) {
    if (consent.allowed !== false) reach.set(handle.kind, 'open')
    else if (!reach.has(handle.kind)) reach.set(handle.kind, 'closed')
  }
  return reach
}

/** What the person said about being written to, taking the best of all ways. */
export function consentOver(ways: readonly WritingWay[]): 'given' | 'unknown' | 'closed' | 'noAddress' {
  if (ways.length === 0) return 'noAddress'
  if (ways.some(({ consent }) => consent.allowed === true)) return 'given'
  return ways.some(({ consent }) => consent.allowed === 'unknown') ? 'unknown' : 'closed'
}
