import type { Enrolment, Plan, Touch } from '../records/nurture'
import { addDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { TouchCalendar } from './fineDay'
import { type PlannedTouch, plannedTouches } from './scheduler'

/** All records that say what is planned for one customer; live ones only. */
export interface CustomerNurture {
  readonly enrolments: readonly Enrolment[]
  readonly plans: readonly Plan[]
  readonly touches: readonly Touch[]
  readonly calendar: TouchCalendar
}

/** What is still to come for one customer, late things included, up to so many days from today; earliest first. */
export function plannedFor(nurture: CustomerNurture, today: IsoDate, daysAhead: number): PlannedTouch[] {
  const { enrolments, plans, touches, calendar } = nurture
  const planned = enrolments.flatMap((enrolment) => {
    const plan = plans.find((candidate) => candidate.id === enrolment.planId)
    if (plan === undefined) return []
    const window = { from: enrolment.startsOn, to: addDays(today, daysAhead), today }
    return plannedTouches({ plan, enrolment, touches, calendar, ...window })
  })
  return planned.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}
