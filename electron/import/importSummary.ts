import { type Cell, cellText } from '#shared/importing/cell'
import type { Rejection } from '#shared/importing/reading'
import type { ImportSummary, RejectedRow } from '#shared/ipc/importing'
import type { PackedReading } from '../files/import/fileReading'
import { countRecords } from '../files/import/recordPages'

/** What a preview shows is cut: a cell of ten thousand characters says no more than its beginning. */
const PREVIEW_CHARS = 200
const PREVIEW_ROWS = 12
const PREVIEW_COLUMNS = 120
const REJECTED_LISTED = 2_000
const REJECTED_CHARS = 160

/** The reading without its records, small enough for one message. */
export function summaryOf(token: string, reading: PackedReading): ImportSummary {
  const { fileName, fileHash, fingerprint, format, kind, headerRow, dataRows, decisions, warnings, skipped } =
    reading
  return {
    token,
    fileName,
    fileHash,
    fingerprint,
    format,
    kind,
    headerRow,
    dataRows,
    records: countRecords(reading.pages),
    rejected: reading.rejected.length,
    rejectedRows: reading.rejected.slice(0, REJECTED_LISTED).map(rejectedRow),
    columns: reading.columns.slice(0, PREVIEW_COLUMNS).map((column) => ({
      ...column,
      header: cut(column.header, PREVIEW_CHARS),
      samples: column.samples.map((sample) => cut(sample, PREVIEW_CHARS)),
    })),
    decisions,
    warnings,
    skipped: skipped.slice(0, REJECTED_LISTED),
    preview: previewRows(reading),
  }
}

/** The first rows below the header. */
function previewRows({ preview, headerRow }: Pick<PackedReading, 'preview' | 'headerRow'>): Cell[][] {
  const from = headerRow === null ? 0 : headerRow + 1
  return preview
    .slice(from, from + PREVIEW_ROWS)
    .map((row) => row.slice(0, PREVIEW_COLUMNS).map((cell) => cut(cellText(cell), PREVIEW_CHARS)))
}

function rejectedRow({ row, code, cells }: Rejection): RejectedRow {
  const filled = (cells ?? []).filter((cell) => cell !== '')
  return { row, code, text: cut(filled.join(' · '), REJECTED_CHARS) }
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}…`
}
