import type { Enrolment, Plan, PlanStep } from '../records/nurture'
import { addBusinessDays } from '../time/businessDays'
import { addDays, addMonths, compareDays, monthStart } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type MoveReason, nextFineDay, rulesOf, type TouchCalendar, whyNot } from './fineDay'

/** One occurrence of a step with the day that the two calendars give it. */
export interface StepDay {
  readonly step: PlanStep
  readonly occurrence: number
  readonly on: IsoDate
  /** The plan's own day, where a weekend or a holiday was in the way. */
  readonly movedFrom?: IsoDate
  readonly movedBecause?: Exclude<MoveReason, 'person'>
}

/** As many occurrences as a touch record may name. */
const MAX_OCCURRENCES = 10_000

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
    if (step.timing.unit === 'monthly') {
      days.push(...monthlyDays(step, anchor, previous, calendar, until))
      continue
    }
    const day = countedDay(step, start, calendar)
    anchor = calendarFreeDay(step, start)
    previous = day.on
    if (compareDays(day.on, until) <= 0) days.push(day)
  }
  return days
}

function countedDay(step: PlanStep, start: IsoDate, calendar: TouchCalendar): StepDay {
  if (step.timing.unit === 'businessDays') {
    const counted = addBusinessDays(start, step.timing.count, ...rulesOf(calendar))
    return { step, occurrence: 0, on: counted ?? calendarFreeDay(step, start) }
  }
  return moved(step, 0, calendarFreeDay(step, start), calendar)
}

function monthlyDays(
  step: PlanStep,
  anchor: IsoDate,
  previous: IsoDate,
  calendar: TouchCalendar,
  until: IsoDate,
): StepDay[] {
  const days: StepDay[] = []
  const firstMonth = addMonths(monthStart(anchor), 1)
  for (let occurrence = 0; occurrence < MAX_OCCURRENCES; occurrence += 1) {
    const month = addMonths(firstMonth, occurrence)
    if (compareDays(month, until) > 0) break
    // A step before it that slid over the end of the month is not overtaken, nor met on one day.
    const earliest = compareDays(month, previous) > 0 ? month : addDays(previous, 1)
    const on = nextFineDay(earliest, calendar)
    if (compareDays(on, until) <= 0) days.push({ step, occurrence, on })
  }
  return days
}

/** A step's day as if every day were a business day of a five-day week: the same for every calendar. */
function calendarFreeDay(step: PlanStep, start: IsoDate): IsoDate {
  if (step.timing.unit === 'days') return addDays(start, step.timing.count)
  if (step.timing.unit === 'businessDays') return addDays(start, Math.ceil((step.timing.count * 7) / 5))
  return start
}

function moved(step: PlanStep, occurrence: number, nominal: IsoDate, calendar: TouchCalendar): StepDay {
  const reason = whyNot(nominal, calendar)
  const on = nextFineDay(nominal, calendar)
  if (reason === undefined || on === nominal) return { step, occurrence, on: nominal }
  return { step, occurrence, on, movedFrom: nominal, movedBecause: reason }
}
