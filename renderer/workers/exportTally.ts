import type { LogEntry } from '#shared/changes/changeLog'
import type { TableName } from '#shared/records/tables'
import type { Row } from '../store/rows'

/** A stretch of a table that was copied in one transaction, and how far the index had followed the journal then. */
export interface ExportedPage {
  readonly table: TableName
  /** The last id of the stretch; undefined for the table's last one, which reaches to its end. */
  readonly upTo: string | undefined
  readonly lastSeq: number
}

/** What the end of an export knows of one table. */
export interface TailOfTable {
  readonly table: TableName
  /** The touched rows as they are now. */
  readonly rows: readonly Row[]
  /** The log since the export began. */
  readonly log: readonly LogEntry[]
  readonly pages: readonly ExportedPage[]
  /** Ids of deleted records that were copied as such. */
  readonly tombstones: ReadonlySet<string>
}

/**
 * Adds to a table's count what its touched rows change in it. Whether a record was copied before follows from when
 * it was created and when its stretch of the table was read, so that no id but the deleted ones need be remembered.
 */
export function countTail(tail: TailOfTable, count: { rows: number; live: number }): void {
  const createdAt = new Map<string, number>()
  for (const { seq, changes } of tail.log) {
    for (const { table, id, before } of changes) {
      if (table === tail.table && before === undefined && !createdAt.has(id)) createdAt.set(id, seq)
    }
  }
  const pages = tail.pages.filter((page) => page.table === tail.table)
  for (const { id, body } of tail.rows) {
    const readAt = pages.find(({ upTo }) => upTo === undefined || id <= upTo)?.lastSeq ?? 0
    const wasCopied = (createdAt.get(id) ?? 0) <= readAt
    const wasLive = wasCopied && !tail.tombstones.has(id)
    const isLive = body.deletedAt === undefined
    count.rows += wasCopied ? 0 : 1
    count.live += Number(isLive) - Number(wasLive)
  }
}
