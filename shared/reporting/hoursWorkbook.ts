import { priceOfMinutes } from '../measures/acquisitionCost'
import { minorUnitExponent } from '../money/minorUnits'
import type { CurrencyCode } from '../money/values'
import type { Hours } from '../records/hours'
import { HOUR_KINDS } from '../records/hours'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { columnRange, dayCell, formulaCell, majorUnits, moneyFormat, numberCell, textCell } from './cells'
import type { ReportWords } from './words'
import type { Cell, NumberFormat, Sheet, Workbook } from './workbook'

/** The time log with what its ids are called. */
export interface HoursLog {
  readonly lines: readonly Hours[]
  readonly nameOf: (line: Hours) => {
    readonly staff?: string | undefined
    readonly customer?: string | undefined
    readonly place?: string | undefined
  }
  readonly base: CurrencyCode
  /** Price of an hour in the base currency's smallest unit. */
  readonly hourMinor: number | undefined
  readonly today: IsoDate
}

const LOG_SHEET = 'Hours'
const KIND_COLUMN = 1
const MINUTES_COLUMN = 2

/** The time log as a spreadsheet: every line, and by kind what it adds up to and costs, as live formulas. */
export function hoursWorkbook(log: HoursLog, words: ReportWords): Workbook {
  return { direction: words.direction, sheets: [logSheet(log, words), totalsSheet(log, words)] }
}

function logSheet(log: HoursLog, words: ReportWords): Sheet {
  const { text } = words
  const lines = [...log.lines].sort((a, b) => compareDays(a.on, b.on))
  const column = (caption: string, width: number) => ({ caption, width, holds: 'plain' as const })
  return {
    name: LOG_SHEET,
    columns: [
      column(text('costs.day'), 12),
      column(text('hours.kind'), 16),
      column(text('review.column.minutes'), 10),
      column(text('hours.staff'), 20),
      column(text('hours.place'), 28),
      column(text('insights.column.customer'), 28),
      column(text('costs.note'), 40),
    ],
    rows: lines.map((line): Cell[] => {
      const { staff, customer, place } = log.nameOf(line)
      return [
        dayCell(line.on),
        text(`hours.kind.${line.kind}`),
        numberCell(line.minutes),
        textCell(staff),
        textCell(place),
        textCell(customer),
        textCell(line.note),
      ]
    }),
    tableRows: lines.length,
  }
}

function totalsSheet({ lines, base, hourMinor, today }: HoursLog, words: ReportWords): Sheet {
  const { text } = words
  const kinds = HOUR_KINDS.filter((kind) => lines.some((line) => line.kind === kind))
  const column = (caption: string, width: number) => ({ caption, width, holds: 'plain' as const })
  const ranges = {
    kind: columnRange(LOG_SHEET, KIND_COLUMN, lines.length),
    minutes: columnRange(LOG_SHEET, MINUTES_COLUMN, lines.length),
  }
  const price = hourMinor === undefined ? undefined : majorUnits({ minor: hourMinor, currency: base })
  const rows = kinds.map((kind, place): Cell[] => {
    const minutes = lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.minutes, 0)
    return [
      text(`hours.kind.${kind}`),
      formulaCell(`SUMIF(${ranges.kind},A${place + 2},${ranges.minutes})`, minutes, 'integer'),
      ...costCells(minutes, place + 2, { price, base, hourMinor }),
    ]
  })
  const all = lines.reduce((sum, line) => sum + line.minutes, 0)
  const last = rows.length + 2
  const total: Cell[] = [
    { kind: 'text', value: text('insights.total'), strong: true },
    formulaCell(`SUM(${ranges.minutes})`, all, 'integer', 'strong'),
    ...costCells(all, last, { price, base, hourMinor }),
  ]
  return {
    name: 'By kind',
    columns: [
      column(text('hours.kind'), 24),
      column(text('review.column.minutes'), 12),
      column(text('hours.price', { base }), 16),
      column(text('hours.cost', { base }), 16),
    ],
    rows: [
      ...rows,
      total,
      [],
      [text('report.madeOn'), dayCell(today)],
      ...(price === undefined ? [[text('insights.note.noHourRate')]] : []),
    ],
    tableRows: rows.length,
  }
}

function costCells(
  minutes: number,
  row: number,
  of: { price: number | undefined; base: CurrencyCode; hourMinor: number | undefined },
): Cell[] {
  const { price, base, hourMinor } = of
  const cost = priceOfMinutes(minutes, hourMinor, base)
  if (price === undefined || cost.value === undefined) return [null, null]
  const format: NumberFormat = moneyFormat(base)
  const formula = `ROUND(B${row}*C${row}/60,${minorUnitExponent(base)})`
  return [numberCell(price, format), formulaCell(formula, majorUnits(cost.value), format)]
}
