import { fairCosts, pricedCosts } from '../costs/fairCosts'
import type { Figure } from '../measures/figure'
import { costCoverage } from '../measures/scopeCost'
import { minorUnitExponent } from '../money/minorUnits'
import type { Money } from '../money/values'
import type { Cost } from '../records/cost'
import { columnRange, formulaCell, majorUnits, moneyFormat, strongCell } from './cells'
import { reasonWords } from './costWords'
import type { FairFacts } from './fairFacts'
import { LEAD_COLUMNS, LEADS_SHEET } from './leadsSheet'
import type { ReportWords } from './words'
import type { Cell } from './workbook'

/** The rows under the ledger: a label, a formula in the column of the base currency, a remark. */
class RowsBelow {
  readonly rows: Cell[][] = []

  constructor(private readonly lines: number) {}

  /** The row that comes next, as formulas count: one for the captions, and counting begins with 1. */
  next(): number {
    return this.lines + this.rows.length + 2
  }

  gap(): void {
    this.rows.push([])
  }

  /** Answers with the cell of the formula, for formulas that build on it. */
  add(label: Cell, formula: Cell, remark?: string): string {
    const place = `H${this.next()}`
    this.rows.push([null, label, null, null, null, null, null, formula, remark ?? null])
    return place
  }
}

/** What the sheet's totals are written with. */
interface Totals {
  readonly facts: FairFacts
  readonly costs: readonly Cost[]
  readonly words: ReportWords
  readonly below: RowsBelow
  /** Cells of the ledger: the categories, the amounts, and what they are in the base currency. */
  readonly category: string
  readonly amount: string
  readonly inBase: string
  readonly places: number
}

/** The totals of the ledger, what they are divided by, and what comes of it, each a live formula with its value. */
export function costTotals(facts: FairFacts, costs: readonly Cost[], words: ReportWords): Cell[][] {
  const ledger = (column: number) => columnRange(undefined, column, costs.length)
  const totals: Totals = {
    facts,
    costs,
    words,
    below: new RowsBelow(costs.length),
    category: ledger(1),
    amount: ledger(3),
    inBase: ledger(7),
    places: minorUnitExponent(facts.input.baseCurrency),
  }
  const { below } = totals
  below.gap()
  addCategories(totals)
  const total = addTotal(totals)
  below.gap()
  const counts = addCounts(totals)
  below.gap()
  const { costPerCard, costPerQualified, costPerOrder } = facts.figures
  addPer(totals, words.text('costs.perCard'), costPerCard, total, counts.leads)
  addPer(totals, words.text('costs.perQualified'), costPerQualified, total, counts.qualified)
  addPer(totals, words.text('costs.perOrder'), costPerOrder, total, counts.orders)
  addCoverage(totals, counts.leads)
  return below.rows
}

function addCategories({ facts, costs, words, below, category, inBase, places }: Totals): void {
  const { baseCurrency } = facts.input
  const noCounts = { leads: 0, qualified: 0, firstOrders: 0 }
  const { perCategory } = fairCosts(costs, noCounts, baseCurrency, facts.rates)
  if (perCategory.length === 0) return
  below.add(strongCell(words.text('report.perCategory')), null)
  for (const one of perCategory) {
    const label = `B${below.next()}`
    const formula = `IF(COUNTIFS(${category},${label},${inBase},">0")=0,"",ROUND(SUMIF(${category},${label},${inBase}),${places}))`
    const value = formulaCell(formula, moneyValue(one.scope.total), moneyFormat(baseCurrency))
    below.add(words.text(`cost.category.${one.category}`), value)
  }
  below.gap()
}

function addTotal(totals: Totals): string {
  const { facts, words, below, inBase, places } = totals
  const { cost } = facts.figures
  const formula = `IF(COUNT(${inBase})=0,"",ROUND(SUM(${inBase}),${places}))`
  const format = moneyFormat(facts.input.baseCurrency)
  return below.add(
    strongCell(words.text('costs.total')),
    formulaCell(formula, moneyValue(cost), format, 'strong'),
    remarkOf(cost, totals),
  )
}

function addCounts({ facts, words, below }: Totals): { leads: string; qualified: string; orders: string } {
  const { figures, leads, firstOrders } = facts
  const { text } = words
  const range = (column: number) => columnRange(LEADS_SHEET, column, leads.length)
  const count = (label: string, formula: string, value: number) =>
    below.add(label, formulaCell(formula, value, 'integer'))
  const grade = range(LEAD_COLUMNS.grade)
  return {
    leads: count(text('report.leadCount'), `COUNTA(${range(LEAD_COLUMNS.metAt)})`, figures.leads),
    qualified: count(
      text('report.qualifiedCount'),
      `COUNTIF(${grade},"A")+COUNTIF(${grade},"B")`,
      figures.grades.A + figures.grades.B,
    ),
    orders: count(text('report.firstOrderCount'), `COUNTA(${range(LEAD_COLUMNS.firstOrder)})`, firstOrders),
  }
}

function addPer(totals: Totals, label: string, figure: Figure<Money>, total: string, count: string): void {
  const { facts, below, places } = totals
  const formula = `IF(OR(${total}="",${count}=0),"",ROUND(${total}/${count},${places}))`
  const format = moneyFormat(facts.input.baseCurrency)
  const value = formulaCell(formula, moneyValue(figure), format, 'strong')
  below.add(strongCell(label), value, remarkOf(figure, totals))
}

function addCoverage({ facts, costs, words, below, amount }: Totals, leadCount: string): void {
  const { id } = facts.input.fair
  const coverage = costCoverage(
    facts.leads.map(() => ({ touchpointId: id })),
    pricedCosts(costs),
  )
  const formula = `IF(${leadCount}=0,"",IF(COUNT(${amount})=0,0,1))`
  below.add(
    words.text('costs.coverage'),
    formulaCell(formula, coverage.value ?? '', 'share'),
    coverage.reason === undefined ? undefined : reasonWords(coverage.reason, words),
  )
}

function moneyValue(figure: Figure<Money>): number | string {
  return figure.value === undefined ? '' : majorUnits(figure.value)
}

/** Why there is no figure, or why it is a lower bound; undefined when there is nothing to say. */
function remarkOf(figure: Figure<Money>, { facts, costs, words }: Totals): string | undefined {
  if (figure.reason !== undefined) return reasonWords(figure.reason, words)
  const missing = facts.figures.missingRates.length
  const unpriced = costs.length - pricedCosts(costs).length
  return missing + unpriced === 0 ? undefined : words.text('costs.lowerBound', { missing, unpriced })
}
