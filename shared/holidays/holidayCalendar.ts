import { addDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { CountryHolidays, DayOff } from './dayOff'

/** Days of one side, ours or theirs: what is off, what is worked although it is a weekend. */
export interface SideCalendar {
  readonly country?: string | undefined
  /** False where a country is named of which nobody has data, true where none was asked for. */
  readonly isKnown: boolean
  readonly daysOff: ReadonlyMap<IsoDate, DayOff>
  readonly workdays: ReadonlySet<IsoDate>
}

/** What the person says about days, over whatever the library has. */
export interface OwnDays {
  /** Days on which our own house is closed, both ends included. */
  readonly shutdowns?: readonly Shutdown[] | undefined
  /** Corrections by country: a worked weekend, a holiday that the data do not know. */
  readonly overrides?: readonly DayOverride[] | undefined
}

export interface Shutdown {
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
}

export interface DayOverride {
  readonly country: string
  readonly on: IsoDate
  readonly kind: 'holiday' | 'working'
  readonly name?: string | undefined
}

/** A shutdown that was mistyped to last for years is not walked day by day beyond this. */
const LONGEST_SHUTDOWN_DAYS = 366

/** The side of those who read: their country's holidays with the person's own corrections over them. */
export function sideThere(
  country: string | undefined,
  holidays: CountryHolidays | undefined,
  own: OwnDays = {},
): SideCalendar {
  const daysOff = new Map((holidays?.daysOff ?? []).map((dayOff) => [dayOff.day, dayOff]))
  const workdays = new Set(holidays?.workdays ?? [])
  for (const { country: of, on, kind, name = '' } of own.overrides ?? []) {
    if (of !== country) continue
    if (kind === 'holiday') {
      workdays.delete(on)
      daysOff.set(on, { day: on, kind: 'public', country: of, name })
    } else {
      daysOff.delete(on)
      workdays.add(on)
    }
  }
  return { country, isKnown: country !== undefined && holidays?.isKnown === true, daysOff, workdays }
}

/** Our own side: as `sideThere` for our own country, and the days on which our house is closed over all of it. */
export function sideHere(
  country: string | undefined,
  holidays: CountryHolidays | undefined,
  own: OwnDays = {},
): SideCalendar {
  const side = sideThere(country, holidays, own)
  const daysOff = new Map(side.daysOff)
  const workdays = new Set(side.workdays)
  for (const { name, from, to } of own.shutdowns ?? []) {
    for (const day of daysOf(from, to)) {
      daysOff.set(day, { day, kind: 'ours', name })
      workdays.delete(day)
    }
  }
  return { ...side, isKnown: country === undefined || side.isKnown, daysOff, workdays }
}

function daysOf(from: IsoDate, to: IsoDate): IsoDate[] {
  const count = Math.min(daysBetween(from, to) + 1, LONGEST_SHUTDOWN_DAYS)
  return Array.from({ length: Math.max(0, count) }, (_, place) => addDays(from, place))
}
