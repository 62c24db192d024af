import type { PageRecord } from '#shared/merging/references'
import type { TableName } from '#shared/records/tables'

/** How many records of a table differ. */
export interface TableDifference {
  readonly table: TableName
  readonly missing: number
  readonly changed: number
}

/** A customer of a backup whose page is not today what it was then. */
export interface DifferingCustomer {
  readonly id: string
  /** As the backup has it. */
  readonly name: string
  readonly tables: readonly TableDifference[]
  /** The page was merged into another one since: it comes back by taking the two apart. */
  readonly isMerged: boolean
}

/** What reading a backup has come to. */
export interface TakeBackAnswer {
  /** When it was looked through: everybody who differs, by name. */
  readonly customers: readonly DifferingCustomer[]
  /** When customers were named: their live records as the backup has them. */
  readonly records: readonly PageRecord[]
}

/**
 * The calls by which a backup's lines are held against the index, page by page. One reading at a time: a new one ends
 * the one before, whose number is then refused.
 */
export interface TakeBackCalls {
  /** `null` looks through everybody; ids collect the records of these customers. */
  takeBackBegin(only: readonly string[] | null): Promise<number>
  takeBackPage(number: number, lines: Uint8Array): Promise<null>
  takeBackEnd(number: number): Promise<TakeBackAnswer>
}

/** They read the index and write nothing. */
export const TAKE_BACK_CALLS: readonly (keyof TakeBackCalls)[] = [
  'takeBackBegin',
  'takeBackPage',
  'takeBackEnd',
]
