import { addDays, addMonths, monthStart } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** What one month of paid keywords on the platform cost and brought. */
export interface KeywordMonth {
  readonly from: IsoDate
  readonly to: IsoDate
  /** In fen. */
  readonly minor: number
  readonly impressions: number
  readonly clicks: number
  readonly enquiries: number
  readonly orders: number
}

/** What each of four years of keywords cost, oldest first, in thousands of CNY: the same clicks, dearer each year. */
const YEARS = [62, 74, 86, 100] as const
/** How a year is spread over its months, in parts of a hundred. */
const MONTH_PERCENTS = [7, 6, 9, 9, 8, 8, 8, 9, 9, 10, 9, 8] as const
const CLICKS = 2000
const ENQUIRIES = 50
/** The months in which an order came of it: three a year. */
const ORDER_MONTHS: readonly number[] = [2, 6, 10]

/**
 * The last forty-eight whole months before a day. The last twelve together are the worked figure that the product is
 * measured by: CNY 100,000, 2,000 clicks, 50 enquiries, 3 orders.
 */
export function keywordMonths(today: IsoDate): KeywordMonth[] {
  const first = addMonths(monthStart(today), -YEARS.length * 12)
  return YEARS.flatMap((thousands, year) =>
    MONTH_PERCENTS.map((percent, month): KeywordMonth => {
      const before = MONTH_PERCENTS.slice(0, month).reduce<number>((sum, part) => sum + part, 0)
      const from = addMonths(first, year * 12 + month)
      const clicks = (CLICKS * percent) / 100
      return {
        from,
        to: addDays(addMonths(from, 1), -1),
        minor: thousands * 1000 * percent,
        impressions: clicks * 48,
        clicks,
        enquiries:
          Math.round((ENQUIRIES * (before + percent)) / 100) - Math.round((ENQUIRIES * before) / 100),
        orders: ORDER_MONTHS.includes(month) ? 1 : 0,
      }
    }),
  )
}
