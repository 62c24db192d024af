import { moneyFromDecimal } from '../money/decimal'
import type { Money } from '../money/values'
import { dayIn } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type Cell, cellText } from './cell'
import { costCategoryOf } from './costCategories'
import type { ImportCost, ImportCounts, ImportFigure, ImportPeriod } from './domainParts'
import { inOrder, periodIn } from './figurePeriod'
import type { FormatId } from './formats'
import type { ImportRecord } from './importRecord'
import type { Rejection } from './reading'
import { readMoment } from './rowDetails'
import { contentHash } from './rowHash'
import {
  addExtra,
  byTargets,
  type Of,
  type RowContext,
  type RowValue,
  rowValues,
  type Sinks,
} from './rowValues'
import type { Target } from './targets'
import { currencyOf, parseMoney } from './values/money'

/** What is the same for all rows of a table of figures. */
export interface FigureContext extends RowContext {
  readonly format: FormatId
  /** The days that the lines above the table speak of, or that the person gave. */
  readonly period?: ImportPeriod | undefined
  /** Every row begins on one day: then that day is the beginning of the file's period and no day of its own. */
  readonly isOnePeriod: boolean
  readonly account?: string | undefined
  /** The currency of amounts that name none: what the person said, else the source's own. */
  readonly currency?: string | undefined
  /** Of periods set side by side the last day of the newest. */
  readonly newest?: IsoDate | undefined
  /** How often each line of a list has come: two equal ones are two payments. */
  readonly lines: Map<string, number>
}

const COUNTS = [
  'impressions',
  'clicks',
  'visits',
  'visitors',
  'engagedVisits',
  'enquiries',
  'orders',
] as const
const SUBJECTS: readonly Target[] = ['figure.campaign', 'figure.what']

/**
 * One row of costs or counts, or the reason why it gives nothing. A rate, and whatever else has no place, is kept in
 * `extra`. Never throws, whatever stands in the cells.
 */
export function mapFigure(
  row: number,
  cells: readonly Cell[],
  context: FigureContext,
): { record: ImportRecord } | { rejection: Rejection } {
  const of = byTargets(rowValues(cells, context.columns))
  const extra: Record<string, string> = {}
  const sinks: Sinks = {
    keep: (value) => value && addExtra(extra, value.column.header, value.text),
    warn: (code, value) => context.warnings.note(code, row, value?.column.header),
  }
  const reject = (code: string) => ({
    rejection: { row, code, cells: cells.map((cell) => cellText(cell)) },
  })
  const period = readPeriod(of, context, sinks)
  if (period === 'older') return reject('import.reject.olderPeriod')
  if (period === undefined) return reject('import.reject.noPeriod')
  const spent = readCost(of, context, sinks)
  if (typeof spent === 'string') return reject(spent)
  const counts = readCounts(of, context, sinks)
  if (spent === undefined && counts === undefined) return reject('import.reject.noFigure')
  for (const value of of('extra')) sinks.keep(value)
  const figure: ImportFigure = {
    name: nameOf(of, spent, context),
    period,
    ...(spent === undefined ? {} : { cost: spent }),
    ...(counts === undefined ? {} : { counts }),
  }
  const { preset, touchpoint } = context
  const named = of('touch')[0]?.text
  const place = named === undefined ? touchpoint : { name: named }
  return {
    record: {
      row,
      handles: [],
      ...(preset.channel === undefined ? {} : { channel: preset.channel }),
      ...(place === undefined ? {} : { touchpoint: place }),
      figure,
      extra,
    },
  }
}

function readPeriod(of: Of, context: FigureContext, sinks: Sinks): ImportPeriod | 'older' | undefined {
  const compared = of('period.compared')[0]
  if (compared !== undefined) {
    const period = periodIn(compared.text)
    return period !== undefined && context.newest !== undefined && period.to < context.newest
      ? 'older'
      : (period ?? context.period)
  }
  const range = of('period.range')[0]
  const named = range && periodIn(range.text)
  if (named !== undefined) return named
  sinks.keep(range)
  const from = readDay(of('period.from', 'date')[0], context, sinks)
  const to = readDay(of('period.to')[0], context, sinks)
  if (from === undefined) return context.period
  if (to !== undefined) return inOrder(from, to)
  const isWhole = context.isOnePeriod && context.period?.from === from
  return isWhole ? context.period : { from, to: from }
}

function readDay(value: RowValue | undefined, context: RowContext, sinks: Sinks): IsoDate | undefined {
  if (value === undefined) return undefined
  const moment = readMoment(value, context, sinks)
  return typeof moment === 'number' ? dayIn('UTC', moment) : moment?.slice(0, 10)
}

