import { dayIn } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { readMoment } from './rowDetails'
import type { RowContext, RowValue } from './rowValues'
import { parseDate } from './values/date'

/** The day of an order or a payment as it was where it was written down. What can't be read is said. */
export function readDay(value: RowValue | undefined, row: number, context: RowContext): IsoDate | undefined {
  if (value === undefined) return undefined
  const warn = (code: string) => context.warnings.note(code, row, value.column.header)
  const moment = readMoment(value, context, { keep: () => undefined, warn })
  if (typeof moment !== 'number') return moment?.slice(0, 10)
  // A time with its offset was that day where it was written, whatever day it was in Greenwich.
  const there = parseDate(value.text.replace(/\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/, ''))
  return there?.kind === 'local' || there?.kind === 'date' ? there.text.slice(0, 10) : dayIn('UTC', moment)
}
