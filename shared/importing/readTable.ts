import { normaliseHeader } from './aliases'
import { type Cell, cellText, type Grid } from './cell'
import { mapColumns } from './columns'
import { columnDecimalMark, columnValues, dateOrderOf } from './columnTypes'
import { currencyDecision } from './currencyDecision'
import { detectFormat, type FormatId, type FormatKind, isFigureKind, totalColumn } from './formats'
import { findHeader, type HeaderRange, headerParts } from './headerRow'
import type { ImportRecord } from './importRecord'
import { mapRow } from './mapRow'
import type { Preset } from './presets/preset'
import { presetFor } from './presets/presetFor'
import { readFigureTable } from './readFigureTable'
import type {
  ColumnReading,
  DateOrder,
  Decision,
  ImportOverrides,
  ReadHints,
  ReadResult,
  Rejection,
} from './reading'
import { readOrderTable } from './readOrderTable'
import { mapPayment } from './readPayments'
import { headerFingerprint } from './rowHash'
import type { RowContext } from './rowValues'
import { rowView } from './rowView'
import { chooseSelf, type SelfChoice } from './self'
import { findBody, type TableBody } from './tableEnds'
import { kindOfTable, TABLE_KINDS } from './tableKind'
import { isFigureTarget, isIdentityTarget, isNumberTarget, type Target } from './targets'
import type { DecimalMark } from './values/money'
import { countWarnings, type WarningCounter } from './warnings'

