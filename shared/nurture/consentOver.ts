import type { WritingWay } from './carriers'

/** What the person said about being written to, taking the best of all ways. */
export function consentOver(ways: readonly WritingWay[]): 'given' | 'unknown' | 'closed' | 'noAddress' {
  if (ways.length === 0) return 'noAddress'
  if (ways.some(({ consent }) => consent.allowed === true)) return 'given'
  return ways.some(({ consent }) => consent.allowed === 'unknown') ? 'unknown' : 'closed'
}
