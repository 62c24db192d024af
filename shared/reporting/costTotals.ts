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

/** The rows under the ledger: a heading or a label, a formula in the column of the base currency, a remark. */
export function costTotals(facts: FairFacts, costs: readonly Cost[], words: ReportWords): Cell[][] {
  const { input, figures, rates, leads, firstOrders } = facts
  const { text } = words
  const base = input.baseCurrency
  const format = moneyFormat(base)
  const places = minorUnitExponent(base)
  const counts = {
    leads: figures.leads,
    qualified: figures.grades.A + figures.grades.B,
    firstOrders,
  }
  const worked = fairCosts(costs, counts, base, rates)
  const lines = costs.length
  const [category, amount, inBase] = [1, 3, 7].map((index) => columnRange(undefined, index, lines))
  const lead = (index: number) => columnRange(LEADS_SHEET, index, leads.length)

  const rows: Cell[][] = []
  /** The row that the next push becomes: one for the captions, and counting begins with 1. */
  const nextRow = () => lines + rows.length + 2
  const push = (label: Cell, formula: Cell, remark: string | undefined = undefined) => {
    rows.push([null, label, null, null, null, null, null, formula, remark ?? null])
    return `H${nextRow() - 1}`
  }
  const money = (figure: Figure<Money>) => (figure.value === undefined ? '' : majorUnits(figure.value))
  const why = (figure: Figure<unknown>) =>
    figure.reason === undefined ? lowerBound(facts, worked.unpriced, words) : reasonWords(figure.reason, words)

  rows.push([])
  if (worked.perCategory.length > 0) {
    push(strongCell(text('report.perCategory')), null)
    for (const one of worked.perCategory) {
      const label = text(`cost.category.${one.category}`)
      const row = nextRow()
      const formula = `IF(COUNTIFS(${category},B${row},${inBase},">0")=0,"",ROUND(SUMIF(${category},B${row},${inBase}),${places}))`
      push(label, formulaCell(formula, money(one.scope.total), format))
    }
    rows.push([])
  }
  const total = push(
    strongCell(text('costs.total')),
    formulaCell(
      `IF(COUNT(${inBase})=0,"",ROUND(SUM(${inBase}),${places}))`,
      money(figures.cost),
      format,
      'strong',
    ),
    why(figures.cost),
  )
  rows.push([])
  const grade = lead(LEAD_COLUMNS.grade)
  const leadCount = push(
    text('report.leadCount'),
    formulaCell(`COUNTA(${lead(LEAD_COLUMNS.metAt)})`, counts.leads, 'integer'),
  )
  const qualified = push(
    text('report.qualifiedCount'),
    formulaCell(`COUNTIF(${grade},"A")+COUNTIF(${grade},"B")`, counts.qualified, 'integer'),
  )
  const orders = push(
    text('report.firstOrderCount'),
    formulaCell(`COUNTA(${lead(LEAD_COLUMNS.firstOrder)})`, counts.firstOrders, 'integer'),
  )
  rows.push([])
  const per = (label: string, figure: Figure<Money>, count: string) =>
    push(
      strongCell(label),
      formulaCell(
        `IF(OR(${total}="",${count}=0),"",ROUND(${total}/${count},${places}))`,
        money(figure),
        format,
        'strong',
      ),
      why(figure),
    )
  per(text('costs.perCard'), figures.costPerCard, leadCount)
  per(text('costs.perQualified'), figures.costPerQualified, qualified)
  per(text('costs.perOrder'), figures.costPerOrder, orders)
  const coverage = costCoverage(
    leads.map(() => ({ touchpointId: input.fair.id })),
    pricedCosts(costs),
  )
  push(
    text('costs.coverage'),
    formulaCell(
      `IF(${leadCount}=0,"",IF(COUNT(${amount})=0,0,1))`,
      coverage.value ?? '',
      'share',
    ),
    coverage.reason === undefined ? undefined : reasonWords(coverage.reason, words),
  )
  return rows
}

/** Why every cost figure is a lower bound; undefined when none is. */
function lowerBound(facts: FairFacts, unpriced: number, words: ReportWords): string | undefined {
  const missing = facts.figures.missingRates.length
  if (missing === 0 && unpriced === 0) return undefined
  return words.text('costs.lowerBound', { missing, unpriced })
}
