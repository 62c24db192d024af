import type { LooseRecord } from '../changes/changeSet'
import { type TableName, tableSchemas } from '../records/tables'
import type { Column } from '../reporting/workbook'

/** The fields of a table's records, in the order of their columns: those of all records first. */
function fieldsOf(table: TableName): string[] {
  return Object.keys(tableSchemas[table].shape)
}

/** The columns of a table as programs read it: every field under its own name. */
export function recordColumns(table: TableName): Column[] {
  return fieldsOf(table).map((caption) => ({ caption, width: 20, holds: 'id' }))
}

/**
 * The cells of a record, verbatim: texts as they are, numbers and yes or no in their plain form, lists and nested
 * values as JSON, an absent field as nothing.
 */
export function recordCells(table: TableName, record: LooseRecord): string[] {
  return fieldsOf(table).map((field) => {
    const value = record[field]
    if (value === undefined) return ''
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
}
