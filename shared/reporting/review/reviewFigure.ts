import type { MessageKey } from '../../i18n/catalogues'
import type { ColumnKind } from '../../insights/panel'
import type { Figure } from '../../measures/figure'
import { minorUnitExponent } from '../../money/minorUnits'
import type { CurrencyCode, Money } from '../../money/values'
import { formulaCell, majorUnits, moneyFormat, numberCell } from '../cells'
import { reasonWords } from '../costWords'
import type { ReportWords } from '../words'
import type { Cell, NumberFormat } from '../workbook'
import type { Side } from './reviewRequest'

/** What a formula of a figure is written with: the cells of other figures of the same side. */
export type FormulaPlaces = (key: string) => string

/** A figure of a review, for both periods, with the formula that a spreadsheet works it out by. */
export interface ReviewFigure {
  readonly key: string
  readonly caption: MessageKey
  readonly kind: ColumnKind
  readonly values: Readonly<Record<Side, Figure | Figure<Money>>>
  /** Absent where the rows do not hold what it is made of. */
  readonly formula?: (side: Side, at: FormulaPlaces) => string
  /** What has to be said beside it, above all what is missing. */
  readonly remark?: string | undefined
}

/** A figure as a plain number, amounts in major units; undefined where there is none. */
export function plainValue(figure: Figure | Figure<Money>): number | undefined {
  const { value } = figure
  return value !== undefined && typeof value === 'object' ? majorUnits(value) : value
}

/** How numbers of a kind look. */
export function formatOfKind(kind: ColumnKind, base: CurrencyCode): NumberFormat {
  if (kind === 'money') return moneyFormat(base)
  if (kind === 'share') return 'share'
  return kind === 'count' || kind === 'days' ? 'integer' : 'decimal'
}

/** A figure in a cell: a live formula with its value, or in words why there is none. */
export function figureCell(
  figure: Figure | Figure<Money>,
  formula: string | undefined,
  format: NumberFormat,
  words: ReportWords,
): Cell {
  const value = plainValue(figure)
  if (formula !== undefined) return formulaCell(formula, value ?? '', format)
  if (value !== undefined) return numberCell(value, format)
  return figure.reason === undefined ? null : reasonWords(figure.reason, words)
}

/** An amount over a count as money is divided: rounded once, empty where either is missing. */
export function dividedMoney(amount: string, count: string, base: CurrencyCode): string {
  return `IF(OR(${amount}="",${count}=0),"",ROUND(${amount}/${count},${minorUnitExponent(base)}))`
}
