import type { BadRow } from '#shared/ipc/backup'
import { TABLE_NAMES, type TableName } from '#shared/records/tables'
import type { TableCounts } from '#shared/snapshot/format'
import { type LoggedRow, parseLine, type SnapshotLine } from '#shared/snapshot/lines'
import { type IndexMeta, NotebookDatabase } from '../store/database'
import { liveCustomersByIndex } from '../store/queries/customers'
import { encodeRow } from '../store/rows'
import { LOG_TABLE } from '../store/schemaVersions'
import { logKey } from './applyEntries'
import type { LoadProgress } from './notebookProtocol'

const CHUNK_LINES = 2_000
const BAD_LIST_LENGTH = 100

/** The snapshot does not hold what its end says: nothing of it may be used. */
export class BadSnapshotError extends Error {
  override readonly name = 'BadSnapshotError'
}

/**
 * Fills a new index from a snapshot's lines. Chunks are written without waiting for the disk; the last, strict
 * transaction makes all of them durable and says how far the index reaches. Until then it says "nothing yet", so
 * that a start after a kill builds another one.
 */
export class SnapshotLoad {
  private readonly relaxed: NotebookDatabase
  private lines = 0
  private badRows = 0
  private readonly badList: BadRow[] = []

  constructor(private readonly db: NotebookDatabase) {
    this.relaxed = new NotebookDatabase(db.name, 'relaxed')
  }

  /** Takes a page in, later lines over earlier ones. Sequence numbers of the log are moved back by `logShift`. */
  async addPage(bytes: Uint8Array, logShift: number): Promise<LoadProgress> {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    let chunk: SnapshotLine[] = []
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from)
      const line = end < 0 ? undefined : parseLine(text.slice(from, end))
      if (line === undefined) throw new BadSnapshotError('line')
      from = end + 1
      chunk.push(line)
      if (chunk.length === CHUNK_LINES || from >= text.length) {
        await this.putChunk(chunk, logShift)
        chunk = []
      }
    }
    return { lines: this.lines, badRows: this.badRows, badList: this.badList }
  }

  /**
   * Ends the loading: the index follows the journal from `lastSeq` on. The rows must be as many as the snapshot
   * says, unless some had to be left out.
   */
  async finish(lastSeq: number, expected: TableCounts): Promise<IndexMeta> {
    this.relaxed.close()
    const rowCounts: Partial<Record<TableName, number>> = {}
    for (const table of TABLE_NAMES) {
      const rows = await this.db.rows(table).count()
      if (rows > 0) rowCounts[table] = rows
      if (this.badRows === 0 && rows !== (expected[table]?.rows ?? 0)) throw new BadSnapshotError('counts')
    }
    const liveCustomers = await liveCustomersByIndex(this.db)
    return this.db.transaction('rw', this.db.meta, async () => {
      const meta = await this.db.meta.get('index')
      if (meta === undefined) throw new Error('index without meta')
      const next: IndexMeta = { ...meta, lastSeq, rowCounts, liveCustomers }
      await this.db.meta.put(next)
      return next
    })
  }

  private async putChunk(chunk: readonly SnapshotLine[], logShift: number): Promise<void> {
    const db = this.relaxed
    const byTable = new Map<TableName, ReturnType<typeof encodeRow>[]>()
    const log: LoggedRow[] = []
    for (const line of chunk) {
      if (line.kind === 'bad') this.leaveOut(line)
      else if (line.kind === 'log') log.push(moved(line.row, logShift))
      else {
        const rows = byTable.get(line.table) ?? []
        rows.push(encodeRow(line.table, line.record))
        byTable.set(line.table, rows)
      }
    }
    await db.transaction('rw', [...byTable.keys(), LOG_TABLE], async () => {
      for (const [table, rows] of byTable) await db.rows(table).bulkPut(rows)
      await db.changeLog.bulkPut(log)
    })
    this.lines += chunk.length
  }

  private leaveOut({ table, id }: BadRow): void {
    this.badRows += 1
    if (this.badList.length < BAD_LIST_LENGTH) this.badList.push({ table, id })
  }
}

/** The row with its numbers moved back, so that none of them is one that this journal has yet to give. */
function moved(row: LoggedRow, logShift: number): LoggedRow {
  if (logShift === 0) return row
  const part = Number(row.key.slice(row.key.lastIndexOf('-') + 1))
  const seq = row.seq - logShift
  return { ...row, seq, key: logKey(seq, part) }
}
