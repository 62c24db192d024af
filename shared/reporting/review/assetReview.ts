import type { CustomerFacts } from '../../measures/facts/customerFacts'
import { figure } from '../../measures/figure'
import { isLost, ownedReach, reachableCarriers } from '../../measures/ownedReach'
import { repeatRate } from '../../measures/repeatRate'
import { scopeRevenue } from '../../measures/scopeRevenue'
import { minorUnitExponent } from '../../money/minorUnits'
import { compareDays } from '../../time/calendarDay'
import type { IsoDate } from '../../time/values'
import { dayCell, majorUnits, moneyFormat, numberCell, textCell } from '../cells'
import type { Cell } from '../workbook'
import { bySide, periodOf, type ReviewBook } from './reviewBook'
import type { ReviewFigure } from './reviewFigure'
import type { Side } from './reviewRequest'
import { PERIOD_CELLS, type ReviewTable, rangeOf, type TableColumn } from './reviewTable'

const ALWAYS = '1900-01-01'
const VALUE = { now: 'valueNow', before: 'valueBefore' } as const
const CARRIERS = { now: 'carriersNow', before: 'carriersBefore' } as const
const LOST = { now: 'lostNow', before: 'lostBefore' } as const

/** Every customer of the notebook as of the end of both periods: the notebook as an asset, line by line. */
export function assetTable(book: ReviewBook): ReviewTable {
  const params = { base: book.base }
  const columns: readonly TableColumn[] = [
    { id: 'customer', caption: 'insights.column.customer', width: 28 },
    { id: 'id', caption: 'review.column.id', width: 24, holds: 'id' },
    { id: 'country', caption: 'insights.column.country', width: 16 },
    { id: 'known', caption: 'review.column.knownSince', width: 12 },
    { id: 'first', caption: 'insights.column.firstOrder', width: 12 },
    { id: 'second', caption: 'review.column.secondOrder', width: 12 },
    { id: 'valueNow', caption: 'review.column.valueNow', params, width: 16 },
    { id: 'valueBefore', caption: 'review.column.valueBefore', params, width: 16 },
    { id: 'carriersNow', caption: 'review.column.carriersNow', width: 12 },
    { id: 'carriersBefore', caption: 'review.column.carriersBefore', width: 12 },
    { id: 'lostNow', caption: 'review.column.lostNow', width: 10 },
    { id: 'lostBefore', caption: 'review.column.lostBefore', width: 10 },
  ]
  return { name: 'Customers', columns, rows: book.facts.map((one) => assetRow(one, book)) }
}

function assetRow(one: CustomerFacts, book: ReviewBook): readonly Cell[] {
  const [first, second] = one.orders
  const value = (side: Side): Cell => {
    const { revenue } = revenueUntil([one], book, side)
    return one.orders.length + one.credits.length === 0 || revenue.value === undefined
      ? null
      : numberCell(majorUnits(revenue.value), moneyFormat(book.base))
  }
  const flag = (holds: boolean): Cell => (holds ? numberCell(1) : null)
  const until = (side: Side) => periodOf(book, side).to
  return [
    textCell(book.nameOf(one.customerId)),
    one.customerId,
    textCell(one.country === undefined ? undefined : book.words.country(one.country)),
    dayCell(knownOn(one)),
    dayCell(first?.on),
    dayCell(second?.on),
    value('now'),
    value('before'),
    numberCell(reachableCarriers(one, until('now'))),
    numberCell(reachableCarriers(one, until('before'))),
    flag(isLost(one, until('now'))),
    flag(isLost(one, until('before'))),
  ]
}

