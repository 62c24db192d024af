import { costInBase } from '../costs/fairCosts'
import { compareDays } from '../time/calendarDay'
import { columnRange, formulaCell, numberCell, textCell } from './cells'
import { COST_COLUMNS, COSTS_SHEET } from './costsSheet'
import { missingRateWords } from './costWords'
import { possibleDuplicates } from './duplicates'
import type { FairFacts, LeadFacts } from './fairFacts'
import { LEAD_COLUMNS, LEADS_SHEET } from './leadsSheet'
import { consentWords, handlesOf } from './leadWords'
import type { ReportWords } from './words'
import type { Cell, Sheet } from './workbook'

/** What is missing, how often, and in which rows: so that nobody takes a gap for a fact. */
export function dataQualitySheet(facts: FairFacts, words: ReportWords): Sheet {
  const { text } = words
  const column = (caption: string, width: number, holds: 'plain' | 'longText' = 'plain') => ({
    caption,
    width,
    holds,
  })
  const rows = [...leadChecks(facts, words), ...costChecks(facts, words), duplicateCheck(facts, words)]
  return {
    name: 'Data quality',
    columns: [
      column(text('quality.check'), 34),
      column(text('quality.count'), 8),
      column(text('quality.of'), 8),
      column(text('quality.sheet'), 10),
      column(text('quality.rows'), 40, 'longText'),
      column(text('quality.why'), 60, 'longText'),
    ],
    rows,
    tableRows: rows.length,
  }
}

function leadChecks({ leads }: FairFacts, words: ReportWords): Cell[][] {
  const { text } = words
  const range = (column: keyof typeof LEAD_COLUMNS) =>
    columnRange(LEADS_SHEET, LEAD_COLUMNS[column], leads.length)
  const met = range('metAt')
  const emptyIn = (column: keyof typeof LEAD_COLUMNS) => `COUNTA(${met})-COUNTA(${range(column)})`
  const check = (
    name: 'noConsent' | 'noAddress' | 'noGrade' | 'noCountry' | 'untouched',
    isMissing: (lead: LeadFacts) => boolean,
    formula: string,
  ): Cell[] => {
    const rows = leads.flatMap((lead, index) => (isMissing(lead) ? [index + 2] : []))
    return [
      text(`quality.${name}`),
      formulaCell(formula, rows.length, 'integer'),
      formulaCell(`COUNTA(${met})`, leads.length, 'integer'),
      LEADS_SHEET,
      textCell(rowList(rows)),
      text(`quality.${name}.why`),
    ]
  }
  const unreachable = `SUMPRODUCT((${met}<>"")*(${range('email')}="")*(${range('phone')}="")*(${range('otherAddress')}=""))`
  return [
    check('noConsent', ({ consents }) => consentWords(consents, words) === undefined, emptyIn('consent')),
    check('noAddress', (lead) => handlesOf(lead).every(({ kind }) => kind === 'web'), unreachable),
    check('noGrade', ({ lead }) => lead.grade === undefined, emptyIn('grade')),
    check('noCountry', ({ customer }) => customer.country === undefined, emptyIn('country')),
    check('untouched', ({ lead }) => lead.firstTouchAt === undefined, emptyIn('firstTouch')),
  ]
}

function costChecks({ input, rates, figures }: FairFacts, words: ReportWords): Cell[][] {
  const { text } = words
  const costs = [...input.costs].sort((a, b) => compareDays(a.on, b.on))
  const range = (column: keyof typeof COST_COLUMNS) =>
    columnRange(COSTS_SHEET, COST_COLUMNS[column], costs.length)
  const all = formulaCell(`COUNTA(${range('day')})`, costs.length, 'integer')
  const rowsWhere = (isMissing: (cost: (typeof costs)[number]) => boolean) =>
    costs.flatMap((cost, index) => (isMissing(cost) ? [index + 2] : []))
  const unpriced = rowsWhere((cost) => cost.amount.minor === 0)
  const unrated = rowsWhere((cost) => {
    const converted = costInBase(cost, input.baseCurrency, rates)
    return converted !== undefined && 'missing' in converted
  })
  const missing = figures.missingRates.map((rate) => missingRateWords(rate, words))
  return [
    [
      text('quality.unpriced'),
      formulaCell(`COUNTA(${range('day')})-COUNT(${range('amount')})`, unpriced.length, 'integer'),
      all,
      COSTS_SHEET,
      textCell(rowList(unpriced)),
      text('quality.unpriced.why'),
    ],
    [
      text('quality.noRate'),
      formulaCell(`SUMPRODUCT((${range('amount')}<>"")*(${range('rate')}=""))`, unrated.length, 'integer'),
      all,
      COSTS_SHEET,
      textCell(rowList(unrated)),
      [text('quality.noRate.why'), ...missing].join('\n'),
    ],
  ]
}

function duplicateCheck({ leads }: FairFacts, words: ReportWords): Cell[] {
  const groups = possibleDuplicates(leads)
  const involved = new Set(groups.flatMap(({ positions }) => positions))
  const named = groups.map(
    ({ positions, reason }) =>
      `${rowList(positions.map((position) => position + 2))} (${words.text(`met.reason.${reason}`)})`,
  )
  return [
    words.text('quality.duplicates'),
    numberCell(involved.size),
    formulaCell(
      `COUNTA(${columnRange(LEADS_SHEET, LEAD_COLUMNS.metAt, leads.length)})`,
      leads.length,
      'integer',
    ),
    LEADS_SHEET,
    textCell(named.join('\n')),
    words.text('quality.duplicates.why'),
  ]
}

/** `2, 5, 7–9`: the rows as the sheet numbers them. */
export function rowList(rows: readonly number[]): string {
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === row - 1) last[1] = row
    else runs.push([row, row])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
