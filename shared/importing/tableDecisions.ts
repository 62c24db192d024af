import type { OwnField } from '../ownFields/ownField'
import type { Grid } from './cell'
import { columnDecimalMark, columnValues, dateOrderOf } from './columnTypes'
import type { FormatId, FormatKind } from './formats'
import type { HeaderRange } from './headerRow'
import type { Preset } from './presets/preset'
import type { ColumnReading, DateOrder, Decision, ImportOverrides, ReadHints } from './reading'
import { rowView } from './rowView'
import { chooseSelf, type SelfChoice } from './self'
import type { TableBody } from './tableEnds'
import { TABLE_KINDS } from './tableKind'
import { isNumberTarget, type Target } from './targets'
import type { DecimalMark } from './values/money'

// Of hundreds of people in a mailbox only those who write most can be us.
const MOST_CANDIDATES = 8
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

/** What decisions about a table go by. */
interface Deciding {
  readonly preset?: Preset
  readonly overrides: ImportOverrides
  readonly hints: ReadHints
  readonly own?: ReadonlyMap<Target, OwnField>
}

/** In which order each column of days is written: as the person says, as the program that wrote the file does, or as its values tell. */
export function decideDates(
  grid: Grid,
  body: TableBody,
  columns: readonly ColumnReading[],
  input: Deciding,
): { orders: Map<number, DateOrder | undefined>; decisions: Decision[] } {
  const orders = new Map<number, DateOrder | undefined>()
  const decisions: Decision[] = []
  for (const column of columns) {
    if (!DATE_TARGETS.has(column.target) && input.own?.get(column.target)?.kind !== 'date') continue
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

/** Which decimal mark each column of numbers has; asked only where amounts leave it open. */
export function decideMarks(
  grid: Grid,
  body: TableBody,
  columns: readonly ColumnReading[],
  input: Deciding,
): { marks: Map<number, DecimalMark>; decisions: Decision[] } {
  const marks = new Map<number, DecimalMark>()
  const decisions: Decision[] = []
  const isOwnNumber = (target: Target) => input.own?.get(target)?.kind === 'number'
  const numbers = columns.filter(({ target }) => isNumberTarget(target) || isOwnNumber(target))
  const valuesOf = ({ index }: ColumnReading) => columnValues(grid.rows, body.data, index)
  // One program writes all numbers of a file alike: a column that proves nothing follows those that do.
  const pooled = columnDecimalMark(numbers.flatMap(valuesOf), input.hints.delimiter)
  for (const column of numbers) {
    const own = columnDecimalMark(valuesOf(column), input.hints.delimiter)
    const reading = own.sure ? own : pooled
    if (column.target !== 'amount' && !isOwnNumber(column.target)) {
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
export function decideSelf(
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

/** What wrote the table, and why it is believed. */
export function formatDecision(format: FormatId, overrides: ImportOverrides): Decision {
  const why = overrides.format
    ? 'import.why.chosen'
    : format === 'table'
      ? 'import.why.noSignature'
      : 'import.why.signature'
  return { what: 'format', chosen: format, why, alternatives: format === 'table' ? [] : ['table'] }
}

/** What a table without a signature is about. */
export function kindDecision(kind: FormatKind, overrides: ImportOverrides): Decision {
  return {
    what: 'kind',
    chosen: kind,
    why: overrides.kind === undefined ? 'import.why.columns' : 'import.why.chosen',
    alternatives: TABLE_KINDS.filter((one) => one !== kind),
  }
}

/** Which row names the columns, and which else could. */
export function headerDecision(header: HeaderRange): Decision {
  const alternatives = header.row === null ? header.alternatives : [...header.alternatives, null]
  return { what: 'headerRow', chosen: header.row, why: header.why, alternatives }
}
