import type { Content } from '../records/content'
import { addDays, addMonths, compareDays, monthStart, type Weekday, weekday } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** A day of the content calendar. */
export interface ContentDay {
  readonly day: IsoDate
  /** Days of the neighbouring months fill the first and the last week. */
  readonly inMonth: boolean
  readonly pieces: readonly Content[]
}

/** The month of a day as whole weeks that begin on a weekday, each piece on its day. */
export function contentMonth(
  content: readonly Content[],
  month: IsoDate,
  weekBegins: Weekday,
): ContentDay[][] {
  const first = monthStart(month)
  const next = addMonths(first, 1)
  const weeks: ContentDay[][] = []
  for (
    let start = addDays(first, -((weekday(first) - weekBegins + 7) % 7));
    compareDays(start, next) < 0;
    start = addDays(start, 7)
  ) {
    weeks.push(
      Array.from({ length: 7 }, (_, place) => {
        const day = addDays(start, place)
        return {
          day,
          inMonth: monthStart(day) === first,
          pieces: content.filter((piece) => piece.on === day),
        }
      }),
    )
  }
  return weeks
}
