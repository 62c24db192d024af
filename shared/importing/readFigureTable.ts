import { cellText, type Grid } from './cell'
import { columnValues } from './columnTypes'
import { periodAbove, periodIn } from './figurePeriod'
import type { FormatId } from './formats'
import type { ImportRecord } from './importRecord'
import { type FigureContext, mapFigure } from './readFigures'
import type { Decision, ImportOverrides, Rejection } from './reading'
import type { RowContext } from './rowValues'
import { sumFigures } from './sumFigures'
import type { TableBody } from './tableEnds'

/** Currencies that are offered first where a file names none. */
const CURRENCIES = ['USD', 'EUR', 'CNY', 'GBP', 'HKD', 'JPY']

/** Reads all rows of a table of costs or counts. Rows of one name and period become one. */
export function readFigureTable(
  grid: Grid,
  body: TableBody,
  context: RowContext,
  input: {
    readonly format: FormatId
    readonly titleRows: readonly string[]
    readonly overrides: ImportOverrides
    readonly onRow: (done: number) => void
  },
): { records: ImportRecord[]; rejected: Rejection[]; decisions: Decision[] } {
  const { format, titleRows, overrides, onRow } = input
  const { preset } = context
  const above = periodAbove(titleRows)
  const figures: FigureContext = {
    ...context,
    format,
    period: overrides.period ?? above,
    isOnePeriod: valuesOf(grid, body, context, 'period.from').size === 1,
    account: preset.account?.(titleRows),
    currency: overrides.currency ?? preset.currency,
    newest: newestOf(grid, body, context),
    lines: new Map(),
  }
  const records: ImportRecord[] = []
  const rejected: Rejection[] = []
  for (const [done, row] of body.data.entries()) {
    onRow(done)
    const result = mapFigure(row, grid.rows[row] ?? [], figures)
    if ('record' in result) records.push(result.record)
    else rejected.push(result.rejection)
  }
  onRow(body.data.length)
  const summed = preset.eachLine === true ? records : sumFigures(records)
  if (summed.length < records.length) {
    for (let more = summed.length; more < records.length; more += 1)
      context.warnings.note('import.warn.summedRows', records[0]?.row ?? 0)
  }
  return { records: summed, rejected, decisions: [...currencyDecision(rejected, overrides)] }
}

/** Asked where an amount names no currency, and kept on the list once it was answered. */
function currencyDecision(rejected: readonly Rejection[], { currency }: ImportOverrides): Decision[] {
  const isOpen = rejected.some(({ code }) => code === 'import.reject.noCurrency')
  if (!isOpen && currency === undefined) return []
  return [
    {
      what: 'currency',
      chosen: currency ?? null,
      why: currency === undefined ? 'import.why.noCurrency' : 'import.why.chosen',
      alternatives: CURRENCIES.filter((one) => one !== currency),
      ...(currency === undefined ? { ask: true } : {}),
    },
  ]
}

function valuesOf(grid: Grid, body: TableBody, { columns }: RowContext, target: string): Set<string> {
  const found = columns.filter((column) => column.target === target)
  return new Set(found.flatMap(({ index }) => columnValues(grid.rows, body.data, index)))
}

function newestOf(grid: Grid, body: TableBody, { columns }: RowContext): string | undefined {
  const compared = columns.find(({ target }) => target === 'period.compared')
  if (compared === undefined) return undefined
  const ends = body.data.flatMap((row) => periodIn(cellText(grid.rows[row]?.[compared.index]))?.to ?? [])
  return ends.sort().at(-1)
}
