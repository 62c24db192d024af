import { type Cell, cellText } from './cell'
import type { ImportRecord } from './importRecord'
import type { ColumnReading, Rejection } from './reading'
import { readDetails, readExternalIds, readInteraction } from './rowDetails'
import { readAllHandles, readCompany, readCountry, readPerson } from './rowIdentity'
import { addExtra, type Of, type RowContext, type RowValue } from './rowValues'
import { rowView } from './rowView'
import type { Target } from './targets'

/** One row -> a record, or the reason why not. Never throws, whatever stands in the cells. */
export function mapRow(
  row: number,
  cells: readonly Cell[],
  context: RowContext,
  section?: string,
): { record: ImportRecord } | { rejection: Rejection } {
  const values = rowValues(cells, context.columns)
  const extra: Record<string, string> = {}
  const sinks = {
    extra,
    keep: (value: RowValue | undefined) => {
      if (value) addExtra(extra, value.column.header, value.text)
    },
    warn: (code: string, value?: RowValue) => context.warnings.note(code, row, value?.column.header),
  }
  const byTarget = groupByTarget(values)
  const of: Of = (...targets) => targets.flatMap((target) => byTarget.get(target) ?? [])
  const person = readPerson(of, sinks)
  const country = readCountry(of, sinks)
  const handles = readAllHandles(values, country ?? context.country, context, sinks)
  const company = readCompany(of, { ...sinks, handles, country })
  const happened = readInteraction(of, context, sinks)
  const externalIds = readExternalIds(of, handles, context.preset)
  for (const value of of('extra')) sinks.keep(value)
  if (section !== undefined) addExtra(extra, 'section', section)
  const draft: ImportRecord = {
    row,
    ...(person ? { person } : {}),
    ...(company ? { company } : {}),
    handles,
    ...(country ? { country } : {}),
    ...readDetails(of, context, sinks),
    ...happened,
    ...(externalIds.length > 0 ? { externalIds } : {}),
    extra,
  }
  return finish(draft, context, cells)
}

function groupByTarget(values: readonly RowValue[]): Map<Target, RowValue[]> {
  const groups = new Map<Target, RowValue[]>()
  for (const value of values) {
    const group = groups.get(value.column.target)
    if (group) group.push(value)
    else groups.set(value.column.target, [value])
  }
  return groups
}

function rowValues(cells: readonly Cell[], columns: readonly ColumnReading[]): RowValue[] {
  const values: RowValue[] = []
  for (const column of columns) {
    if (column.target === 'none' || column.target === 'label') continue
    const text = cellText(cells[column.index])
    if (text === '') continue
    const label = column.labelFrom === undefined ? undefined : cellText(cells[column.labelFrom])
    values.push({ column, text, ...(label ? { label } : {}) })
  }
  return values
}

function finish(
  draft: ImportRecord,
  context: RowContext,
  cells: readonly Cell[],
): { record: ImportRecord } | { rejection: Rejection } {
  const reject = (code: string) => ({
    rejection: { row: draft.row, code, cells: cells.map((cell) => cellText(cell)) },
  })
  const { preset, columns, self } = context
  const refined = preset.refine?.(draft, rowView(cells, columns), self) ?? { record: draft }
  if ('reject' in refined) return reject(refined.reject)
  const { record } = refined
  return record.person || record.company || record.handles.length > 0
    ? { record }
    : reject('import.reject.noIdentity')
}
