import { addDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** Chinese New Year lies between 21 January and 21 February: as many days as there are to look at. */
const EARLIEST = '01-21'
const WINDOW_DAYS = 31

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** The day of Chinese New Year in a Gregorian year, from the engine's own Chinese calendar. */
export function chineseNewYear(year: number): IsoDate {
  for (let offset = 0; offset <= WINDOW_DAYS; offset += 1) {
    const day = addDays(`${String(year).padStart(4, '0')}-${EARLIEST}`, offset)
    const parts = CHINESE.formatToParts(new Date(`${day}T00:00:00Z`))
    const named = (type: string) => parts.find((part) => part.type === type)?.value
    if (named('month') === '1' && named('day') === '1') return day
  }
  throw new RangeError(`no Chinese New Year in ${year}`)
}
