import { addDays, dayNumber, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { nextFineDay, type TouchCalendar } from './fineDay'
import type { PlannedTouch } from './plannedTouch'

/** Nothing is put off by more than a quarter: what finds no room by then stands on the first fine day after it. */
const LAST_DAY_AHEAD = 92

/** A touch whose day has passed. */
export interface LateTouch {
  readonly touch: PlannedTouch
  /** What the customer is worth looking at (`customerValue`). */
  readonly value: number
  readonly calendar: TouchCalendar
}

/** What the days ahead can bear. */
export interface CatchUpRoom {
  readonly today: IsoDate
  /** How many touches one day may hold; at least 1. */
  readonly perDay: number
  /** What is due on each day from today on without the late ones. */
  readonly load: ReadonlyMap<IsoDate, number>
  /** Two touches of one person stand at least so many days apart, and never on one day. */
  readonly capDays: number
}

/** Where a late touch goes. On today it is not moved: it stays late, and first. */
export interface CaughtUp {
  readonly touch: PlannedTouch
  readonly to: IsoDate
  /** Value x lateness, lateness being 1 on the day itself and one more for each day past (measures.md). */
  readonly rank: number
}

/**
 * Spreads what has become late over today and the days after it: what ranks highest by value x lateness first, on the
 * first day that is fine for both sides, has room, and is far enough from the person's other late touches. Days that are
 * full already are left as they are. The answer has every touch once, in the order of rank; equal ranks stand in the
 * order of their keys.
 */
export function catchUp(late: readonly LateTouch[], room: CatchUpRoom): CaughtUp[] {
  const { today, load } = room
  const taken = new Map(load)
  const daysOf = new Map<string, number[]>()
  const ranked = late
    .map((one) => ({ ...one, rank: one.value * (1 + Math.max(0, daysBetween(one.touch.dueOn, today))) }))
    .sort((a, b) => b.rank - a.rank || (a.touch.key < b.touch.key ? -1 : 1))
  return ranked.map(({ touch, calendar, rank }) => {
    const person = touch.personId ?? touch.customerId
    const own = daysOf.get(person) ?? []
    const to = dayFor(calendar, own, taken, room)
    taken.set(to, (taken.get(to) ?? 0) + 1)
    daysOf.set(person, [...own, dayNumber(to)])
    return { touch, to, rank }
  })
}

function dayFor(
  calendar: TouchCalendar,
  own: readonly number[],
  taken: ReadonlyMap<IsoDate, number>,
  { today, perDay, capDays }: CatchUpRoom,
): IsoDate {
  const apart = Math.max(1, capDays)
  const last = addDays(today, LAST_DAY_AHEAD)
  let day = nextFineDay(today, calendar)
  while (day < last) {
    const isFull = (taken.get(day) ?? 0) >= Math.max(1, perDay)
    const isNear = own.some((other) => Math.abs(other - dayNumber(day)) < apart)
    if (!isFull && !isNear) return day
    day = nextFineDay(addDays(day, 1), calendar)
  }
  return day
}