/** A cost, none where nothing was spent, or the code of what is wrong with it. */
function readCost(of: Of, context: FigureContext, sinks: Sinks): ImportCost | string | undefined {
  const [value, ...others] = of('amount')
  others.forEach(sinks.keep)
  const money = value && readMoney(value, of, context)
  if (value === undefined || money === undefined) {
    sinks.keep(value)
    return undefined
  }
  if (money === 'noCurrency') return 'import.reject.noCurrency'
  if (money.minor < 0) return 'import.reject.negative'
  if (money.minor === 0) return undefined
  const word = of('cost.category')[0]
  const category = word && costCategoryOf(word.text)
  if (category === undefined) sinks.keep(word)
  const note = of('note')
    .map(({ text }) => text)
    .join('\n')
  const campaign = of('figure.campaign')[0]?.text
  return {
    amount: money,
    category: category ?? context.preset.costCategory ?? 'other',
    ...(campaign === undefined ? {} : { campaign }),
    ...(note === '' ? {} : { note }),
  }
}

function readCounts(of: Of, context: FigureContext, sinks: Sinks): ImportCounts | undefined {
  const counts: { -readonly [K in keyof ImportCounts]: ImportCounts[K] } = {}
  for (const count of COUNTS) {
    const [value, ...others] = of(`count.${count}`)
    others.forEach(sinks.keep)
    const number = value && readNumber(value, context)
    if (number !== undefined && Number.isInteger(number)) counts[count] = number
    else sinks.keep(value)
  }
  const conversions = of('count.conversions')[0]
  const number = conversions && readNumber(conversions, context)
  if (number !== undefined) counts.conversions = number
  const revenue = of('count.revenue')[0]
  const money = revenue && readMoney(revenue, of, context)
  if (money !== undefined && typeof money === 'object' && money.minor >= 0) counts.revenue = money
  // Nothing in no currency is worth no line.
  else if (revenue !== undefined && !/^[0.,]+$/.test(revenue.text)) sinks.keep(revenue)
  return Object.keys(counts).length === 0 ? undefined : counts
}

// 48,210 and 48.210: a count has no decimals, so the sign divides thousands.
const GROUPED = /^\d{1,3}([.,\s'’]\d{3})+$/

function readNumber(value: RowValue, context: RowContext): number | undefined {
  const text = value.text.normalize('NFKC').trim()
  if (GROUPED.test(text)) return Number(text.replace(/\D/g, ''))
  const reading = parseMoney(text, context.decimalMarks.get(value.column.index) ?? '.')
  const number = reading === undefined || reading.percent ? Number.NaN : Number(reading.amount)
  return number >= 0 && number <= Number.MAX_SAFE_INTEGER ? number : undefined
}

function readMoney(value: RowValue, of: Of, context: FigureContext): Money | 'noCurrency' | undefined {
  const reading = parseMoney(value.text, context.decimalMarks.get(value.column.index) ?? '.')
  if (reading === undefined || reading.percent) return undefined
  const stated = of('currency')[0]?.text ?? ''
  const code = /^[A-Za-z]{3}$/.test(stated) ? stated.toUpperCase() : currencyOf(stated)
  const currency = reading.currency ?? code ?? currencyOf(value.column.header) ?? context.currency
  if (currency === undefined) return Number(reading.amount) === 0 ? undefined : 'noCurrency'
  const money = moneyFromDecimal(reading.amount, currency === 'RMB' ? 'CNY' : currency)
  return money.ok ? money.value : undefined
}

function nameOf(of: Of, cost: ImportCost | undefined, context: FigureContext): ImportFigure['name'] {
  const { format, preset, touchpoint } = context
  const account = of('figure.account')[0]?.text ?? context.account
  if (preset.eachLine === true) {
    const book = [format, account ?? touchpoint?.name ?? ''].join('/')
    const voucher = of('cost.voucher')[0]?.text
    if (voucher !== undefined) return { book, level: 'line', subject: voucher }
    const line = contentHash({ cost, days: of('date', 'period.from').map(({ text }) => text) })
    const count = (context.lines.get(line) ?? 0) + 1
    context.lines.set(line, count)
    return { book, level: 'line', subject: count === 1 ? line : `${line}#${count}` }
  }
  const parts = of(...SUBJECTS)
  return {
    book: account === undefined ? format : `${format}/${account}`,
    // A campaign is one in every language of the network's reports; what a report divides by has only its heading.
    level: parts
      .map(({ column: { target, header } }) => (target === 'figure.campaign' ? 'campaign' : header))
      .join('+'),
    subject: parts.length === 0 ? (preset.subject ?? '') : parts.map(({ text }) => text).join(' · '),
  }
}
