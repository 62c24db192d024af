import type { MessageKey } from '../../i18n/catalogues'
import { formulaCell, textCell } from '../cells'
import { rowList } from '../dataQualitySheet'
import type { Cell, Sheet } from '../workbook'
import type { ReviewBook } from './reviewBook'
import { type ReviewTable, rangeOf } from './reviewTable'

/** A gap in the rows: which column is empty, and why that matters. */
export const CHECKS = [
  { table: 'Customers', column: 'channel', of: 'customer', name: 'noSource' },
  { table: 'Customers', column: 'country', of: 'customer', name: 'noCountry' },
  { table: 'Orders', column: 'amount', of: 'day', name: 'orderNoRate' },
  { table: 'Orders', column: 'channel', of: 'day', name: 'orderNoSource' },
  { table: 'Costs', column: 'amount', of: 'day', name: 'unpriced' },
  { table: 'Costs', column: 'rate', of: 'day', name: 'noRate' },
  { table: 'Products', column: 'revenue', of: 'day', name: 'productNoRevenue' },
] as const

/** What is missing in the rows, how often and where: a figure over gaps is a floor, not a fact. */
export function reviewQuality(tables: readonly ReviewTable[], book: ReviewBook): Sheet {
  const { text } = book.words
  const rows = CHECKS.flatMap(({ table: name, column, of, name: check }): Cell[][] => {
    const table = tables.find((one) => one.name === name)
    if (table === undefined || !table.columns.some(({ id }) => id === column)) return []
    // Only orders have a revenue; of the other steps none is missing.
    const isProduct = check === 'productNoRevenue'
    const place = table.columns.findIndex(({ id }) => id === column)
    const stepPlace = table.columns.findIndex(({ id }) => id === 'step')
    const ordered = text('insights.column.ordered')
    const counts = (row: readonly Cell[]) => !isProduct || row[stepPlace] === ordered
    const missing = table.rows.flatMap((row, line) =>
      counts(row) && (row[place] ?? null) === null ? [line + 2] : [],
    )
    const total = table.rows.filter(counts).length
    const all = isProduct
      ? `COUNTIF(${rangeOf(table, 'step')},"${ordered}")`
      : `COUNTA(${rangeOf(table, of)})`
    const known = isProduct
      ? `COUNTIFS(${rangeOf(table, 'step')},"${ordered}",${rangeOf(table, column)},"<>")`
      : `COUNTA(${rangeOf(table, column)})`
    return [
      [
        text(`review.quality.${check}`),
        formulaCell(`${all}-${known}`, missing.length, 'integer'),
        formulaCell(all, total, 'integer'),
        name,
        textCell(rowList(missing)),
        text(`review.quality.${check}.why`),
      ],
    ]
  })
  const column = (caption: MessageKey, width: number, holds: 'plain' | 'longText' = 'plain') => ({
    caption: text(caption),
    width,
    holds,
  })
  return {
    name: 'Data quality',
    columns: [
      column('quality.check', 34),
      column('quality.count', 8),
      column('quality.of', 8),
      column('quality.sheet', 12),
      column('quality.rows', 40, 'longText'),
      column('quality.why', 60, 'longText'),
    ],
    rows,
    tableRows: rows.length,
  }
}
