import { toLogEntry } from '#shared/changes/changeLog'
import type { Change, ChangeLabel, LooseRecord } from '#shared/changes/changeSet'
import { SCHEMA_VERSION } from '#shared/records/record'
import type { TableName } from '#shared/records/tables'
import { generateSampleNotebook } from '#shared/sample/generateSampleNotebook'
import type { SnapshotHeader, SnapshotSummary, TableCount } from '#shared/snapshot/format'
import { type LoggedRow, logLine, recordLine } from '#shared/snapshot/lines'
import { snapshotBytes } from '../../electron/backup/snapshotBytes'
import { FROZEN_AT, frozenId } from './wholeParts'
import { wholeRecords } from './wholeRecords'

const HEADER: SnapshotHeader = {
  app: '0.1.0',
  schema: SCHEMA_VERSION,
  notebookId: frozenId(900_001),
  generation: 1,
  createdAt: FROZEN_AT,
  reason: 'manual',
  attachments: 'beside',
}

/** A snapshot as this build writes it: a small sample notebook, every field of every record, and a change log. */
export async function frozenSnapshot(): Promise<Uint8Array> {
  const records: { readonly table: TableName; readonly record: LooseRecord }[] = []
  const sample = generateSampleNotebook({ seed: 'frozen', customers: 6, asOf: Date.UTC(2025, 10, 20) })
  for (const { table, record } of sample) {
    records.push({ table, record: record as unknown as LooseRecord })
  }
  records.push(...wholeRecords(SCHEMA_VERSION).map(({ table, record }) => ({ table, record })))
  const log = logRows()
  const text = [
    ...records.map(({ table, record }) => recordLine(table, record)),
    ...log.map((row) => logLine(row)),
  ].join('')
  const summary: SnapshotSummary = {
    lastSeq: log.length,
    counts: countsOf(records),
    logRows: log.length,
    lines: records.length + log.length,
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of snapshotBytes(HEADER, oneChunk(text), () => summary)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A create and an edit that changed and added fields, as the log keeps them. */
function logRows(): LoggedRow[] {
  const whole = wholeRecords(SCHEMA_VERSION).find(({ table }) => table === 'customers')
  if (whole === undefined) throw new Error('no customer')
  const { record: after } = whole
  const { id } = after
  const created: Change = { table: 'customers', id, after }
  const edited: Change = {
    ...created,
    before: { name: 'Araucaria', rev: 2, updatedAt: FROZEN_AT },
    added: ['grade'],
  }
  const params = { name: 'Araucaria', count: 1 }
  return [
    logRow(1, { key: 'change.lead', params }, created),
    logRow(2, { key: 'change.edit', params }, edited),
  ]
}

function logRow(seq: number, label: ChangeLabel, change: Change): LoggedRow {
  const entry = toLogEntry(seq, {
    id: frozenId(900_100 + seq),
    label,
    origin: 'person',
    notebookId: HEADER.notebookId,
    deviceId: frozenId(900_002),
    at: FROZEN_AT + seq,
    changes: [change],
  })
  const recordIds = change.before === undefined ? [] : [change.id]
  return { ...entry, key: `${String(seq).padStart(12, '0')}-000000`, recordIds }
}

function countsOf(
  records: readonly { readonly table: TableName; readonly record: LooseRecord }[],
): Partial<Record<TableName, TableCount>> {
  const counts: Partial<Record<TableName, TableCount>> = {}
  for (const { table, record } of records) {
    const { rows = 0, live = 0 } = counts[table] ?? {}
    counts[table] = { rows: rows + 1, live: live + (record.deletedAt === undefined ? 1 : 0) }
  }
  return counts
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
