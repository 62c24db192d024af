import type { KeptRecord } from '#shared/changes/invert'
import type { Taken } from '../store/inverted'
import type { PackedChanges } from '../store/packedSet'

/** What takes back one row of the log, and the records that stay as they are. */
export interface ReversalPart {
  readonly packed: readonly PackedChanges[]
  readonly kept: readonly KeptRecord[]
}

/**
 * The calls by which the window takes back a big change-set. One reversal at a time: a new one ends the one before, whose
 * number is then refused.
 */
export interface ReversalCalls {
  /** Answers with the reversal's number; `at` is when it is done (epoch ms). */
  reversalBegin(taken: Taken, at: number): Promise<number>
  /** The next part, from the last row to the first; null after the end. */
  reversalNext(number: number): Promise<ReversalPart | null>
  /** Forgets it, whether it came to its end or not. */
  reversalEnd(number: number): Promise<void>
}

/** They read the index and write nothing, so that they need not wait for a write. */
export const REVERSAL_CALLS: readonly (keyof ReversalCalls)[] = [
  'reversalBegin',
  'reversalNext',
  'reversalEnd',
]
