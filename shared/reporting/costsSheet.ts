import { findRate } from '../money/rates'
import type { Cost } from '../records/cost'
import { compareDays } from '../time/calendarDay'
import { dayCell, formulaCell, majorUnits, moneyFormat, numberCell, textCell } from './cells'
import { costTotals } from './costTotals'
import { costRemark } from './costWords'
import type { FairFacts } from './fairFacts'
import type { ReportWords } from './words'
import type { Cell, Sheet } from './workbook'

/** The name of the sheet, which formulas of other sheets refer to. */
export const COSTS_SHEET = 'Costs'
/** The columns that formulas of other sheets count in. */
export const COST_COLUMNS = { day: 0, amount: 3, currency: 4, rate: 5 } as const

/**
 * The cost lines, each brought to the base currency by a live formula, and below them the totals and what a card,
 * a qualified lead and an order cost. Change an amount or a rate in the sheet and everything follows.
 */
export function costsSheet(facts: FairFacts, words: ReportWords): Sheet {
  const { input } = facts
  const { text } = words
  const costs = [...input.costs].sort((a, b) => compareDays(a.on, b.on))
  const column = (caption: string, width: number) => ({ caption, width, holds: 'plain' as const })
  const lines = costs.map((cost, index) => costLine(cost, index + 2, facts, words))
  return {
    name: COSTS_SHEET,
    columns: [
      column(text('costs.day'), 12),
      column(text('costs.category'), 30),
      column(text('costs.note'), 30),
      column(text('costs.amount'), 14),
      column(text('costs.currency'), 10),
      column(text('rate.rate'), 12),
      column(text('report.rateOf'), 12),
      column(text('report.inBase', { base: input.baseCurrency }), 16),
      column(text('report.remark'), 60),
    ],
    rows: [...lines, ...costTotals(facts, costs, words)],
    tableRows: lines.length,
  }
}

function costLine(cost: Cost, row: number, facts: FairFacts, words: ReportWords): Cell[] {
  const { baseCurrency } = facts.input
  const { currency } = cost.amount
  const rate = findRate(facts.rates, currency, baseCurrency, cost.on, { base: baseCurrency })
  const found = 'found' in rate ? rate.found : undefined
  // A spreadsheet multiplies binary fractions: the value beside the formula is what it will come to itself.
  const factor = found === undefined ? undefined : Number(found.numerator) / Number(found.denominator)
  const amount = cost.amount.minor === 0 ? undefined : majorUnits(cost.amount)
  const inBase = amount === undefined || factor === undefined ? '' : amount * factor
  return [
    dayCell(cost.on),
    words.text(`cost.category.${cost.category}`),
    textCell(cost.note),
    amount === undefined ? null : numberCell(amount, moneyFormat(currency)),
    currency,
    rateCell(found, factor),
    found === undefined || found.path === 'same' ? null : dayCell(found.on),
    // Without an amount or a rate there is nothing to multiply, and an empty factor must not count as nothing.
    formulaCell(`IF(OR(D${row}="",F${row}=""),"",D${row}*F${row})`, inBase, moneyFormat(baseCurrency)),
    textCell(costRemark(cost, baseCurrency, facts.rates, words)),
  ]
}

/** A rate of the other direction is written as the division that it is: `1/7.18`. */
function rateCell(
  found: { readonly numerator: bigint; readonly denominator: bigint; readonly path: string } | undefined,
  factor: number | undefined,
): Cell {
  if (found === undefined || factor === undefined) return null
  if (found.path !== 'inverse') return numberCell(factor, 'rate')
  return formulaCell(`${found.numerator}/${found.denominator}`, factor, 'rate')
}
