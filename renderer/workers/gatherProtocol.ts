import type { ExportHead } from '#shared/exporting/exportFile'
import type { ExportChoice, ExportMoment } from '#shared/exporting/exportRequest'
import type { ExportTally } from '#shared/exporting/exportTally'

/** What is to be written, or only counted. */
export interface GatherRequest {
  readonly choice: ExportChoice
  readonly moment: ExportMoment
  /** The customers in the order of the file; `all` for everybody, the ones last worked with first. */
  readonly customerIds: 'all' | readonly string[]
  /** Nothing but the numbers is wanted. */
  readonly countOnly: boolean
}

/** The beginning of a file, and how many steps of the work there are. */
export interface GatherStart {
  /** Stands for this gathering from here on. */
  readonly number: number
  readonly head: ExportHead
  readonly title: string
  readonly total: number
}

/** A page of it. */
export interface GatherPage {
  /** Each UTF-8 JSON of a list of parts, none of them large; none at all when only counting. */
  readonly pieces: readonly Uint8Array[]
  /** Of this page. */
  readonly tally: ExportTally
  /** Steps done so far. */
  readonly done: number
  readonly isLast: boolean
}

/**
 * The calls by which the window gathers what an export writes, page by page, so that neither it nor the worker ever
 * holds a whole file. One gathering at a time: a new one ends the one before, whose number is then refused.
 */
export interface GatherCalls {
  gatherBegin(request: GatherRequest): Promise<GatherStart>
  gatherNext(number: number): Promise<GatherPage>
}

/** They read the index and write nothing. */
export const GATHER_CALLS: readonly (keyof GatherCalls)[] = ['gatherBegin', 'gatherNext']
