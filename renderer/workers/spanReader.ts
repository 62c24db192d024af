import type { DayOff } from '#shared/holidays/dayOff'
import type { SideCalendar } from '#shared/holidays/holidayCalendar'
import type { TouchCalendar } from '#shared/nurture/fineDay'
import type { HandleKind } from '#shared/records/handle'
import type { Plan } from '#shared/records/nurture'
import { addDays, DAY_MS, startOfDay, weekday } from '#shared/time/calendarDay'
import { type Mark, marksOf, type Span, spanDays } from '#shared/timeline/nurtureSpan'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import type { NurtureMemory } from './nurtureMemory'

/** The timeline of all customers for some days. */
export interface SpanRequest extends Span {
  readonly today: string
  readonly zone: string
}

export interface SpanAnswer {
  readonly marks: readonly Mark[]
  readonly plans: readonly Plan[]
  /** Days off of ours, and in the countries of customers who have a mark, in order. */
  readonly daysOff: readonly DayOff[]
  /** The days on which our own house does not work: weekends, holidays, shutdowns. */
  readonly closedDays: readonly string[]
  /** How many touches a day of ours can bear; undefined where the notebook does not say. */
  readonly capacity: number | undefined
}

/** The marks' sources that are read for each question; the others are followed in memory. */
type SpanRecords = Pick<Parameters<typeof marksOf>[0], 'talks' | 'engagements' | 'appointments'>

/** Talks, engagements and open appointments of a span, and of a day around it. */
export async function readSpan(db: NotebookDatabase, { from, to, zone }: SpanRequest): Promise<SpanRecords> {
  // A day begins up to fourteen hours earlier elsewhere; `marksOf` cuts at the day.
  const [first, last] = [startOfDay(from, zone) - DAY_MS, startOfDay(addDays(to, 1), zone) + DAY_MS]
  const [talks, engagements, appointments] = await Promise.all([
    db.rows('interactions').where('at').between(first, last).toArray(),
    db.rows('engagements').where('at').between(first, last).toArray(),
    db.rows('appointments').where('openAt').between(first, last).toArray(),
  ])
  return {
    talks: liveRecords('interactions', talks),
    engagements: liveRecords('engagements', engagements),
    appointments: liveRecords('appointments', appointments),
  }
}

/** The timeline of all customers, from what was read and what is in memory this moment. */
export function spanOf(
  memory: NurtureMemory,
  records: SpanRecords & Pick<Parameters<typeof marksOf>[0], 'promises'>,
  request: SpanRequest,
): SpanAnswer {
  const { from, to, today, zone } = request
  const state = memory.state()
  const ways = firstWays(state.plans)
  const planWith = (touch: { readonly enrolmentId: string; readonly stepKey: string }) => {
    const id = state.planOf.get(touch.enrolmentId) ?? ''
    return { planId: id, by: ways.get(`${id}/${touch.stepKey}`) }
  }
  const sources = {
    ...records,
    planned: memory.planned(state, { from, to }, today).map((touch) => ({ ...touch, ...planWith(touch) })),
    done: state.touches.map((touch) => ({ ...touch, ...planWith(touch) })),
  }
  const marks = marksOf(sources, { from, to }, today, zone)
  const countries = new Set(marks.flatMap(({ customerId }) => memory.glance(customerId)?.country ?? []))
  const ours = memory.calendarOf(undefined).sides?.here
  return {
    marks,
    plans: state.plans,
    capacity: state.spacing.dayCapacity,
    closedDays: spanDays(request).filter((day) => isClosed(day, state.workingDays, ours)),
    daysOff: daysOffOf(
      [...countries].map((country) => memory.calendarOf(country)),
      request,
    ),
  }
}

/** Whether our own house does not work on a day; a weekend that is worked instead is no day off. */
function isClosed(day: string, workingDays: readonly number[], ours: SideCalendar | undefined): boolean {
  if (ours?.daysOff.has(day) === true) return true
  return !workingDays.includes(weekday(day)) && ours?.workdays.has(day) !== true
}

/** The way that each step writes by first, under its plan's id and its key. */
function firstWays(plans: readonly Plan[]): ReadonlyMap<string, HandleKind> {
  const ways = plans.flatMap(({ id, steps }) =>
    steps.flatMap(({ key, carriers: [first] = [] }) =>
      first === undefined ? [] : [[`${id}/${key}`, first] as const],
    ),
  )
  return new Map(ways)
}

/** What some calendars have off within a span, each day and country once; our own days are in all of them. */
function daysOffOf(calendars: readonly TouchCalendar[], { from, to }: Span): DayOff[] {
  const found = new Map<string, DayOff>()
  for (const { sides } of calendars) {
    for (const side of [sides?.here, sides?.there]) {
      for (const dayOff of side?.daysOff.values() ?? []) {
        if (dayOff.day < from || dayOff.day > to) continue
        found.set(`${dayOff.day}/${dayOff.country ?? ''}`, dayOff)
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dayOff]) => dayOff)
}
