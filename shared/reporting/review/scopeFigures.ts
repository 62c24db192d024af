import type { MessageKey } from '../../i18n/catalogues'
import type { ColumnKind } from '../../insights/panel'
import { type AcquisitionCost, acquisitionCost } from '../../measures/acquisitionCost'
import { type Figure, figure, ratio } from '../../measures/figure'
import type { Scope } from '../../measures/places'
import { type ScopeRevenue, scopeRevenue } from '../../measures/scopeRevenue'
import { type Costed, type StepCosts, stepCosts } from '../../measures/stepCosts'
import { minorUnitExponent } from '../../money/minorUnits'
import type { Money } from '../../money/values'
import { majorUnits } from '../cells'
import { missingRateWords, reasonWords } from '../costWords'
import { bySide, periodOf, type ReviewBook } from './reviewBook'
import { dividedMoney, type ReviewFigure } from './reviewFigure'
import type { Side } from './reviewRequest'
import { type ReviewTable, rangeOf, withinCriteria } from './reviewTable'
import { SPENDING } from './spendingTable'

/** The sheets that the figures of a scope count in. */
export interface ScopeTables {
  readonly customers: ReviewTable
  readonly sales: ReviewTable
  readonly spending: ReviewTable
  readonly hours: ReviewTable
}

/** What the measures say of a scope in one period. */
export interface ScopeAnswer {
  readonly steps: StepCosts
  readonly acquisition: AcquisitionCost
  readonly result: ScopeRevenue
}

/** Asks the measures: every value of a review comes from here or from a measure like it. */
export function scopeAnswer(book: ReviewBook, scope: Scope, side: Side): ScopeAnswer {
  const { model, view } = book.request
  const period = periodOf(book, side)
  const asked = { ...book, scope, period, model, view }
  return {
    steps: stepCosts(asked),
    acquisition: acquisitionCost(asked),
    result: scopeRevenue(book.facts, scope, period, model, book.places, book.base),
  }
}

/** How often a step was reached in an answer. */
export function countOf({ steps }: ScopeAnswer, what: Costed): number {
  return steps.rows.find((row) => row.what === what)?.count ?? 0
}

/** The steps by the column of the sheet Customers that holds their day. */
const STEPS = [
  { key: 'leads', what: 'card', column: 'met', caption: 'insights.column.leads' },
  { key: 'qualified', what: 'qualifiedLead', column: 'met', caption: 'insights.column.qualified' },
  { key: 'joined', what: 'joined', column: 'joined', caption: 'review.figure.joined' },
  { key: 'enquiries', what: 'enquiry', column: 'enquiry', caption: 'insights.column.enquiries' },
  { key: 'samples', what: 'sample', column: 'sample', caption: 'review.figure.samples' },
  { key: 'quotes', what: 'quote', column: 'quote', caption: 'review.figure.quotes' },
  { key: 'newCustomers', what: 'order', column: 'firstOrder', caption: 'review.figure.newCustomers' },
] as const satisfies readonly {
  readonly key: string
  readonly what: Costed
  readonly column: string
  readonly caption: MessageKey
}[]

/** The figures of a scope for both periods, each with its formula over the rows. */
export function scopeFigures(book: ReviewBook, tables: ScopeTables): readonly ReviewFigure[] {
  const answers = bySide((side) => scopeAnswer(book, book.scope, side))
  const of = <T>(read: (answer: ScopeAnswer) => T) => bySide((side) => read(answers[side]))
  const places = minorUnitExponent(book.base)
  const countKind: ColumnKind = book.request.model === 'linear' ? 'times' : 'count'
  return [
    ...STEPS.map(
      ({ key, what, column, caption }): ReviewFigure => ({
        key,
        caption,
        kind: countKind,
        values: of((answer) => figure(countOf(answer, what))),
        formula: (side) => stepFormula(tables.customers, what, column, side),
      }),
    ),
    {
      key: 'orders',
      caption: 'insights.column.orders',
      kind: countKind,
      values: of(({ result }) => figure(result.orders)),
      formula: (side) =>
        `ROUND(SUMIFS(${rangeOf(tables.sales, 'share')},${withinCriteria(tables.sales, 'day', side)}),9)`,
    },
    {
      key: 'revenue',
      caption: 'insights.column.revenue',
      kind: 'money',
      values: of(({ result }) => result.revenue),
      formula: (side) => amountFormula(tables.sales, 'amount', side, places),
      remark: leftOutWords(answers.now.result.leftOut, book),
    },
    ...spendingFigures(book, tables, answers),
  ]
}

