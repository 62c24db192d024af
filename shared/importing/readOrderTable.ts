import { type Cell, cellText } from './cell'
import type { ImportRecord } from './importRecord'
import { mapRow } from './mapRow'
import type { ImportOverrides, Rejection } from './reading'
import { joinRows, type OrderRow, offerOf, orderOf, readOrderRow } from './readOrders'
import { addExtra, type RowContext } from './rowValues'
import { rowView } from './rowView'

/** One row of the file as both readers see it: whose it is, and what was ordered or offered. */
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
    const made = recordOf(group, context, input.overrides.currency)
    if (typeof made !== 'string') records.push(made)
    else
      for (const { row, cells } of group)
        rejected.push({ row, code: made, cells: cells.map((cell) => cellText(cell)) })
  }
  return { records, rejected }
}

function recordOf(
  group: readonly ReadRow[],
  context: RowContext,
  chosen: string | undefined,
): ImportRecord | string {
  const record = joinRows(group.flatMap((row) => row.record ?? []))
  if (record === undefined) return group[0]?.code ?? 'import.reject.noIdentity'
  const rows = group.map(({ order }) => order)
  const currency = chosen ?? context.preset.currency
  const status = context.preset.offer?.(rowView(group[0]?.cells ?? [], context.columns))
  if (status !== undefined) {
    const offer = offerOf(rows, currency, status)
    return typeof offer === 'string' ? offer : { ...record, offer }
  }
  const order = orderOf(rows, currency)
  if (typeof order === 'string') return order
  // An order has a day of its own: when it was offered stays with what nobody asked for.
  const extra = { ...record.extra }
  for (const { offered } of rows) if (offered !== undefined) addExtra(extra, offered.header, offered.text)
  return { ...record, extra, order }
}
