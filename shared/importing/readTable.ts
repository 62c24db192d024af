import { normaliseHeader } from './aliases'
import { type Cell, cellText, type Grid } from './cell'
import { mapColumns } from './columns'
import { currencyDecision } from './currencyDecision'
import { detectFormat, type FormatId, type FormatKind, isFigureKind, totalColumn } from './formats'
import { findHeader, type HeaderRange, headerParts } from './headerRow'
import type { ImportRecord } from './importRecord'
import { mapRow } from './mapRow'
import { ownByTarget } from './ownColumns'
import { presetFor } from './presets/presetFor'
import { readFigureTable } from './readFigureTable'
import type { ColumnReading, ImportOverrides, ReadHints, ReadResult, Rejection } from './reading'
import { readOrderTable } from './readOrderTable'
import { mapPayment } from './readPayments'
import { headerFingerprint } from './rowHash'
import type { RowContext } from './rowValues'
import {
  decideDates,
  decideMarks,
  decideSelf,
  formatDecision,
  headerDecision,
  kindDecision,
} from './tableDecisions'
import { findBody, type TableBody } from './tableEnds'
import { kindOfTable } from './tableKind'
import { isFigureTarget, isIdentityTarget, type Target } from './targets'
import { countWarnings, type WarningCounter } from './warnings'

const PREVIEW_ROWS = 30
const PROGRESS_EVERY = 500
/** Records that are held until somebody takes them. */
const TAKEN_TOGETHER = 500
// A cell merged downwards over several contacts says the same of each; only what belongs to the company is filled in.
const COMPANY_LEVEL = new Set<Target>([
  'company.name',
  'country',
  'web',
  'address',
  'channel',
  'tags',
  'order.number',
])
/**
 * Reads one table: finds header and body, recognises the format, maps the columns, normalises each row.
 * Pure and deterministic; pass the person's corrections as `overrides` and call again.
 */
export function readTable(grid: Grid, hints: ReadHints = {}, overrides: ImportOverrides = {}): ReadResult {
  const warnings = countWarnings()
  const header = findHeader(grid, overrides.headerRow)
  const parts = header.row === null ? [] : headerParts(grid, { row: header.row, first: header.first })
  const titleRows = grid.rows.slice(0, header.row === null ? 0 : header.first).map(lineOf)
  const format = overrides.format ?? recognise(grid, parts, titleRows, hints.fileName ?? '')
  const names = parts.map((name) => name.join('/'))
  const kind = kindOfTable(format, names, overrides.kind)
  const isFigures = isFigureKind(kind)
  const preset = presetFor(format, kind)
  const body = findBody(grid, header.row, totalOption(format, parts))
  const own = ownByTarget(overrides.own)
  const columns = mapColumns({ grid, parts, data: body.data, preset, overrides, kind, own })
  const dates = decideDates(grid, body, columns, { preset, overrides, hints, own })
  const marks = decideMarks(grid, body, columns, { overrides, hints, own })
  const self = decideSelf(grid, body, columns, { preset, overrides, hints })
  const touchpoint = preset.touchpoint?.([...titleRows, hints.fileName ?? ''])
  const title = preset.campaign?.(titleRows) ?? hints.fileName?.replace(/\.[^.]{1,5}$/, '')
  noteTable(grid, body, columns, {
    warnings,
    header,
    width: parts.findLastIndex((names) => names.length > 0) + 1,
  })
  const context: RowContext = {
    columns,
    preset,
    dateOrders: dates.orders,
    decimalMarks: marks.marks,
    own,
    ...(touchpoint ? { touchpoint } : {}),
    ...(title === undefined ? {} : { title }),
    ...(overrides.country ? { country: overrides.country } : {}),
    ...(hints.year === undefined ? {} : { year: hints.year }),
    ...(hints.today === undefined ? {} : { today: hints.today }),
    ...(self?.name === undefined ? {} : { self: self.name }),
    warnings,
  }
  const onRow = (done: number) => {
    if (done % PROGRESS_EVERY === 0 || done === body.data.length) hints.onProgress?.(done, body.data.length)
  }
  const tools = { format, titleRows, overrides, onRow, takeRecords: hints.takeRecords }
  const { records, taken, rejected } = readBody(grid, body, context, { ...tools, kind })
  return {
    format,
    kind,
    headerRow: header.row,
    ...(header.row !== null && header.first !== header.row ? { headerRowFirst: header.first } : {}),
    dataRows: body.data.length,
    columns,
    records,
    rejected,
    warnings: [
      ...(body.data.length === 0 ? [{ code: 'import.warn.noRows' }] : []),
      ...(taken + records.length === 0 && !columns.some(({ target }) => tellsWhat(target, isFigures))
        ? [{ code: isFigures ? 'import.warn.noFigureColumn' : 'import.warn.noIdentityColumn' }]
        : []),
      ...warnings.list(),
    ],
    decisions: [
      formatDecision(format, overrides),
      ...(format === 'table' ? [kindDecision(kind, overrides)] : []),
      headerDecision(header),
      ...(self?.decision === undefined ? [] : [self.decision]),
      ...dates.decisions,
      ...marks.decisions,
      ...currencyDecision(rejected, overrides),
    ],
    skipped: body.skipped,
    headerFingerprint: headerFingerprint(columns.map((column) => column.header)),
    preview: grid.rows.slice(0, PREVIEW_ROWS),
  }
}

