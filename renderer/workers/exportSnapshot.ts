import { TABLE_NAMES, type TableName } from '#shared/records/tables'
import type { SnapshotSummary, TableCount } from '#shared/snapshot/format'
import { logLine, recordLine } from '#shared/snapshot/lines'
import type { IndexMeta, NotebookDatabase } from '../store/database'
import { LOG_TABLE, META_TABLE } from '../store/schemaVersions'
import { encodeLines } from './encodeLines'
import { countTail, type ExportedPage } from './exportTally'

/** Rows read in one go: a change to the index waits for no more than these. */
const BATCH_ROWS = 500
/** A page ends when its text has grown to this. */
const PAGE_CHARS = 700_000

/** The index has lost rows: a snapshot of it would be a snapshot of the damage. */
export class IndexIncompleteError extends Error {
  override readonly name = 'IndexIncompleteError'
}

/** Some whole lines of a snapshot, and at the end what all of them add up to. */
export interface ExportedLines {
  readonly lines: Uint8Array
  /** How much of the records stands in the lines so far, 0 to 1; the history of changes comes behind them. */
  readonly share: number
  readonly summary?: SnapshotSummary | undefined
}

/**
 * Copies the index page by page while it goes on changing. No transaction spans two pages; what was touched since
 * the beginning is read once more at the end, in one transaction, and since later lines win the whole is the state
 * at that moment: every change up to `lastSeq` and none after it.
 */
export class SnapshotExport {
  private place: { readonly table: number; readonly after: string } = { table: 0, after: '' }
  private readonly pages: ExportedPage[] = []
  private readonly tombstones = new Set<string>()
  private readonly counts = new Map<TableName, { rows: number; live: number }>()
  private lines = 0
  private logRows = 0

  private constructor(
    private readonly db: NotebookDatabase,
    private readonly fromSeq: number,
    private readonly allRows: number,
  ) {}

  /** Begins where the index stands now. */
  static async begin(db: NotebookDatabase): Promise<SnapshotExport> {
    const { lastSeq, rowCounts } = await readMeta(db)
    const allRows = TABLE_NAMES.reduce((sum, table) => sum + (rowCounts[table] ?? 0), 0)
    return new SnapshotExport(db, lastSeq, allRows)
  }

  /** The next lines; the last page carries the summary. Throws `IndexIncompleteError`. */
  async next(): Promise<ExportedLines> {
    const text: string[] = []
    let chars = 0
    while (chars < PAGE_CHARS) {
      const table = TABLE_NAMES[this.place.table]
      const batch = table === undefined ? await this.logBatch() : await this.tableBatch(table)
      if (batch === undefined) {
        const { lines, summary } = await this.tail()
        return { lines: encodeLines([...text, ...lines]), share: 1, summary }
      }
      text.push(...batch)
      chars += batch.reduce((sum, line) => sum + line.length, 0)
    }
    return { lines: encodeLines(text), share: this.share() }
  }

  private share(): number {
    const read = this.lines - this.logRows
    return this.allRows === 0 ? 1 : Math.min(1, read / this.allRows)
  }

  private async tableBatch(table: TableName): Promise<string[]> {
    const { db, place } = this
    const { rows, lastSeq } = await db.transaction('r', [table, META_TABLE], async () => ({
      rows: await db.rows(table).where(':id').above(place.after).limit(BATCH_ROWS).toArray(),
      lastSeq: (await readMeta(db)).lastSeq,
    }))
    const isLast = rows.length < BATCH_ROWS
    const after = rows.at(-1)?.id ?? place.after
    this.pages.push({ table, upTo: isLast ? undefined : after, lastSeq })
    this.place = isLast ? { table: place.table + 1, after: '' } : { table: place.table, after }
    const count = this.countOf(table)
    for (const { id, body } of rows) {
      count.rows += 1
      if (body.deletedAt === undefined) count.live += 1
      else this.tombstones.add(id)
    }
    this.lines += rows.length
    return rows.map(({ body }) => recordLine(table, body))
  }

  /** History up to the beginning; what came after it is the tail's. Undefined when all is read. */
  private async logBatch(): Promise<string[] | undefined> {
    const rows = await this.db.changeLog.where(':id').above(this.place.after).limit(BATCH_ROWS).toArray()
    if (rows.length === 0) return undefined
    this.place = { ...this.place, after: rows.at(-1)?.key ?? '' }
    const old = rows.filter((row) => row.seq <= this.fromSeq)
    this.lines += old.length
    this.logRows += old.length
    return old.map(logLine)
  }

  /** Everything that was touched since the beginning, as it is now, and where "now" is. */
  private async tail(): Promise<{ lines: string[]; summary: SnapshotSummary }> {
    const { db, fromSeq } = this
    const { log, touched, meta } = await db.transaction(
      'r',
      [...TABLE_NAMES, LOG_TABLE, META_TABLE],
      async () => {
        const newer = await db.changeLog.where('seq').above(fromSeq).toArray()
        const found: { table: TableName; rows: Awaited<ReturnType<typeof bulkRows>> }[] = []
        for (const [table, ids] of idsByTable(newer.flatMap((row) => row.changes))) {
          found.push({ table, rows: await bulkRows(db, table, ids) })
        }
        return { log: newer, touched: found, meta: await readMeta(db) }
      },
    )
    const lines = log.map(logLine)
    for (const { table, rows } of touched) {
      countTail({ table, rows, log, pages: this.pages, tombstones: this.tombstones }, this.countOf(table))
      lines.push(...rows.map(({ body }) => recordLine(table, body)))
    }
    const counts = Object.fromEntries(this.counts) as Readonly<Partial<Record<TableName, TableCount>>>
    for (const table of TABLE_NAMES) {
      if ((counts[table]?.rows ?? 0) !== (meta.rowCounts[table] ?? 0)) throw new IndexIncompleteError(table)
    }
    const summary = {
      lastSeq: meta.lastSeq,
      counts,
      logRows: this.logRows + log.length,
      lines: this.lines + lines.length,
    }
    return { lines, summary }
  }

  private countOf(table: TableName): { rows: number; live: number } {
    const count = this.counts.get(table) ?? { rows: 0, live: 0 }
    this.counts.set(table, count)
    return count
  }
}

async function bulkRows(db: NotebookDatabase, table: TableName, ids: readonly string[]) {
  return (await db.rows(table).bulkGet([...ids])).filter((row) => row !== undefined)
}

function idsByTable(changes: readonly { readonly table: TableName; readonly id: string }[]) {
  const ids = new Map<TableName, Set<string>>()
  for (const { table, id } of changes) ids.set(table, (ids.get(table) ?? new Set()).add(id))
  return [...ids].map(([table, known]) => [table, [...known]] as const)
}

async function readMeta(db: NotebookDatabase): Promise<IndexMeta> {
  const meta = await db.meta.get('index')
  if (meta === undefined) throw new IndexIncompleteError('meta')
  return meta
}
