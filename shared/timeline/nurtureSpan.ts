import type { PlannedTouch } from '../nurture/scheduler'
import type { Appointment } from '../records/appointment'
import type { Engagement } from '../records/content'
import type { HandleKind } from '../records/handle'
import type { Interaction } from '../records/interaction'
import type { Touch } from '../records/nurture'
import type { PromiseRecord } from '../records/promise'
import { addDays, compareDays, dayIn, daysBetween, monthStart, weekday } from '../time/calendarDay'
import type { IsoDate, ZoneName } from '../time/values'

/** How much time the timeline shows at once. */
export const SPANS = ['week', 'month', 'quarter'] as const
export type SpanKind = (typeof SPANS)[number]

/** The days that are shown, both ends included. */
export interface Span {
  readonly from: IsoDate
  readonly to: IsoDate
}

const SPAN_DAYS: Readonly<Record<SpanKind, number>> = { week: 7, month: 35, quarter: 91 }

/** Lanes that belong to no plan, in their order below the plans. */
export const OWN_LANES = ['appointments', 'promises', 'talks', 'engagements'] as const

/** What a mark says: done by us, said by them, to be done, to be done and late, moved away from here. */
export type MarkKind = 'done' | 'heard' | 'planned' | 'late' | 'movedFrom'

/** One thing on one day. `lane` is a plan's id or one of `OWN_LANES`; `row` a step's key or who it is by. */
export interface Mark {
  readonly lane: string
  readonly row: string
  readonly day: IsoDate
  readonly kind: MarkKind
  readonly customerId: string
  /** A touch's key, or a record's id. */
  readonly key: string
  readonly touch?: PlannedTouch | undefined
  /** By which way it went or is meant to go, where that is known. */
  readonly carrier?: HandleKind | undefined
}

/** The records of a span; live ones only. */
export interface SpanSources {
  readonly planned: readonly (PlannedTouch & {
    readonly planId: string
    /** What the step writes by first. */
    readonly by?: HandleKind | undefined
  })[]
  readonly done: readonly (Pick<Touch, 'id' | 'customerId' | 'stepKey' | 'on' | 'action'> & {
    readonly planId: string
    readonly by?: HandleKind | undefined
  })[]
  readonly talks: readonly Pick<
    Interaction,
    'id' | 'customerId' | 'kind' | 'direction' | 'at' | 'day' | 'touchKey' | 'carrier'
  >[]
  readonly promises: readonly Pick<PromiseRecord, 'id' | 'customerId' | 'by' | 'dueOn'>[]
  /** Open ones; one that took place is a talk. Those with nobody of the notebook have no mark. */
  readonly appointments: readonly Pick<Appointment, 'id' | 'customerId' | 'startsAt'>[]
  readonly engagements: readonly Pick<Engagement, 'id' | 'customerId' | 'at' | 'day'>[]
}

/**
 * The span around a day: whole weeks from Monday on. A month shows five weeks, today in the second of them;
 * a quarter thirteen, today in the fifth. `shift` goes so many spans forward or back.
 */
export function spanAround(today: IsoDate, kind: SpanKind, shift: number): Span {
  const monday = addDays(today, 1 - weekday(today))
  const before = kind === 'week' ? 0 : kind === 'month' ? 7 : 28
  const from = addDays(monday, shift * SPAN_DAYS[kind] - before)
  return { from, to: addDays(from, SPAN_DAYS[kind] - 1) }
}

/** The days of a span, in order. */
export function spanDays(span: Span): IsoDate[] {
  return Array.from({ length: daysBetween(span.from, span.to) + 1 }, (_, place) => addDays(span.from, place))
}

/** Where months begin within a span, the first day of the span among them. */
export function monthStarts(span: Span): IsoDate[] {
  return spanDays(span).filter((day, place) => place === 0 || monthStart(day) === day)
}

/** Everything of a span as marks: past on its own day, planned on the day that it is due. */
export function marksOf(sources: SpanSources, span: Span, today: IsoDate, zone: ZoneName): Mark[] {
  const marks: Mark[] = []
  const put = (mark: Mark) => {
    if (compareDays(mark.day, span.from) >= 0 && compareDays(mark.day, span.to) <= 0) marks.push(mark)
  }
  for (const touch of sources.planned) {
    const { planId: lane, stepKey: row, customerId, key, dueOn, movedFrom, movedBecause } = touch
    const carrier = touch.carrier ?? touch.by
    const kind = touch.status === 'late' ? 'late' : 'planned'
    put({ lane, row, day: dueOn, kind, customerId, key, touch, carrier })
    if (movedFrom !== undefined && movedBecause === 'person')
      put({ lane, row, day: movedFrom, kind: 'movedFrom', customerId, key: `${key}/from`, touch, carrier })
  }
  for (const {
    planId: lane,
    stepKey: row,
    customerId,
    id: key,
    on: day,
    action,
    by: carrier,
  } of sources.done) {
    if (action === 'done') put({ lane, row, day, kind: 'done', customerId, key, carrier })
  }
  for (const talk of sources.talks) {
    // A touch of a plan stands in its plan's lane; a note is nobody's word to the other.
    if (talk.touchKey !== undefined || talk.kind === 'note') continue
    const { id: key, customerId, direction, carrier } = talk
    const [row, kind] = direction === 'out' ? (['us', 'done'] as const) : (['them', 'heard'] as const)
    put({ lane: 'talks', row, day: talk.day ?? dayIn(zone, talk.at), kind, customerId, key, carrier })
  }
  for (const { id: key, customerId, by: row, dueOn: day } of sources.promises) {
    const kind = compareDays(day, today) < 0 ? 'late' : 'planned'
    put({ lane: 'promises', row, day, kind, customerId, key })
  }
  for (const { id: key, customerId, startsAt } of sources.appointments) {
    const day = dayIn(zone, startsAt)
    const kind = compareDays(day, today) < 0 ? 'late' : 'planned'
    if (customerId !== undefined) put({ lane: 'appointments', row: 'agreed', day, kind, customerId, key })
  }
  for (const { id: key, customerId, at, day = dayIn(zone, at) } of sources.engagements)
    put({ lane: 'engagements', row: 'them', day, kind: 'heard', customerId, key })
  return marks
}

/** What is to be done on each day of a span: planned and late marks of ours. */
export function loadOf(marks: readonly Mark[]): ReadonlyMap<IsoDate, number> {
  const load = new Map<IsoDate, number>()
  for (const { kind, lane, row, day } of marks) {
    if (kind !== 'planned' && kind !== 'late') continue
    if (lane === 'promises' && row === 'them') continue
    load.set(day, (load.get(day) ?? 0) + 1)
  }
  return load
}
