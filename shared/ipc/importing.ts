import type { ArchiveFormat } from '../importing/archives'
import type { Cell } from '../importing/cell'
import type { FormatId, FormatKind } from '../importing/formats'
import type { ColumnReading, Decision, ImportWarning, SkippedRow } from '../importing/reading'

/** A file that was picked or dropped. `token` stands for it from here on; its path stays with the main process. */
export interface OfferedFile {
  readonly token: string
  readonly fileName: string
  readonly sizeBytes: number
}

/** What lies in an archive: its files, offered one by one. */
export interface OpenedArchive {
  readonly format: ArchiveFormat
  readonly files: readonly OfferedFile[]
  /** Names of what cannot be read: pictures, papers. The first of them. */
  readonly others: readonly string[]
  readonly otherCount: number
}

/** A row that gives no record, for the list of rejected rows. */
export interface RejectedRow {
  readonly row: number
  readonly code: string
  /** What stood in it, cut: enough to find it again in the file. */
  readonly text: string
}

/** What reading a file found, its records left out: they come in pages. */
export interface ImportSummary {
  readonly token: string
  readonly fileName: string
  /** SHA-256 of the bytes, lower-case hex. */
  readonly fileHash: string
  /** SHA-1 over the sorted, normalised headings, lower-case hex: under it a person's choices are remembered. */
  readonly fingerprint: string
  readonly format: FormatId
  readonly kind: FormatKind
  readonly headerRow: number | null
  readonly dataRows: number
  readonly records: number
  readonly rejected: number
  /** The first of them. */
  readonly rejectedRows: readonly RejectedRow[]
  readonly columns: readonly ColumnReading[]
  readonly decisions: readonly Decision[]
  readonly warnings: readonly ImportWarning[]
  readonly skipped: readonly SkippedRow[]
  readonly preview: readonly (readonly Cell[])[]
}

/** Some records of a file as UTF-8 JSON, an array of `ImportRecord`. `next` asks for more. */
export interface RecordPage {
  readonly page: Uint8Array
  readonly count: number
  readonly next: number | null
}

/** How far the reading of a file is. */
export interface ImportProgress {
  readonly token: string
  readonly done: number
  readonly total: number
}

/** A longer text is a file: it can be saved and dropped. */
export const PASTE_MAX_CHARS = 2_000_000

/** A part of an import is one entry of the journal, which may be as large as this. */
export const BULK_CHUNK_BYTES = 64 * 1024 * 1024

/** One message between processes carries at most this much of a dropped file. */
export const OFFER_CHUNK_BYTES = 16 * 1024 * 1024
