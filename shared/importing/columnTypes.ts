import { type Cell, cellText } from './cell'
import type { DateOrder } from './reading'
import { type DecimalMark, decimalMarkOf, type MarkReading } from './values/money'

/** Columns are judged by this many values. */
const SAMPLE = 2000
const NUMERIC_DATE = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/

/** What a column of dates tells about day and month. */
export interface DateOrderReading {
  /** Undefined when nothing decides: ask. */
  readonly order?: DateOrder
  readonly why:
    | 'import.why.dayOver12'
    | 'import.why.yearFirst'
    | 'import.why.dots'
    | 'import.why.noSlashes'
    | 'import.why.contradiction'
    | 'import.why.nothingDecides'
  /** What is likelier, for the question. */
  readonly assumed: DateOrder
}

/**
 * Decides day/month order for a whole column: one first part over 12 means d/m, one second part over 12 m/d,
 * dots mean d.m; nothing of that means the person must say.
 */
export function dateOrderOf(values: readonly string[], delimiter?: string): DateOrderReading {
  let firstOver = 0
  let secondOver = 0
  let dotted = 0
  let numeric = 0
  let yearFirst = 0
  for (const value of values) {
    if (/^\d{4}[-/.年]/.test(value)) yearFirst += 1
    const match = NUMERIC_DATE.exec(value)
    if (!match) continue
    if (Number(match[1]) + Number(match[2]) === 0) continue
    numeric += 1
    if (Number(match[1]) > 12) firstOver += 1
    if (Number(match[2]) > 12) secondOver += 1
    if (/^\d{1,2}\./.test(value)) dotted += 1
  }
  const assumed: DateOrder = delimiter === ';' ? 'dmy' : 'mdy'
  if (numeric === 0) {
    return yearFirst > 0
      ? { order: 'ymd', why: 'import.why.yearFirst', assumed: 'ymd' }
      : { order: 'ymd', why: 'import.why.noSlashes', assumed: 'ymd' }
  }
  if (firstOver > 0 && secondOver > 0) return { why: 'import.why.contradiction', assumed }
  if (firstOver > 0) return { order: 'dmy', why: 'import.why.dayOver12', assumed: 'dmy' }
  if (secondOver > 0) return { order: 'mdy', why: 'import.why.dayOver12', assumed: 'mdy' }
  if (dotted === numeric) return { order: 'dmy', why: 'import.why.dots', assumed: 'dmy' }
  return { why: 'import.why.nothingDecides', assumed }
}

/** Decimal mark for a column; `,` is assumed in files delimited by semicolons. */
export function columnDecimalMark(values: readonly string[], delimiter?: string): MarkReading {
  const assumed: DecimalMark = delimiter === ';' ? ',' : '.'
  return decimalMarkOf(values, assumed)
}

/** The filled values of one column, typed numbers and dates included, at most 2,000. */
export function columnValues(
  rows: readonly (readonly Cell[])[],
  data: readonly number[],
  column: number,
): string[] {
  const values: string[] = []
  for (const row of data) {
    const text = cellText(rows[row]?.[column])
    if (text !== '') values.push(text)
    if (values.length >= SAMPLE) break
  }
  return values
}
