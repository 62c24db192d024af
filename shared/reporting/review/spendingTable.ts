import { costWithin } from '../../measures/costViews'
import { costsInScope } from '../../measures/places'
import { findRate } from '../../money/rates'
import type { Money } from '../../money/values'
import type { Cost } from '../../records/cost'
import { compareDays } from '../../time/calendarDay'
import { dayCell, formulaCell, majorUnits, moneyFormat, numberCell, textCell } from '../cells'
import { costRemark } from '../costWords'
import type { Cell } from '../workbook'
import { isInEither } from './customersTable'
import { bySide, periodOf, type ReviewBook } from './reviewBook'
import { SIDES, type Side } from './reviewRequest'
import { letterOf, PERIOD_CELLS, type ReviewTable, type TableColumn } from './reviewTable'

const COUNTED = { now: 'countedNow', before: 'countedBefore' } as const
const IN_BASE = { now: 'now', before: 'before' } as const

/** The columns that formulas of figures read. */
export const SPENDING = { counted: COUNTED, inBase: IN_BASE } as const

/**
 * The costs of both periods: what of each falls into them in its own currency, the rate of its day, and what that comes
 * to. When paid: a formula that looks at the day. Spread over its term: the part that the notebook worked out.
 */
export function spendingTable(book: ReviewBook): ReviewTable {
  const columns: readonly TableColumn[] = [
    { id: 'day', caption: 'costs.day', width: 12 },
    { id: 'category', caption: 'costs.category', width: 24 },
    { id: 'channel', caption: 'insights.column.channel', width: 22 },
    { id: 'touchpoint', caption: 'review.column.touchpoint', width: 26 },
    { id: 'note', caption: 'costs.note', width: 30, holds: 'longText' },
    { id: 'amount', caption: 'costs.amount', width: 14 },
    { id: 'currency', caption: 'costs.currency', width: 10 },
    { id: 'rate', caption: 'rate.rate', width: 12 },
    { id: 'countedNow', caption: 'review.column.countedNow', width: 16 },
    { id: 'countedBefore', caption: 'review.column.countedBefore', width: 16 },
    { id: 'now', caption: 'review.column.nowInBase', params: { base: book.base }, width: 16 },
    { id: 'before', caption: 'review.column.beforeInBase', params: { base: book.base }, width: 16 },
    { id: 'remark', caption: 'report.remark', width: 50, holds: 'longText' },
  ]
  const rows = countedCosts(book).map((cost, place) => spendingRow(cost, place + 2, columns, book))
  return { name: 'Costs', columns, rows }
}

/** The costs of the scope that fall into either period, those without an amount yet included. */
export function countedCosts(book: ReviewBook): readonly Cost[] {
  const { scope, places, request } = book
  const live = book.costs.filter((cost) => cost.deletedAt === undefined)
  // Costs of zero are in no scope, since they are in no figure; here they are named, so that somebody completes them.
  const known = costsInScope(live, scope, places)
  const unknown = costsInScope(
    live
      .filter(({ amount }) => amount.minor === 0)
      .map((cost) => ({ ...cost, amount: { ...cost.amount, minor: 1 } })),
    scope,
    places,
  ).map((cost) => ({ ...cost, amount: { ...cost.amount, minor: 0 } }))
  return [
    ...known.filter((cost) =>
      SIDES.some((side) => costWithin(cost, periodOf(book, side), request.view).minor !== 0),
    ),
    ...unknown.filter(({ on }) => isInEither(on, book)),
  ].sort((a, b) => compareDays(a.on, b.on))
}

function spendingRow(
  cost: Cost,
  row: number,
  columns: readonly TableColumn[],
  book: ReviewBook,
): readonly Cell[] {
  const { words, base, rates, request } = book
  const { currency } = cost.amount
  const found = findRate(rates, currency, base, cost.on, { base })
  const rate = 'found' in found ? Number(found.found.numerator) / Number(found.found.denominator) : undefined
  const at = (id: string) => `${letterOf(columns, id)}${row}`
  const parts = bySide((side) => costWithin(cost, periodOf(book, side), request.view))
  const counted = (side: Side): Cell => {
    const value = partValue(parts[side]) ?? ''
    if (request.view === 'accrual') return value === '' ? null : numberCell(value, moneyFormat(currency))
    const { from, to } = PERIOD_CELLS[side]
    const day = at('day')
    const amount = at('amount')
    return formulaCell(
      `IF(AND(${amount}<>"",${day}>=${from},${day}<=${to}),${amount},"")`,
      value,
      moneyFormat(currency),
    )
  }
  const inBase = (side: Side): Cell => {
    const part = at(COUNTED[side])
    const value = partValue(parts[side])
    return formulaCell(
      `IF(OR(${part}="",${at('rate')}=""),"",${part}*${at('rate')})`,
      value === undefined || rate === undefined ? '' : value * rate,
      moneyFormat(base),
    )
  }
  const place = book.places.touchpoints.get(cost.touchpointId ?? '')
  return [
    dayCell(cost.on),
    words.text(`cost.category.${cost.category}`),
    textCell(book.channelNames.get(cost.channelId ?? place?.channelId ?? '')),
    textCell(book.touchpointNames.get(cost.touchpointId ?? '')),
    textCell(cost.note),
    cost.amount.minor === 0 ? null : numberCell(majorUnits(cost.amount), moneyFormat(currency)),
    currency,
    rate === undefined ? null : numberCell(rate, 'rate'),
    counted('now'),
    counted('before'),
    inBase('now'),
    inBase('before'),
    textCell(costRemark(cost, base, rates, words)),
  ]
}

function partValue(part: Money): number | undefined {
  return part.minor === 0 ? undefined : majorUnits(part)
}