function spendingFigures(
  book: ReviewBook,
  { spending, customers, hours }: ScopeTables,
  answers: Readonly<Record<Side, ScopeAnswer>>,
): readonly ReviewFigure[] {
  const { base } = book
  const places = minorUnitExponent(base)
  const of = <T>(read: (answer: ScopeAnswer) => T) => bySide((side) => read(answers[side]))
  const each = (key: string, what: Costed, count: string, caption: MessageKey): ReviewFigure => ({
    key,
    caption,
    kind: 'money',
    values: of(({ steps }) => steps.rows.find((row) => row.what === what)?.each ?? steps.cost.total),
    formula: (_side, at) => dividedMoney(at('cost'), at(count), base),
  })
  return [
    {
      key: 'cost',
      caption: 'insights.column.cost',
      kind: 'money',
      values: of(({ acquisition }) => acquisition.cost.total),
      formula: (side) => {
        const range = rangeOf(spending, SPENDING.inBase[side])
        return `IF(COUNT(${range})=0,"",ROUND(SUM(${range}),${places}))`
      },
      remark: costRemarks(book, answers.now),
    },
    {
      key: 'costShare',
      caption: 'insights.column.costShare',
      kind: 'share',
      values: of(costShare),
      formula: (_side, at) =>
        `IF(OR(${at('cost')}="",N(${at('revenue')})<=0),"",${at('cost')}/${at('revenue')})`,
    },
    each('perLead', 'card', 'leads', 'review.figure.perLead'),
    each('perEnquiry', 'enquiry', 'enquiries', 'review.figure.perEnquiry'),
    {
      key: 'cac',
      caption: 'insights.column.cac',
      kind: 'money',
      values: of(({ acquisition }) => acquisition.cac),
      formula: (_side, at) => dividedMoney(at('cost'), at('newCustomers'), base),
      remark: coverageWords(answers.now.acquisition, book),
    },
    {
      key: 'hourCost',
      caption: 'insights.column.hourCost',
      kind: 'money',
      values: of(({ acquisition }) => acquisition.hourCost),
      ...(book.hourMinor === undefined
        ? { remark: noHourPrice(book) }
        : {
            formula: (side: Side) =>
              `ROUND((SUMIFS(${rangeOf(customers, 'minutes')},${withinCriteria(customers, 'firstOrder', side)})+SUMIFS(${rangeOf(hours, 'minutes')},${withinCriteria(hours, 'day', side)}))*${majorUnits({ minor: book.hourMinor ?? 0, currency: base })}/60,${places})`,
          }),
    },
    {
      key: 'fullCycle',
      caption: 'insights.column.fullCycle',
      kind: 'money',
      values: of(({ acquisition }) => acquisition.fullCycleCac),
      ...(book.hourMinor === undefined
        ? {}
        : {
            formula: (side: Side, at: (key: string) => string) => {
              const counted = `COUNT(${rangeOf(spending, SPENDING.counted[side])})`
              const [cost, team, count] = [at('cost'), at('hourCost'), at('newCustomers')]
              // Time has a cost even where no money was spent; costs that lack a rate leave no sum at all.
              return `IF(OR(${count}=0,AND(${cost}="",OR(${counted}>0,${team}=0))),"",ROUND((N(${cost})+${team})/${count},${places}))`
            },
          }),
    },
  ]
}

/** Customers, or parts of them, whose day of a step lies in the period. */
function stepFormula(customers: ReviewTable, what: Costed, column: string, side: Side): string {
  const sum = (more: string) =>
    `SUMIFS(${rangeOf(customers, 'share')},${withinCriteria(customers, column, side)}${more})`
  if (what !== 'qualifiedLead') return `ROUND(${sum('')},9)`
  const grade = rangeOf(customers, 'grade')
  return `ROUND(${sum(`,${grade},"A"`)}+${sum(`,${grade},"B"`)},9)`
}

/** Amounts of the period added up; empty where there are some and none is known. */
function amountFormula(table: ReviewTable, column: string, side: Side, places: number): string {
  const within = withinCriteria(table, 'day', side)
  const amount = rangeOf(table, column)
  return `IF(AND(COUNTIFS(${within})>0,COUNTIFS(${within},${amount},"<>")=0),"",ROUND(SUMIFS(${amount},${within}),${places}))`
}

/** Cost over revenue of one answer. */
export function costShare({ acquisition: { cost }, result: { revenue } }: ScopeAnswer): Figure {
  if (cost.total.value === undefined) return cost.total
  if (revenue.value === undefined) return revenue
  return ratio(minorOf(cost.total), Math.max(0, minorOf(revenue)), 'measures.noRevenue')
}

function minorOf(money: Figure<Money>): number {
  return money.value?.minor ?? 0
}

function leftOutWords(leftOut: number, { words }: ReviewBook): string | undefined {
  return leftOut === 0 ? undefined : words.text('insights.note.leftOut', { count: leftOut })
}

/** Why our hours have no cost: nobody has said, or it was said in another currency than the review's. */
function noHourPrice({ words, hourCurrency }: ReviewBook): string {
  return hourCurrency === undefined
    ? words.text('insights.note.noHourRate')
    : words.text('insights.note.hourOwnCurrency', { currency: hourCurrency })
}

function costRemarks({ words }: ReviewBook, { acquisition: { cost } }: ScopeAnswer): string | undefined {
  const missing = cost.missingRates.map((rate) => missingRateWords(rate, words))
  return missing.length === 0 ? undefined : missing.join('\n')
}

/** How much of the leads the costs cover, where that is not all of them. */
function coverageWords({ coverage, cac }: AcquisitionCost, { words }: ReviewBook): string | undefined {
  if (cac.value === undefined) return reasonWords(cac.reason, words)
  if (coverage.value === undefined || coverage.value >= 1) return undefined
  return words.text('review.coverage', { share: words.share(coverage.value) })
}