const PREVIEW_ROWS = 30
const PROGRESS_EVERY = 500
// Of hundreds of people in a mailbox only those who write most can be us.
const MOST_CANDIDATES = 8
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
const DATE_TARGETS = new Set<Target>([
  'inter.when',
  'date',
  'updatedAt',
  'period.from',
  'period.to',
  'order.on',
  'order.payBy',
  'order.shipBy',
  'order.shippedOn',
  'payment.on',
  'payment.refundedOn',
  'engagement.registered',
  'member.joined',
  'member.left',
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
  const columns = mapColumns({ grid, parts, data: body.data, preset, overrides, kind })
  const dates = decideDates(grid, body, columns, { preset, overrides, hints })
  const marks = decideMarks(grid, body, columns, { overrides, hints })
  const self = decideSelf(grid, body, columns, { preset, overrides, hints })
  const touchpoint = preset.touchpoint?.([...titleRows, hints.fileName ?? ''])
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
    ...(touchpoint ? { touchpoint } : {}),
    ...(hints.fileName === undefined ? {} : { title: hints.fileName.replace(/\.[^.]{1,5}$/, '') }),
    ...(overrides.country ? { country: overrides.country } : {}),
    ...(hints.year === undefined ? {} : { year: hints.year }),
    ...(hints.today === undefined ? {} : { today: hints.today }),
    ...(self?.name === undefined ? {} : { self: self.name }),
    warnings,
  }
  const onRow = (done: number) => {
    if (done % PROGRESS_EVERY === 0 || done === body.data.length) hints.onProgress?.(done, body.data.length)
  }
  const tools = { format, titleRows, overrides, onRow }
  const { records, rejected } = readBody(grid, body, context, { ...tools, kind })
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
      ...(records.length === 0 && !columns.some(({ target }) => tellsWhat(target, isFigures))
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
  },
): { records: ImportRecord[]; rejected: Rejection[] } {
  if (isFigureKind(input.kind)) return readFigureTable(grid, body, context, input)
  const filled = fillDown(grid, body, context.columns)
  const rows = body.data.map((row) => ({
    row,
    cells: filled.get(row) ?? grid.rows[row] ?? [],
    section: body.sections.get(row),
  }))
  if (input.kind === 'orders') return readOrderTable(rows, context, input)
  const payments =
    input.kind === 'payments'
      ? {
          ...context,
          format: input.format,
          currency: input.overrides.currency ?? context.preset.currency,
          lines: new Map<string, number>(),
        }
      : undefined
  const records: ImportRecord[] = []
  const rejected: Rejection[] = []
  for (const [done, { row, cells, section }] of rows.entries()) {
    input.onRow(done)
    const result =
      payments === undefined ? mapRow(row, cells, context, section) : mapPayment(row, cells, payments)
    if ('rejection' in result) rejected.push(result.rejection)
    else if ('record' in result) records.push(result.record)
    else records.push(...result.records)
  }
  input.onRow(rows.length)
  return { records, rejected }
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

interface Deciding {
  readonly preset?: Preset
  readonly overrides: ImportOverrides
  readonly hints: ReadHints
}

function decideDates(
  grid: Grid,
  body: TableBody,
  columns: readonly ColumnReading[],
  input: Deciding,
): { orders: Map<number, DateOrder | undefined>; decisions: Decision[] } {
  const orders = new Map<number, DateOrder | undefined>()
  const decisions: Decision[] = []
  for (const column of columns) {
    if (!DATE_TARGETS.has(column.target)) continue
    const reading = dateOrderOf(columnValues(grid.rows, body.data, column.index), input.hints.delimiter)
    const chosen = input.overrides.dateOrder ?? input.preset?.dateOrder ?? reading.order
    orders.set(column.index, chosen)
    const why = input.overrides.dateOrder
      ? 'import.why.chosen'
      : input.preset?.dateOrder
        ? 'import.why.preset'
        : reading.why
    decisions.push({
      what: 'dateOrder',
      column: column.index,
      chosen: chosen ?? null,
      why,
      params: { column: column.header, assumed: reading.assumed },
      alternatives: ['dmy', 'mdy', 'ymd'].filter((order) => order !== chosen),
      ...(chosen === undefined ? { ask: true } : {}),
    })
  }
  return { orders, decisions }
}

function decideMarks(
  grid: Grid,
  body: TableBody,
  columns: readonly ColumnReading[],
  input: Deciding,
): { marks: Map<number, DecimalMark>; decisions: Decision[] } {
  const marks = new Map<number, DecimalMark>()
  const decisions: Decision[] = []
  const numbers = columns.filter(({ target }) => isNumberTarget(target))
  const valuesOf = ({ index }: ColumnReading) => columnValues(grid.rows, body.data, index)
  // One program writes all numbers of a file alike: a column that proves nothing follows those that do.
  const pooled = columnDecimalMark(numbers.flatMap(valuesOf), input.hints.delimiter)
  for (const column of numbers) {
    const own = columnDecimalMark(valuesOf(column), input.hints.delimiter)
    const reading = own.sure ? own : pooled
    if (column.target !== 'amount') {
      marks.set(column.index, input.overrides.decimalMark ?? reading.mark)
      continue
    }
    const chosen = input.overrides.decimalMark ?? reading.mark
    marks.set(column.index, chosen)
    decisions.push({
      what: 'decimalMark',
      column: column.index,
      chosen,
      why: input.overrides.decimalMark
        ? 'import.why.chosen'
        : reading.sure
          ? 'import.why.values'
          : 'import.why.nothingDecides',
      params: { column: column.header },
      alternatives: [chosen === '.' ? ',' : '.'],
      ...(reading.sure || input.overrides.decimalMark ? {} : { ask: true }),
    })
  }
  return { marks, decisions }
}

/** Which of the people in a table of talk is us: the one who is in nearly all of its rows, unless the person says. */
function decideSelf(
  grid: Grid,
  body: TableBody,
  columns: readonly ColumnReading[],
  input: Deciding,
): SelfChoice | undefined {
  const { preset, overrides, hints } = input
  if (preset?.participants === undefined) return undefined
  const counts = new Map<string, number>()
  for (const row of body.data) {
    for (const name of new Set(preset.participants(rowView(grid.rows[row] ?? [], columns))))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  const isEverywhere = first !== undefined && first[1] > body.data.length / 2 && first[1] > (second?.[1] ?? 0)
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  return chooseSelf(names.slice(0, MOST_CANDIDATES), {
    chosen: overrides.self,
    fileName: hints.fileName,
    everywhere: isEverywhere ? first[0] : undefined,
  })
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

function formatDecision(format: FormatId, overrides: ImportOverrides): Decision {
  const why = overrides.format
    ? 'import.why.chosen'
    : format === 'table'
      ? 'import.why.noSignature'
      : 'import.why.signature'
  return { what: 'format', chosen: format, why, alternatives: format === 'table' ? [] : ['table'] }
}

function kindDecision(kind: FormatKind, overrides: ImportOverrides): Decision {
  return {
    what: 'kind',
    chosen: kind,
    why: overrides.kind === undefined ? 'import.why.columns' : 'import.why.chosen',
    alternatives: TABLE_KINDS.filter((one) => one !== kind),
  }
}

function tellsWhat(target: Target, isFigures: boolean): boolean {
  return isFigures ? isFigureTarget(target) : isIdentityTarget(target)
}

function headerDecision(header: HeaderRange): Decision {
  const alternatives = header.row === null ? header.alternatives : [...header.alternatives, null]
  return { what: 'headerRow', chosen: header.row, why: header.why, alternatives }
}
