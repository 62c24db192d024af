import { nationalDay } from '../holidays/nationalDays'
import type { PlanStep } from '../records/nurture'
import { addDays, compareDays } from '../time/calendarDay'
import { chineseNewYear } from '../time/chineseNewYear'
import type { IsoDate } from '../time/values'
import type { TouchCalendar } from './fineDay'

type YearlyTiming = Extract<PlanStep['timing'], { readonly unit: 'yearly' }>

/** A season's notice goes out at most half a year before or after its day. */
const MAX_OFFSET_DAYS = 180

/**
 * The days of a yearly step from `start` to `until`: so many days before or after the year's anchor. The n-th
 * occurrence belongs to the n-th year after the one in which the enrolment began, whether or not there is a day in the
 * years before it. A year whose anchor nobody knows (no shutdown set, a country without a national day) has none. The
 * national day is the customer's, the shutdown ours. What was due before the enrolment began is not made up for.
 */
export function yearlyDays(
  timing: YearlyTiming,
  start: IsoDate,
  calendar: TouchCalendar,
  until: IsoDate,
): { readonly occurrence: number; readonly own: IsoDate }[] {
  const offset = Math.min(Math.max(timing.offsetDays, -MAX_OFFSET_DAYS), MAX_OFFSET_DAYS)
  const firstYear = Number(start.slice(0, 4))
  // A notice half a year ahead of its anchor may fall into the year before.
  const lastYear = Number(until.slice(0, 4)) + 1
  const days: { occurrence: number; own: IsoDate }[] = []
  for (let year = firstYear; year <= lastYear; year += 1) {
    const anchor = anchorOf(timing.anchor, year, calendar)
    if (anchor === undefined) continue
    const own = addDays(anchor, offset)
    if (compareDays(own, start) >= 0 && compareDays(own, until) <= 0)
      days.push({ occurrence: year - firstYear, own })
  }
  return days
}

function anchorOf(
  anchor: YearlyTiming['anchor'],
  year: number,
  calendar: TouchCalendar,
): IsoDate | undefined {
  switch (anchor) {
    case 'newYear':
      return `${year}-01-01`
    case 'chineseNewYear':
      return chineseNewYear(year)
    case 'nationalDay':
      return nationalDay(calendar.customerCountry, year)
    case 'shutdown':
      return firstClosedDay(year, calendar)
  }
}

/** The first day of the year's first shutdown of ours; one that goes on over the turn of the year began before. */
function firstClosedDay(year: number, { sides }: TouchCalendar): IsoDate | undefined {
  const daysOff = sides?.here.daysOff
  return [...(daysOff?.values() ?? [])]
    .filter(({ day, kind }) => kind === 'ours' && day.startsWith(`${year}-`))
    .map(({ day }) => day)
    .sort(compareDays)
    .find((day) => daysOff?.get(addDays(day, -1))?.kind !== 'ours')
}
