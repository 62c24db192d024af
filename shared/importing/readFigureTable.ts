import { cellText, type Grid } from './cell'
import { columnValues } from './columnTypes'
import { periodAbove, periodIn } from './figurePeriod'
import type { FormatId } from './formats'
import type { ImportRecord } from './importRecord'
import { type FigureContext, mapFigure } from './readFigures'
import type { ImportOverrides, Rejection } from './reading'
import type { RowContext } from './rowValues'
import { sumFigures } from './sumFigures'
import type { TableBody } from './tableEnds'

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
): { records: ImportRecord[]; rejected: Rejection[] } {
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
  return { records: summed, rejected }
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
