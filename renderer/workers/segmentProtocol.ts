import type { SegmentRule } from '#shared/records/segment'
import type { OrchardError, Result } from '#shared/result'

/** When a rule is asked: the device's day and zone, and the present instant. */
export interface SegmentTime {
  readonly today: string
  readonly now: number
  readonly zone: string
}

/** Whom a segment means: its rule, less those who were left out by name. */
export interface SegmentQuestion {
  readonly rule: SegmentRule
  readonly excludedIds: readonly string[]
}

/** How many customers fit, or why that can't be asked; how far the reading has come. */
export interface SegmentCounts {
  readonly counts: readonly Result<number, OrchardError>[]
  /** Below `total` as long as customers are still being read: then the counts are of those read so far. */
  readonly done: number
  readonly total: number
  /** Whether everybody is read. */
  readonly isSettled: boolean
}

/**
 * The calls by which segments are asked. The first one begins to read the notebook in the background; nothing of it is
 * read before.
 */
export interface SegmentCalls {
  /** Counts some segments over what is read so far, at once. */
  segmentCounts(questions: readonly SegmentQuestion[], time: SegmentTime): Promise<SegmentCounts>
  /** The ids of the members by name, once everybody is read. */
  segmentMembers(question: SegmentQuestion, time: SegmentTime): Promise<Result<readonly string[]>>
}

/** They read the index and write nothing. */
export const SEGMENT_CALLS: readonly (keyof SegmentCalls)[] = ['segmentCounts', 'segmentMembers']
