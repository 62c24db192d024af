import { addDays, type Weekday, weekday } from './calendarDay'
import type { IsoDate } from './values'

const SATURDAY_SUNDAY: readonly Weekday[] = [6, 7]

/**
 * Countries whose weekend is not Saturday and Sunday.
 *
 * Source: Unicode CLDR 48, supplemental weekData (weekendStart, weekendEnd). Additions that CLDR lacks, from
 * the countries' own public-service hours: BD, MV and PS rest on Friday and Saturday, BN on Friday and
 * Sunday, NP on Saturday, DJ and SO on Friday. AE moved to Saturday and Sunday on 2022-01-01 and is
 * therefore absent. States within a country (Kedah, Kelantan, Terengganu in MY) are not told apart.
 */
const WEEKENDS: Readonly<Record<string, readonly Weekday[]>> = {
  AF: [4, 5],
  BD: [5, 6],
  BH: [5, 6],
  BN: [5, 7],
  DJ: [5],
  DZ: [5, 6],
  EG: [5, 6],
  IL: [5, 6],
  IN: [7],
  IQ: [5, 6],
  IR: [5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  MV: [5, 6],
  NP: [6],
  OM: [5, 6],
  PS: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SO: [5],
  SY: [5, 6],
  UG: [7],
  YE: [5, 6],
}

/** How far `nextBusinessDay` looks before it gives up: longer than any real run of holidays. */
const SEARCH_DAYS = 31

/** The days on which somebody works. */
export interface WorkRule {
  /** ISO weekdays that are worked. */
  readonly workingDays: readonly number[]
  /** Days off besides the weekend. */
  readonly holidays?: ReadonlySet<IsoDate> | undefined
}

/** The ISO weekdays on which a country rests; Saturday and Sunday where nothing else is known. */
export function weekendOf(country: string | undefined): readonly Weekday[] {
  if (country === undefined || !Object.hasOwn(WEEKENDS, country)) return SATURDAY_SUNDAY
  return WEEKENDS[country] ?? SATURDAY_SUNDAY
}

/** Whether a day falls on the weekend of a country. */
export function isWeekend(day: IsoDate, country: string | undefined): boolean {
  return weekendOf(country).includes(weekday(day))
}

/** The work rule of a country: every day but its weekend, less the given holidays. */
export function workRuleOf(country: string | undefined, holidays?: ReadonlySet<IsoDate>): WorkRule {
  const weekend = weekendOf(country)
  const workingDays = [1, 2, 3, 4, 5, 6, 7].filter((day) => !weekend.includes(day as Weekday))
  return holidays === undefined ? { workingDays } : { workingDays, holidays }
}

/** Whether all the given rules call a day a business day; with no rule every day is one. */
export function isBusinessDay(day: IsoDate, ...rules: readonly WorkRule[]): boolean {
  const on = weekday(day)
  return rules.every((rule) => rule.workingDays.includes(on) && rule.holidays?.has(day) !== true)
}

/**
 * The day itself if it is a business day under all rules, else the next one that is.
 * Undefined when a month holds none, as when the rules share no weekday.
 */
export function nextBusinessDay(day: IsoDate, ...rules: readonly WorkRule[]): IsoDate | undefined {
  for (let ahead = 0; ahead <= SEARCH_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (isBusinessDay(candidate, ...rules)) return candidate
  }
  return undefined
}

/**
 * The `count`-th business day after a day; with count 0 what `nextBusinessDay` answers.
 * Undefined when the rules leave no business day within a month of the last one found.
 */
export function addBusinessDays(
  day: IsoDate,
  count: number,
  ...rules: readonly WorkRule[]
): IsoDate | undefined {
  if (count === 0) return nextBusinessDay(day, ...rules)
  let current: IsoDate | undefined = day
  for (let done = 0; done < count && current !== undefined; done += 1) {
    current = nextBusinessDay(addDays(current, 1), ...rules)
  }
  return current
}
