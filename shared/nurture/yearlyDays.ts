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
 * years before it. A year whose anchor nobody knows (no shutdown set, no national day in the data) has none.
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
  { sides }: TouchCalendar,
): IsoDate | undefined {
  if (anchor === 'newYear') return `${year}-01-01`
  if (anchor === 'chineseNewYear') return chineseNewYear(year)
  const inYear = [...(sides?.here.daysOff.values() ?? [])]
    .filter(({ day, kind, nameKey }) => {
      const isMeant = anchor === 'shutdown' ? kind === 'ours' : nameKey === 'nationalDay'
      return isMeant && day.startsWith(`${year}-`)
    })
    .map(({ day }) => day)
    .sort(compareDays)
  // A shutdown that goes on over the turn of the year began in the year before.
  return inYear.find(
    (day) => sides?.here.daysOff.get(addDays(day, -1))?.kind !== 'ours' || anchor !== 'shutdown',
  )
}
