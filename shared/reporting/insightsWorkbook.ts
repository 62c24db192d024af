import type { InsightQuestion } from '../insights/insightBook'
import type { Panel, PanelCell, PanelColumn } from '../insights/panel'
import type { PanelName } from '../insights/panels'
import { minorUnitExponent } from '../money/minorUnits'
import type { CurrencyCode } from '../money/values'
import { columnLetters, formulaCell, majorUnits, moneyFormat, numberCell, textCell } from './cells'
import { reasonWords } from './costWords'
import { cellText, noteText } from './panelWords'
import type { ReportWords } from './words'
import type { Cell, NumberFormat, Sheet, Workbook } from './workbook'

/** A figure on its way into a spreadsheet. */
export interface NamedPanel {
  readonly name: PanelName
  readonly panel: Panel
}

/** A sheet has as many columns as it may; a cohort has one for each quarter. */
const WIDTHS = { name: 30, other: 16 } as const

/**
 * Figures as a workbook: a sheet each, quotients and sums as live formulas over the cells that they are made of, the
 * notes below them, and a last sheet with what every figure means. Change a cost and its CAC follows.
 */
export function insightsWorkbook(
  panels: readonly NamedPanel[],
  base: CurrencyCode,
  question: Pick<InsightQuestion, 'period' | 'model' | 'view' | 'today'>,
  words: ReportWords,
): Workbook {
  return {
    direction: words.direction,
    sheets: [
      ...panels.map(({ name, panel }) => panelSheet(name, panel, base, words)),
      definitions(panels, base, question, words),
    ],
  }
}

function panelSheet(name: PanelName, panel: Panel, base: CurrencyCode, words: ReportWords): Sheet {
  const { columns } = panel
  const notes = panel.notes.map((note): Cell[] => [noteText(note, words)])
  return {
    name,
    columns: columns.map((column) => ({
      caption: words.text(column.caption, column.params),
      width: column.kind === 'name' ? WIDTHS.name : WIDTHS.other,
      holds: 'plain',
    })),
    rows: [
      ...panel.rows.map((row, place) =>
        columns.map((column) => sheetCell(row.cells[column.id], column, columns, place + 2, base, words)),
      ),
      ...(notes.length === 0 ? [] : [[], ...notes]),
    ],
    tableRows: panel.rows.length,
  }
}

function sheetCell(
  cell: PanelCell | undefined,
  column: PanelColumn,
  columns: readonly PanelColumn[],
  row: number,
  base: CurrencyCode,
  words: ReportWords,
): Cell {
  if (cell === undefined) return null
  if (!('value' in cell)) return textCell(cellText(cell, column.kind, words))
  const value = plainNumber(cell)
  // A figure that can't be had says why, in the cell where it would stand.
  if (value === undefined) return cell.reason === undefined ? null : reasonWords(cell.reason, words)
  const format = formatOf(column, base)
  const formula = formulaOf(column, columns, row, base)
  return formula === undefined ? numberCell(value, format) : formulaCell(formula, value, format)
}

function plainNumber(cell: PanelCell): number | undefined {
  if (!('value' in cell) || cell.value === undefined) return undefined
  return typeof cell.value === 'object' ? majorUnits(cell.value) : cell.value
}

function formatOf({ kind }: PanelColumn, base: CurrencyCode): NumberFormat {
  if (kind === 'money') return moneyFormat(base)
  if (kind === 'share') return 'share'
  return kind === 'count' || kind === 'days' ? 'integer' : 'decimal'
}

function formulaOf(
  { formula, kind }: PanelColumn,
  columns: readonly PanelColumn[],
  row: number,
  base: CurrencyCode,
): string | undefined {
  if (formula === undefined) return undefined
  const at = (id: string) => `${columnLetters(columns.findIndex((column) => column.id === id))}${row}`
  const rounded = (inner: string) => (kind === 'money' ? `ROUND(${inner},${minorUnitExponent(base)})` : inner)
  // SUM and N pass over the sentences that stand where a figure can't be had.
  if ('sum' in formula) return rounded(`SUM(${formula.sum.map(at).join(',')})`)
  const [part, whole] = formula.quotient.map(at)
  return `IF(N(${whole})=0,"",${rounded(`N(${part})/N(${whole})`)})`
}

function definitions(
  panels: readonly NamedPanel[],
  base: CurrencyCode,
  { period, model, view, today }: Pick<InsightQuestion, 'period' | 'model' | 'view' | 'today'>,
  words: ReportWords,
): Sheet {
  const { text } = words
  const rows = panels.map(({ name }): Cell[] => [
    name,
    text(`insights.panel.${name}`),
    text(`insights.define.${name}`),
  ])
  const about: Cell[][] = [
    [text('report.madeOn'), { kind: 'day', value: today }],
    [text('insights.period'), `${words.date(period.from)} – ${words.date(period.to)}`],
    [text('insights.model'), text(`insights.model.${model}`)],
    [text('insights.view'), text(`insights.view.${view}`)],
    [text('insights.currency'), base],
  ]
  return {
    name: 'Definitions',
    columns: [
      { caption: text('quality.sheet'), width: 16, holds: 'plain' },
      { caption: text('report.figure'), width: 30, holds: 'plain' },
      { caption: text('report.meaning'), width: 100, holds: 'longText' },
    ],
    rows: [...rows, [], ...about],
    tableRows: rows.length,
  }
}
