import type { PlannedTouch } from '../nurture/scheduler'
import type { Interaction } from '../records/interaction'
import type { Plan, Touch } from '../records/nurture'
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

/** What a mark says: done by us, said by them, to be done, to be done and late, moved away from here. */
export type MarkKind = 'done' | 'heard' | 'planned' | 'late' | 'movedFrom'

/** One thing on one day. `lane` is a plan's id, `promises` or `talks`; `row` a step's key or who it is by. */
export interface Mark {
  readonly lane: string
  readonly row: string
  readonly day: IsoDate
  readonly kind: MarkKind
  readonly customerId: string
  /** A touch's key, or a record's id. */
  readonly key: string
  readonly touch?: PlannedTouch | undefined
}

/** The records of a span; live ones only. */
export interface SpanSources {
  readonly planned: readonly (PlannedTouch & { readonly planId: string })[]
  readonly done: readonly (Pick<Touch, 'id' | 'customerId' | 'stepKey' | 'on' | 'action'> & {
    readonly planId: string
  })[]
  readonly talks: readonly Pick<
    Interaction,
    'id' | 'customerId' | 'kind' | 'direction' | 'at' | 'day' | 'touchKey'
  >[]
  readonly promises: readonly Pick<PromiseRecord, 'id' | 'customerId' | 'by' | 'dueOn'>[]
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
    put({ lane, row, day: dueOn, kind: touch.status === 'late' ? 'late' : 'planned', customerId, key, touch })
    if (movedFrom !== undefined && movedBecause === 'person')
      put({ lane, row, day: movedFrom, kind: 'movedFrom', customerId, key: `${key}/from`, touch })
  }
  for (const { planId: lane, stepKey: row, customerId, id: key, on: day, action } of sources.done) {
    if (action === 'done') put({ lane, row, day, kind: 'done', customerId, key })
  }
  for (const talk of sources.talks) {
    // A touch of a plan stands in its plan's lane; a note is nobody's word to the other.
    if (talk.touchKey !== undefined || talk.kind === 'note') continue
    const { id: key, customerId, direction } = talk
    const [row, kind] = direction === 'out' ? (['us', 'done'] as const) : (['them', 'heard'] as const)
    put({ lane: 'talks', row, day: talk.day ?? dayIn(zone, talk.at), kind, customerId, key })
  }
  for (const { id: key, customerId, by: row, dueOn: day } of sources.promises) {
    const kind = compareDays(day, today) < 0 ? 'late' : 'planned'
    put({ lane: 'promises', row, day, kind, customerId, key })
  }
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

/** The marks of one row on one day, drawn as one sign each or as one counted bar. */
export interface Cell {
  readonly day: IsoDate
  readonly kind: MarkKind
  readonly marks: readonly Mark[]
}

/** A lane with its rows, each row's cells in the order of days. */
export interface Lane {
  readonly id: string
  /** How many customers are in it. */
  readonly customers: number
  readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[]
}

/** One lane a plan (its steps as rows, in the plan's order), then promises, then talks; empty ones are left out. */
export function lanesByPlan(marks: readonly Mark[], plans: readonly Plan[]): Lane[] {
  const rowsOf = new Map<string, readonly string[]>([
    ...plans.map((plan) => [plan.id, plan.steps.map((step) => step.key)] as const),
    ['promises', ['us', 'them']],
    ['talks', ['them', 'us']],
  ])
  const byLane = groupBy(marks, (mark) => mark.lane)
  return [...rowsOf].flatMap(([id, rows]) => {
    const own = byLane.get(id)
    return own === undefined ? [] : [laneOf(id, rows, own, (mark) => mark.row)]
  })
}

/** One lane a customer, those with something late or planned first, by the day it falls on. */
export function lanesByCustomer(marks: readonly Mark[]): Lane[] {
  const lanes = [...groupBy(marks, (mark) => mark.customerId)].map(([id, own]) => {
    const ahead = own.filter(({ kind }) => kind === 'planned' || kind === 'late').map(({ day }) => day)
    return { lane: laneOf(id, ['all'], own, () => 'all'), next: ahead.sort(compareDays)[0] ?? '9999-12-31' }
  })
  return lanes
    .sort((a, b) => compareDays(a.next, b.next) || (a.lane.id < b.lane.id ? -1 : 1))
    .map(({ lane }) => lane)
}

function laneOf(
  id: string,
  rows: readonly string[],
  marks: readonly Mark[],
  rowOf: (mark: Mark) => string,
): Lane {
  const byRow = groupBy(marks, rowOf)
  return {
    id,
    customers: new Set(marks.map((mark) => mark.customerId)).size,
    rows: rows.flatMap((key) => {
      const own = byRow.get(key)
      return own === undefined ? [] : [{ key, cells: cellsOf(own) }]
    }),
  }
}

function cellsOf(marks: readonly Mark[]): Cell[] {
  return [...groupBy(marks, (mark) => `${mark.day}/${mark.kind}`).values()]
    .flatMap((own): Cell[] => {
      const first = own[0]
      return first === undefined ? [] : [{ day: first.day, kind: first.kind, marks: own }]
    })
    .sort((a, b) => compareDays(a.day, b.day) || (a.kind < b.kind ? -1 : 1))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