/** What the customers were as of the end of each period. */
export function assetFigures(book: ReviewBook, table: ReviewTable): readonly ReviewFigure[] {
  const to = (side: Side) => periodOf(book, side).to
  const known = bySide((side) => book.facts.filter((one) => isKnownBy(one, to(side))))
  const reach = bySide((side) => ownedReach(known[side], to(side)))
  const repeat = bySide((side) => repeatRate(known[side], to(side)))
  const places = minorUnitExponent(book.base)
  const isKnown = (side: Side) =>
    `(${rangeOf(table, 'id')}<>"")*(${rangeOf(table, 'known')}<=${PERIOD_CELLS[side].to})`
  const isLive = (side: Side) => `${isKnown(side)}*(${rangeOf(table, LOST[side])}="")`
  const reached = (side: Side, carriers: number, live: string) =>
    `IF(${live}=0,"",SUMPRODUCT(${isLive(side)}*(${rangeOf(table, CARRIERS[side])}>=${carriers}))/${live})`
  const ordered = (column: string, side: Side) =>
    `COUNTIFS(${rangeOf(table, column)},"<="&${PERIOD_CELLS[side].to})`
  return [
    {
      key: 'known',
      caption: 'review.figure.known',
      kind: 'count',
      values: bySide((side) => figure(known[side].length)),
      formula: (side) => `SUMPRODUCT(${isKnown(side)})`,
    },
    {
      key: 'live',
      caption: 'review.figure.live',
      kind: 'count',
      values: bySide((side) => figure(reach[side].customers)),
      formula: (side) => `SUMPRODUCT(${isLive(side)})`,
    },
    {
      key: 'buyers',
      caption: 'review.figure.buyers',
      kind: 'count',
      values: bySide((side) => figure(repeat[side].buyers)),
      formula: (side) => ordered('first', side),
    },
    {
      key: 'repeaters',
      caption: 'review.figure.repeaters',
      kind: 'count',
      values: bySide((side) => figure(repeat[side].repeaters)),
      formula: (side) => ordered('second', side),
    },
    {
      key: 'repeatRate',
      caption: 'review.figure.repeatRate',
      kind: 'share',
      values: bySide((side) => repeat[side].rate),
      formula: (_side, at) => `IF(${at('buyers')}=0,"",${at('repeaters')}/${at('buyers')})`,
    },
    {
      key: 'valueOfAll',
      caption: 'insights.column.value',
      kind: 'money',
      values: bySide((side) => revenueUntil(book.facts, book, side).revenue),
      formula: (side) => `ROUND(SUM(${rangeOf(table, VALUE[side])}),${places})`,
      remark: leftOutRemark(book),
    },
    {
      key: 'reachTwo',
      caption: 'review.figure.reachTwo',
      kind: 'share',
      values: bySide((side) => reach[side].onTwo.customers),
      formula: (side, at) => reached(side, 2, at('live')),
    },
    {
      key: 'reachOne',
      caption: 'review.figure.reachOne',
      kind: 'share',
      values: bySide((side) => reach[side].onOne.customers),
      formula: (side, at) => reached(side, 1, at('live')),
    },
  ]
}

function leftOutRemark(book: ReviewBook): string | undefined {
  const { leftOut } = revenueUntil(book.facts, book, 'now')
  return leftOut === 0 ? undefined : book.words.text('insights.note.leftOut', { count: leftOut })
}

function revenueUntil(facts: readonly CustomerFacts[], book: ReviewBook, side: Side) {
  const period = { from: ALWAYS, to: periodOf(book, side).to }
  return scopeRevenue(facts, {}, period, book.request.model, book.places, book.base)
}

/** The first day that anything is on record of them; undefined where nothing has a day. */
function knownOn({ sources, steps, orders, history, memberships }: CustomerFacts): IsoDate | undefined {
  const days = [
    ...sources.map(({ on }) => on),
    ...Object.values(steps),
    orders[0]?.on,
    history[0]?.on,
    ...memberships.map(({ joinedOn }) => joinedOn),
  ].filter((on) => on !== undefined)
  return days.sort(compareDays)[0]
}

/** A page without any day counts always: nobody can say since when it is there. */
function isKnownBy(one: CustomerFacts, day: IsoDate): boolean {
  const on = knownOn(one)
  return on === undefined || compareDays(on, day) <= 0
}
