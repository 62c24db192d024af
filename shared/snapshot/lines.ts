import * as z from 'zod'
import type { LogEntry } from '../changes/changeLog'
import { changeOriginSchema, type LooseRecord } from '../changes/changeSet'
import { recordIdSchema } from '../records/record'
import { isTableName, type TableName, tableSchemas } from '../records/tables'
import { epochMsSchema } from '../time/values'
import { parseSafeJson } from './safeJson'

/** The name under which rows of the change log stand among the tables. */
export const LOG_LINE = 'changeLog'

/** A row of the change log as index and snapshot keep it; an import's entry is spread over several rows. */
export interface LoggedRow extends LogEntry {
  readonly key: string
  readonly recordIds: readonly string[]
}

/**
 * One line of a snapshot. `bad` is a line that is whole but not what its table holds: it is left out and named,
 * and stops nothing.
 */
export type SnapshotLine =
  | { readonly kind: 'record'; readonly table: TableName; readonly record: LooseRecord }
  | { readonly kind: 'log'; readonly row: LoggedRow }
  | { readonly kind: 'bad'; readonly table: string; readonly id: string }

const tableSchema = z.string().refine(isTableName)
const fieldsSchema = z.record(z.string().max(60), z.unknown())

const loggedChangeSchema = z.strictObject({
  table: tableSchema,
  id: recordIdSchema,
  before: fieldsSchema.optional(),
  added: z.array(z.string().max(60)).optional(),
  after: fieldsSchema.optional(),
  fingerprint: z.string().max(20).optional(),
})

const loggedRowSchema = z.strictObject({
  key: z.string().min(1).max(60),
  recordIds: z.array(recordIdSchema),
  /** May be below 1: history that came with a restore from another notebook stands before this one's. */
  seq: z.int(),
  id: recordIdSchema,
  label: z.strictObject({
    key: z.string().max(100),
    params: z.record(z.string().max(50), z.union([z.string().max(10_000), z.number()])).optional(),
  }),
  origin: changeOriginSchema,
  deviceId: recordIdSchema,
  at: epochMsSchema,
  reverses: recordIdSchema.optional(),
  changes: z.array(loggedChangeSchema),
})

/** One line, line end included. */
export function recordLine(table: TableName, record: LooseRecord): string {
  return `${JSON.stringify({ t: table, r: record })}\n`
}

/** One line, line end included. */
export function logLine(row: LoggedRow): string {
  return `${JSON.stringify({ t: LOG_LINE, r: row })}\n`
}

/**
 * Reads one line as it was written: nothing is coerced or reordered, so that a restored record is the same to the
 * last character. `undefined` for what is no line of a snapshot at all.
 */
export function parseLine(text: string): SnapshotLine | undefined {
  const line = parseJson(text)
  if (!isObject(line) || typeof line.t !== 'string' || !isObject(line.r)) return undefined
  const { t: table, r: row } = line
  const isGood = table === LOG_LINE ? loggedRowSchema.safeParse(row).success : isRecordOf(table, row)
  if (!isGood) return { kind: 'bad', table: isKnown(table) ? table : 'unknown', id: safeId(row.id) }
  return table === LOG_LINE
    ? { kind: 'log', row: row as unknown as LoggedRow }
    : { kind: 'record', table: table as TableName, record: row as unknown as LooseRecord }
}

function parseJson(text: string): unknown {
  try {
    return parseSafeJson(text)
  } catch {
    return undefined
  }
}

function isRecordOf(table: string, row: unknown): boolean {
  return isTableName(table) && tableSchemas[table].safeParse(row).success
}

function isKnown(table: string): boolean {
  return table === LOG_LINE || isTableName(table)
}

/** What a report may name: an id, never whatever else stands in its place. */
function safeId(id: unknown): string {
  const parsed = recordIdSchema.safeParse(id)
  return parsed.success ? parsed.data : ''
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
