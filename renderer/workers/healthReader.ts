import { fingerprint } from '#shared/changes/changeLog'
import type { Change, LooseRecord } from '#shared/changes/changeSet'
import type { IndexComparison } from '#shared/health/judge'
import { TABLE_NAMES, type TableName } from '#shared/records/tables'
import { parseLine } from '#shared/snapshot/lines'
import type { NotebookDatabase } from '../store/database'
import { encodeRow, type Row } from '../store/rows'
import type { Applicable } from './applyEntries'

/** How far a comparison is; `result` comes with the last answer. */
export interface ComparisonStep {
  readonly done: number
  readonly total: number
  readonly result?: IndexComparison | undefined
}

/** So many records are held against the journal at most; of a larger notebook a part, chosen by the ends of the ids. */
const MOST_COMPARED = 200_000
/** Rows that are read before other calls get their turn. */
const ROWS_A_STEP = 500
/** The last four hex digits of an id. */
const TAIL_RANGE = 0x1_0000

/**
 * Holds the index against what the journal tells. First it is given the journal's records, from a backup's lines and
 * entries, of which it keeps a fingerprint each; then it reads the rows of the index, table by table. Records that are
 * saved meanwhile are left out. Nothing is written.
 */
export class HealthReader {
  private readonly expected = new Map<TableName, Map<string, string>>()
  /** Records that were saved since the check began: their rows may be of either time. */
  private readonly touched = new Set<string>()
  private readonly faults = { missing: 0, different: 0, unknown: 0, miscounted: 0 }
  private seenSeq = 0
  private lost = 0
  private compared = 0
  private done = 0
  private table = 0
  private after = ''

  private constructor(
    private readonly total: number,
    private readonly mostCompared: number,
  ) {}

  /** Begins a check of an index. */
  static async begin(db: NotebookDatabase, mostCompared = MOST_COMPARED): Promise<HealthReader> {
    let total = 0
    for (const table of TABLE_NAMES) total += await db.rows(table).count()
    return new HealthReader(total, mostCompared)
  }

  /** Takes lines of the backup with which the notebook's present history begins; later lines win. */
  takeLines(bytes: Uint8Array): void {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    for (const line of text.split('\n')) {
      const parsed = line === '' ? undefined : parseLine(line)
      if (parsed?.kind === 'record') this.expect(parsed.table, parsed.record)
    }
  }

  /** Takes entries of the journal, in their order. */
  takeEntries(entries: readonly Applicable[]): void {
    for (const { seq, set, lost = 0 } of entries) {
      this.seenSeq = Math.max(this.seenSeq, seq)
      this.lost += lost
      for (const { table, after } of set?.changes ?? []) this.expect(table, after)
    }
  }

  /** Notes what is written into the index while the check is under way. */
  noteWritten(changes: readonly Change[]): void {
    for (const { id } of changes) this.touched.add(id)
  }

  /** Compares the next rows; the answer with a result is the last one. */
  async compare(db: NotebookDatabase): Promise<ComparisonStep> {
    const table = TABLE_NAMES[this.table]
    if (table === undefined) return { done: this.total, total: this.total, result: await this.result(db) }
    const rows = await db.rows(table).where(':id').above(this.after).limit(ROWS_A_STEP).toArray()
    for (const row of rows) this.compareRow(table, row)
    this.done += rows.length
    const last = rows.at(-1)
    if (last !== undefined && rows.length === ROWS_A_STEP) this.after = last.id
    else await this.endTable(db, table)
    return { done: Math.min(this.done, this.total), total: this.total }
  }

  private expect(table: TableName, record: LooseRecord): void {
    if (!this.isCompared(record.id)) return
    const ofTable = this.expected.get(table) ?? new Map<string, string>()
    ofTable.set(record.id, printOf(encodeRow(table, record)))
    this.expected.set(table, ofTable)
  }

  private compareRow(table: TableName, row: Row): void {
    if (!this.isCompared(row.id)) return
    const expected = this.expected.get(table)
    const print = expected?.get(row.id)
    expected?.delete(row.id)
    if (this.touched.has(row.id)) return
    this.compared += 1
    if (print === undefined) this.faults.unknown += 1
    else if (print !== printOf(row)) this.faults.different += 1
  }

  private async endTable(db: NotebookDatabase, table: TableName): Promise<void> {
    const left = [...(this.expected.get(table)?.keys() ?? [])]
    this.faults.missing += left.filter((id) => !this.touched.has(id)).length
    this.expected.delete(table)
    const meta = await db.meta.get('index')
    if ((await db.rows(table).count()) !== (meta?.rowCounts[table] ?? 0)) this.faults.miscounted += 1
    this.table += 1
    this.after = ''
  }

  private async result(db: NotebookDatabase): Promise<IndexComparison> {
    const meta = await db.meta.get('index')
    const behind = Math.max(0, this.seenSeq - (meta?.lastSeq ?? 0))
    const { compared, total, lost } = this
    // Of what was saved meanwhile there is nothing to say: it does not make a whole comparison a sample.
    const isWhole = total <= this.mostCompared
    return { ...this.faults, compared, total: isWhole ? compared : total, behind, lost }
  }

  /** Random ids end evenly; one that is no UUID is always compared. */
  private isCompared(id: string): boolean {
    if (this.total <= this.mostCompared) return true
    const tail = Number.parseInt(id.slice(-4), 16)
    return Number.isNaN(tail) || tail < (TAIL_RANGE * this.mostCompared) / this.total
  }
}

/** The record and the keys under which it is found. */
function printOf(row: Row): string {
  return fingerprint({ ...row, rev: row.body.rev })
}
