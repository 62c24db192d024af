import { type Cell, cellText } from './cell'
import type { ImportRecord } from './importRecord'
import { readOwnValues } from './ownColumns'
import type { Rejection } from './reading'
import { readNotice } from './readNotice'
import { readDetails, readExternalIds, readInteraction } from './rowDetails'
import { readAllHandles, readCompany, readCountry, readPerson } from './rowIdentity'
import { addExtra, byTargets, type RowContext, type RowValue, rowValues } from './rowValues'
import { rowView } from './rowView'

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
  const of = byTargets(values)
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
    ...readNotice(of, context, sinks),
    ...readOwnValues(values, context, sinks),
    ...(externalIds.length > 0 ? { externalIds } : {}),
    extra,
  }
  return finish(draft, context, cells)
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
  const isKnownById = preset.knownByIdAlone === true && record.externalIds?.some(({ value }) => value !== '')
  return record.person || record.company || record.handles.length > 0 || isKnownById === true
    ? { record }
    : reject('import.reject.noIdentity')
}