function recognise(
  grid: Grid,
  parts: readonly (readonly string[])[],
  titleRows: readonly string[],
  fileName: string,
): FormatId {
  const keys = new Set(
    parts.flatMap((names) => [normaliseHeader(names.join('/')), normaliseHeader(names.at(-1) ?? '')]),
  )
  const tail = grid.rows.slice(-15).map(lineOf)
  return detectFormat({ keys, fileName, preamble: titleRows.filter((line) => line !== ''), tail })
}

function lineOf(row: readonly Cell[]): string {
  return row
    .map((cell) => cellText(cell))
    .filter((text) => text !== '')
    .join(',')
}

function totalOption(format: FormatId, parts: readonly (readonly string[])[]): { totalColumn?: number } {
  const key = totalColumn(format)
  const index = key === undefined ? -1 : parts.findIndex((names) => normaliseHeader(names.join('/')) === key)
  return index >= 0 ? { totalColumn: index } : {}
}

function readBody(
  grid: Grid,
  body: TableBody,
  context: RowContext,
  input: {
    readonly kind: FormatKind
    readonly format: FormatId
    readonly titleRows: readonly string[]
    readonly overrides: ImportOverrides
    readonly onRow: (done: number) => void
    readonly takeRecords: ReadHints['takeRecords']
  },
): { records: ImportRecord[]; taken: number; rejected: Rejection[] } {
  if (isFigureKind(input.kind)) return { ...readFigureTable(grid, body, context, input), taken: 0 }
  const filled = fillDown(grid, body, context.columns)
  const rows = body.data.map((row) => ({
    row,
    cells: filled.get(row) ?? grid.rows[row] ?? [],
    section: body.sections.get(row),
  }))
  if (input.kind === 'orders') return { ...readOrderTable(rows, context, input), taken: 0 }
  const payments =
    input.kind === 'payments'
      ? {
          ...context,
          format: input.format,
          currency: input.overrides.currency ?? context.preset.currency,
          lines: new Map<string, number>(),
        }
      : undefined
  let records: ImportRecord[] = []
  let taken = 0
  const rejected: Rejection[] = []
  for (const [done, { row, cells, section }] of rows.entries()) {
    input.onRow(done)
    const result =
      payments === undefined ? mapRow(row, cells, context, section) : mapPayment(row, cells, payments)
    if ('rejection' in result) rejected.push(result.rejection)
    else if ('record' in result) records.push(result.record)
    else records.push(...result.records)
    if (input.takeRecords === undefined || records.length < TAKEN_TOGETHER) continue
    input.takeRecords(records)
    taken += records.length
    records = []
  }
  input.onRow(rows.length)
  return { records, taken, rejected }
}

/** Rows below a vertical merge with the company's cells filled in. */
function fillDown(grid: Grid, body: TableBody, columns: readonly ColumnReading[]): Map<number, Cell[]> {
  const filled = new Map<number, Cell[]>()
  const firstRow = body.data[0] ?? 0
  const targets = new Map(columns.map((column) => [column.index, column.target]))
  for (const merge of grid.merges ?? []) {
    if (merge.top < firstRow || merge.bottom === merge.top || merge.bottom - merge.top > 10_000) continue
    if (!COMPANY_LEVEL.has(targets.get(merge.left) ?? 'extra')) continue
    const value = grid.rows[merge.top]?.[merge.left]
    if (value === undefined) continue
    for (let row = merge.top + 1; row <= merge.bottom; row += 1) {
      const cells = filled.get(row) ?? [...(grid.rows[row] ?? [])]
      while (cells.length <= merge.left) cells.push('')
      cells[merge.left] = value
      filled.set(row, cells)
    }
  }
  return filled
}

function noteTable(
  grid: Grid,
  body: TableBody,
  columns: readonly ColumnReading[],
  input: { warnings: WarningCounter; header: HeaderRange; width: number },
): void {
  const { warnings, header } = input
  const named = header.row === null ? Number.POSITIVE_INFINITY : input.width
  for (const row of body.data) {
    const cells = grid.rows[row] ?? []
    if (cells.length > named && cells.slice(named).some((cell) => cellText(cell) !== ''))
      warnings.note('import.warn.raggedRow', row)
  }
  const data = new Set(body.data)
  for (const row of grid.hiddenRows ?? []) if (data.has(row)) warnings.note('import.warn.hiddenRow', row)
  const shown = new Set(columns.map((column) => column.index))
  for (const column of grid.hiddenColumns ?? [])
    if (shown.has(column))
      warnings.note(
        'import.warn.hiddenColumn',
        header.row ?? 0,
        columns.find((c) => c.index === column)?.header,
      )
  if (body.secondTable !== undefined) warnings.note('import.warn.secondTable', body.secondTable)
}

function tellsWhat(target: Target, isFigures: boolean): boolean {
  return isFigures ? isFigureTarget(target) : isIdentityTarget(target)
}
