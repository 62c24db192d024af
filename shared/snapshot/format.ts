import * as z from 'zod'
import { canonicalJson } from '../changes/changeLog'
import { sha256Schema } from '../records/sha256'
import { isTableName, type TableName } from '../records/tables'
import { err, ok, type Result } from '../result'
import { epochMsSchema } from '../time/values'
import { snapshotReasonSchema } from './reasons'
import { parseSafeJson } from './safeJson'

/*
 * A snapshot file, format 1; integers are little-endian:
 *   magic 8 | format u16 | header length u32 | header JSON | chain 16
 *   frames: type u8 | length u32 | payload | chain 16
 *   length of the whole end frame u32, so that the end can be found without reading what is before it
 * The first chain value is the first half of sha256(everything before it); each further one of
 * sha256(chain before, type, length, payload). A cut, a flip or a frame in another place breaks it.
 *
 * The payload of `rows` is gzipped NDJSON (see lines.ts), each frame a gzip file of its own; of `attachment` the
 * file's hash 32 | 1 when it is the file's last part u8 | bytes; of `end` JSON (see `snapshotEndSchema`).
 * Everything but the hashes can thus be read with `gunzip` and a text editor.
 */

/** As with PNG: not text (first byte), and damaged by what turns line ends or stops at ^Z. */
export const SNAPSHOT_MAGIC: Uint8Array = Uint8Array.of(0x89, 0x4f, 0x52, 0x43, 0x0d, 0x0a, 0x1a, 0x0a)
export const SNAPSHOT_FORMAT = 1

export const FrameType = { rows: 1, attachment: 2, end: 3 } as const
export type FrameType = (typeof FrameType)[keyof typeof FrameType]

export const CHAIN_BYTES = 16
/** Magic, format and header length. */
export const PREAMBLE_BYTES = 14
/** Type and length. */
export const FRAME_HEAD_BYTES = 5

/** What a reader allows, checked before anything is allocated. */
export const MAX_HEADER_BYTES = 64 * 1024
export const MAX_FRAME_BYTES = 16 * 1024 * 1024
export const MAX_PIECE_BYTES = 64 * 1024 * 1024
/** Text of records shrinks to a fifth; a piece beyond 200 and beyond this size was made to swell. */
export const MAX_RATIO = 200
export const RATIO_FREE_BYTES = 4 * 1024 * 1024

const countSchema = z.int().min(0)

/** The plain facts at the file's beginning. Times are information only: order comes from generation and sequence. */
const snapshotHeaderSchema = z.strictObject({
  app: z.string().max(40),
  schema: z.int().min(1),
  notebookId: z.uuid(),
  generation: z.int().min(1),
  createdAt: epochMsSchema,
  reason: snapshotReasonSchema,
  /** `beside`: attachments lie in the notebook's own folder; `inside`: the file is complete in itself. */
  attachments: z.enum(['beside', 'inside']),
  /** When a file from elsewhere was opened here; present with the reason `opened` only. */
  openedAt: epochMsSchema.optional(),
})
export type SnapshotHeader = z.infer<typeof snapshotHeaderSchema>

/** How many rows a table has, and how many of them are not deleted. */
const tableCountSchema = z.strictObject({ rows: countSchema, live: countSchema })
export type TableCount = z.infer<typeof tableCountSchema>
export type TableCounts = Readonly<Partial<Record<TableName, TableCount>>>

/** What the file's content adds up to. */
export const snapshotSummarySchema = z.strictObject({
  /** The last journal entry that the snapshot contains. */
  lastSeq: countSchema,
  counts: z.record(z.string().refine(isTableName), tableCountSchema) as z.ZodType<TableCounts>,
  /** Rows of the change log. */
  logRows: countSchema,
  /** Lines of all kinds; a record that changed while the snapshot was taken has several, and the last one counts. */
  lines: countSchema,
})
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>

const snapshotEndSchema = z.strictObject({
  ...snapshotSummarySchema.shape,
  /** Attachments inside the file, and such as could not be read when it was written. */
  attachments: z.strictObject({ inside: countSchema, missing: countSchema }).optional(),
  /** SHA-256 of every byte before the end frame: the snapshot's identity. */
  sha256: sha256Schema,
})
export type SnapshotEnd = z.infer<typeof snapshotEndSchema>

/** The header's text: JSON with sorted keys. */
export function encodeHeader(header: SnapshotHeader): string {
  return canonicalJson(header)
}

/**
 * Reads a header's text. Errors: `backup.newerSchema` when the records are of a newer Orchard than `ownSchema`,
 * `backup.tampered` for what is no header.
 */
export function decodeHeader(text: string, ownSchema: number): Result<SnapshotHeader> {
  const header = decodeJson(text)
  // A newer Orchard may have added fields, so its number is looked at first.
  const schema = z.looseObject({ schema: z.int() }).safeParse(header)
  if (schema.success && schema.data.schema > ownSchema) return err('backup.newerSchema')
  const parsed = snapshotHeaderSchema.safeParse(header)
  return parsed.success ? ok(parsed.data) : err('backup.tampered')
}

/** The end frame's text. */
export function encodeEnd(end: SnapshotEnd): string {
  return canonicalJson(end)
}

/** Reads an end frame's text. Error: `backup.tampered`. */
export function decodeEnd(text: string): Result<SnapshotEnd> {
  const parsed = snapshotEndSchema.safeParse(decodeJson(text))
  return parsed.success ? ok(parsed.data) : err('backup.tampered')
}

function decodeJson(text: string): unknown {
  try {
    return parseSafeJson(text)
  } catch {
    return undefined
  }
}
