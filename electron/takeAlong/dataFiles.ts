import type { LooseRecord } from '#shared/changes/changeSet'
import type { ExportPart } from '#shared/exporting/exportFile'
import { isTableName, TABLE_NAMES, type TableName } from '#shared/records/tables'
import type { TableCount, TableCounts } from '#shared/snapshot/format'
import { LOG_LINE } from '#shared/snapshot/lines'
import { parseSafeJson } from '#shared/snapshot/safeJson'
import { CSV_FOLDER, DATA_FOLDER } from '#shared/takeAlong/contents'
import { recordCells, recordColumns } from '#shared/takeAlong/recordTable'
import type { FolderWriter, GrowingFile } from './folderWriter'
import { linesOf } from './lines'

/** What a line of a snapshot begins with, before the record itself: `{"t":"people","r":` */
const LINE_BEGINNING = /^\{"t":"([A-Za-z]{1,40})","r":/
/** A write to the disk is happy with this much. */
const BLOCK_CHARS = 256 * 1024
/** Records that go to a CSV file at a time. */
const CSV_RECORDS = 200

/** What `data/` holds, counted from the files themselves. */
export interface DataCounts {
  readonly counts: TableCounts
  readonly logRows: number
}

/** A line that is none of a snapshot's: the window has sent what it may not send. */
export class BadLineError extends Error {
  override readonly name = 'BadLineError'
}

/** The file of a table's records, or of the log of changes. */
export function dataFile(table: TableName | typeof LOG_LINE): string {
  return `${DATA_FOLDER}/${table}.ndjson`
}

/**
 * Writes the records of every table from the lines of a snapshot, each table into a file of its own as JSON lines, and
 * from these the CSV files. A record that was saved while the snapshot was taken comes once more at its end: the
 * earlier line is then taken out, so that each record stands in the folder once. Memory holds these records and no
 * others.
 */
export async function writeData(
  folder: FolderWriter,
  stream: AsyncIterable<Uint8Array>,
): Promise<DataCounts> {
  const split = new SplitLines(folder)
  for await (const line of linesOf(stream)) await split.take(line)
  const logRows = await split.finish()
  const counts: Partial<Record<TableName, TableCount>> = {}
  for (const table of TABLE_NAMES) {
    const replaced = split.replaced.get(table)
    if (replaced !== undefined)
      await folder.replace(dataFile(table), without(folder.read(dataFile(table)), replaced))
    const count = await writeCsv(folder, table)
    if (count.rows > 0) counts[table] = count
  }
  return { counts, logRows }
}

/** The lines of a snapshot, one file after the other in the order of the tables. */
class SplitLines {
  /** By table and id, what is to stand in the place of an earlier line. */
  readonly replaced = new Map<TableName, Map<string, string>>()
  private next = 0
  private isPastTables = false
  private logRows = 0
  private open: { readonly table: string; readonly file: GrowingFile } | undefined
  private block: string[] = []
  private chars = 0

  constructor(private readonly folder: FolderWriter) {}

  async take(line: string): Promise<void> {
    const found = LINE_BEGINNING.exec(line)
    const table = found?.[1] ?? ''
    if (found === null || !line.endsWith('}')) throw new BadLineError('line')
    const record = line.slice(found[0].length, -1)
    if (table === LOG_LINE) await this.takeLogRow(record)
    else if (!isTableName(table)) throw new BadLineError('table')
    else if (this.isPastTables) this.takeAgain(table, record)
    else await this.takeRecord(table, record)
  }

  /** Ends the last file, makes those of tables without records, and says how long the log is. */
  async finish(): Promise<number> {
    await this.openUpTo(LOG_LINE)
    await this.closeOpen()
    return this.logRows
  }

  private async takeLogRow(row: string): Promise<void> {
    await this.openUpTo(LOG_LINE)
    this.logRows += 1
    await this.put(row)
  }

  private async takeRecord(table: TableName, record: string): Promise<void> {
    if (this.open?.table !== table) await this.openUpTo(table)
    await this.put(record)
  }

  /** What comes after the log has begun was saved while the rest was read. */
  private takeAgain(table: TableName, text: string): void {
    const { id } = parseRecord(text)
    const records = this.replaced.get(table) ?? new Map<string, string>()
    records.set(id, text)
    this.replaced.set(table, records)
  }

  private async openUpTo(wanted: TableName | typeof LOG_LINE): Promise<void> {
    while (this.open?.table !== wanted) {
      await this.closeOpen()
      const table = TABLE_NAMES[this.next] ?? LOG_LINE
      if (this.isPastTables) throw new BadLineError('order')
      this.next += 1
      this.isPastTables = table === LOG_LINE
      this.open = { table, file: await this.folder.create(dataFile(table)) }
    }
  }

  private async put(line: string): Promise<void> {
    this.block.push(line, '\n')
    this.chars += line.length
    if (this.chars >= BLOCK_CHARS) await this.flush()
  }

  private async flush(): Promise<void> {
    const text = this.block.join('')
    this.block = []
    this.chars = 0
    if (text !== '') await this.open?.file.write(new TextEncoder().encode(text))
  }

  private async closeOpen(): Promise<void> {
    await this.flush()
    await this.open?.file.close()
    this.open = undefined
  }
}

/** The lines of a file, those of some ids exchanged and moved to the end. */
async function* without(
  stream: AsyncIterable<Uint8Array>,
  replaced: ReadonlyMap<string, string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const line of linesOf(stream)) {
    if (!replaced.has(parseRecord(line).id)) yield encoder.encode(`${line}\n`)
  }
  for (const line of replaced.values()) yield encoder.encode(`${line}\n`)
}

/** Writes the live records of a table as CSV and counts all of them. */
async function writeCsv(folder: FolderWriter, table: TableName): Promise<TableCount> {
  const count = { rows: 0, live: 0 }
  async function* parts(): AsyncGenerator<ExportPart> {
    let rows: string[][] = []
    for await (const line of linesOf(folder.read(dataFile(table)))) {
      const record = parseRecord(line)
      count.rows += 1
      if (record.deletedAt !== undefined) continue
      count.live += 1
      rows.push(recordCells(table, record))
      if (rows.length < CSV_RECORDS) continue
      yield { kind: 'rows', sheet: 0, rows }
      rows = []
      // A save must not wait until a hundred thousand records have been gone through.
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    yield { kind: 'rows', sheet: 0, rows }
  }
  const head = { kind: 'csv' as const, for: 'plain' as const, columns: recordColumns(table), hashed: [] }
  const { csvBytes } = await import('../exports/csvFile')
  await folder.add(`${CSV_FOLDER}/${table}.csv`, csvBytes(head, parts(), ','))
  return count
}

function parseRecord(text: string): LooseRecord {
  const record = parseSafeJson(text) as LooseRecord | null
  if (typeof record?.id !== 'string') throw new BadLineError('record')
  return record
}
