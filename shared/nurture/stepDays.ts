import type { Enrolment, Plan, PlanStep } from '../records/nurture'
import { addDays, addMonths, compareDays, monthStart } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { addFineDays, nextFineDay, type Obstacle, type TouchCalendar, whyNot } from './fineDay'
import { yearlyDays } from './yearlyDays'

/** One occurrence of a step with the day that the two calendars give it. */
export interface StepDay {
  readonly step: PlanStep
  readonly occurrence: number
  readonly on: IsoDate
  /** The plan's own day and what was in its way, where a weekend or a holiday was. */
  readonly moved?: Obstacle & { readonly from: IsoDate }
}

/** As many occurrences as a touch record may name. */
const MAX_OCCURRENCES = 10_000
/** What a step's timing may count to; a plan from elsewhere that says more is read as saying this. */
const MAX_DAYS = 730
const MAX_BUSINESS_DAYS = 500
const QUARTER_MONTHS = 3

/** The same calendar without its holidays, made once for each. */
const plainCalendars = new WeakMap<TouchCalendar, TouchCalendar>()

/**
 * Every occurrence of every step up to a day, in the plan's order. Which occurrences exist, and what they
 * are called, depends only on the plan and the enrolment, never on a calendar: a monthly step's n-th
 * occurrence belongs to the n-th month after the step before it, whatever holidays come and go. So a
 * changed calendar moves touches but can't rename one, lose one or make two of one.
 */
export function stepDays(
  plan: Plan,
  enrolment: Enrolment,
  calendar: TouchCalendar,
  until: IsoDate,
): StepDay[] {
  const days: StepDay[] = []
  const start = enrolment.startsOn
  // Where the step before stands: without calendars (for names) and with them (for the order of days).
  let anchor = start
  let previous = start
  for (const step of plan.steps) {
    if (step.onlyIf === 'promised' && enrolment.promiseId === undefined) continue
    if (isRecurring(step)) {
      days.push(...recurringDays(step, { start, anchor, previous }, calendar, until))
      continue
    }
    if (step.timing.unit === 'nextMonth') {
      const month = addMonths(monthStart(anchor), 1)
      const day = monthDay(step, 0, month, previous, calendar)
      anchor = month
      previous = day.on
      if (compareDays(day.on, until) <= 0) days.push(day)
      continue
    }
    const day = countedDay(step, start, calendar)
    anchor = calendarFreeDay(step, start)
    previous = day.on
    if (compareDays(day.on, until) <= 0) days.push(day)
  }
  return days
}

/** Whether a step comes again and again. */
export function isRecurring({ timing: { unit } }: PlanStep): boolean {
  return unit === 'monthly' || unit === 'quarterly' || unit === 'yearly'
}

function countedDay(step: PlanStep, start: IsoDate, calendar: TouchCalendar): StepDay {
  if (step.timing.unit === 'businessDays') {
    const count = within(step.timing.count, MAX_BUSINESS_DAYS)
    return { step, occurrence: 0, on: addFineDays(start, count, calendar) }
  }
  return moved(step, 0, calendarFreeDay(step, start), calendar)
}

/** Where the steps before a recurring one stand: the plan's first day, their last one without and with calendars. */
interface Before {
  readonly start: IsoDate
  readonly anchor: IsoDate
  readonly previous: IsoDate
}

function recurringDays(step: PlanStep, before: Before, calendar: TouchCalendar, until: IsoDate): StepDay[] {
  const { timing } = step
  const days: StepDay[] =
    timing.unit === 'yearly'
      ? yearlyDays(timing, before.start, calendar, until).map(({ occurrence, own }) =>
          moved(step, occurrence, own, calendar),
        )
      : monthsDays(step, timing.unit === 'quarterly' ? QUARTER_MONTHS : 1, before, calendar, until)
  return days.filter(({ on }) => compareDays(on, until) <= 0)
}

function monthsDays(
  step: PlanStep,
  months: number,
  { anchor, previous }: Before,
  calendar: TouchCalendar,
  until: IsoDate,
): StepDay[] {
  const days: StepDay[] = []
  const firstMonth = addMonths(monthStart(anchor), months)
  for (let occurrence = 0; occurrence < MAX_OCCURRENCES; occurrence += 1) {
    const month = addMonths(firstMonth, occurrence * months)
    if (compareDays(month, until) > 0) break
    days.push(monthDay(step, occurrence, month, previous, calendar))
  }
  return days
}

function monthDay(
  step: PlanStep,
  occurrence: number,
  month: IsoDate,
  previous: IsoDate,
  calendar: TouchCalendar,
): StepDay {
  // A step before it that slid over the end of the month is not overtaken, nor met on one day.
  const earliest = compareDays(month, previous) > 0 ? month : addDays(previous, 1)
  // The month's first business day is the plan's own day; only a holiday on it is in the way.
  return moved(step, occurrence, nextFineDay(earliest, withoutHolidays(calendar)), calendar)
}

/** A step's day as if every day were a business day of a five-day week: the same for every calendar. */
function calendarFreeDay(step: PlanStep, start: IsoDate): IsoDate {
  return addDays(start, plainDay(step.timing) ?? 0)
}

/**
 * So many days after the start a counted step stands if every day but a week's sixth and seventh is a business day;
 * undefined for steps by the month, quarter or year.
 */
export function plainDay(timing: PlanStep['timing']): number | undefined {
  if (timing.unit === 'days') return within(timing.count, MAX_DAYS)
  if (timing.unit !== 'businessDays') return undefined
  return Math.ceil((within(timing.count, MAX_BUSINESS_DAYS) * 7) / 5)
}

function moved(step: PlanStep, occurrence: number, own: IsoDate, calendar: TouchCalendar): StepDay {
  const on = nextFineDay(own, calendar)
  const obstacle = on === own ? undefined : whyNot(own, calendar)
  return obstacle === undefined
    ? { step, occurrence, on }
    : { step, occurrence, on, moved: { ...obstacle, from: own } }
}

function withoutHolidays(calendar: TouchCalendar): TouchCalendar {
  if (calendar.sides === undefined) return calendar
  const known = plainCalendars.get(calendar)
  const plain = known ?? { workingDays: calendar.workingDays, customerCountry: calendar.customerCountry }
  plainCalendars.set(calendar, plain)
  return plain
}

/** A whole number from 0 to a limit, whatever a plan says. */
function within(count: number, limit: number): number {
  return Number.isNaN(count) ? 0 : Math.min(Math.max(0, Math.trunc(count)), limit)
}
