import { type Cell, cellText } from './cell'
import type { ImportRecord } from './importRecord'
import { mapRow } from './mapRow'
import type { ImportOverrides, Rejection } from './reading'
import { joinRows, type OrderRow, orderOf, readOrderRow } from './readOrders'
import type { RowContext } from './rowValues'

/** One row of the file as both readers see it: whose it is, and what was ordered. */
interface ReadRow {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly order: OrderRow
  readonly record: ImportRecord | undefined
  readonly code: string | undefined
}

/** Reads all rows of a table of orders: rows of one number are one order, wherever they stand. */
export function readOrderTable(
  rows: readonly {
    readonly row: number
    readonly cells: readonly Cell[]
    readonly section?: string | undefined
  }[],
  context: RowContext,
  input: { readonly overrides: ImportOverrides; readonly onRow: (done: number) => void },
): { records: ImportRecord[]; rejected: Rejection[] } {
  const groups = new Map<string, ReadRow[]>()
  for (const [done, { row, cells, section }] of rows.entries()) {
    input.onRow(done)
    const mapped = mapRow(row, cells, context, section)
    const order = readOrderRow(row, cells, context)
    const read = {
      row,
      cells,
      order,
      record: 'record' in mapped ? mapped.record : undefined,
      code: 'record' in mapped ? undefined : mapped.rejection.code,
    }
    const key = order.number ?? `row ${row}`
    groups.set(key, [...(groups.get(key) ?? []), read])
  }
  const records: ImportRecord[] = []
  const rejected: Rejection[] = []
  for (const group of groups.values()) {
    const made = recordOf(group, input.overrides.currency ?? context.preset.currency)
    if (typeof made !== 'string') records.push(made)
    else
      for (const { row, cells } of group)
        rejected.push({ row, code: made, cells: cells.map((cell) => cellText(cell)) })
  }
  return { records, rejected }
}

function recordOf(group: readonly ReadRow[], currency: string | undefined): ImportRecord | string {
  const record = joinRows(group.flatMap((row) => row.record ?? []))
  if (record === undefined) return group[0]?.code ?? 'import.reject.noIdentity'
  const order = orderOf(
    group.map((row) => row.order),
    currency,
  )
  return typeof order === 'string' ? order : { ...record, order }
}
