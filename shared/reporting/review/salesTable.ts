import { salesInScope } from '../../measures/scopeRevenue'
import { compareDays } from '../../time/calendarDay'
import { dayCell, majorUnits, moneyFormat, numberCell, textCell } from '../cells'
import type { Cell } from '../workbook'
import { periodOf, type ReviewBook } from './reviewBook'
import { SIDES } from './reviewRequest'
import type { ReviewTable, TableColumn } from './reviewTable'

/** Earlier than any order of anybody. */
const ALWAYS = '1900-01-01'

/**
 * Every order and every credit of both periods, cut by source as the revenue of a scope is; with `everything` those of
 * all times up to the end of the period.
 */
export function salesTable(book: ReviewBook, everything?: 'everything'): ReviewTable {
  const periods =
    everything === undefined
      ? SIDES.map((side) => periodOf(book, side))
      : [{ from: ALWAYS, to: periodOf(book, 'now').to }]
  const columns: readonly TableColumn[] = [
    { id: 'day', caption: 'costs.day', width: 12 },
    { id: 'customer', caption: 'insights.column.customer', width: 28 },
    { id: 'what', caption: 'review.column.what', width: 12 },
    { id: 'channel', caption: 'insights.column.channel', width: 22 },
    { id: 'touchpoint', caption: 'review.column.touchpoint', width: 26 },
    { id: 'share', caption: 'review.column.orderPart', width: 10 },
    { id: 'amount', caption: 'report.inBase', params: { base: book.base }, width: 16 },
  ]
  const sales = book.facts.flatMap((one) =>
    periods
      .flatMap((period) => salesInScope(one, book.scope, period, book.request.model, book.places))
      .map((sale) => ({ ...sale, customerId: one.customerId })),
  )
  const rows = sales
    .sort((a, b) => compareDays(a.on, b.on))
    .flatMap(({ on, kind, parts, customerId }) =>
      parts.map(({ source, minor }): readonly Cell[] => [
        dayCell(on),
        textCell(book.nameOf(customerId)),
        book.words.text(`review.sale.${kind}`),
        textCell(book.channelNames.get(source.channelId ?? '')),
        textCell(book.touchpointNames.get(source.touchpointId ?? '')),
        // A credit is no order: an empty part is passed over where orders are counted.
        kind === 'order' ? numberCell(source.share, 'rate') : null,
        minor === undefined
          ? null
          : numberCell(majorUnits({ minor, currency: book.base }), moneyFormat(book.base)),
      ]),
    )
  return { name: 'Orders', columns, rows }
}
