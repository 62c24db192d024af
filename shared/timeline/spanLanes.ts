import { groupedBy } from '../grouping/groupedBy'
import type { Plan } from '../records/nurture'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type Mark, type MarkKind, OWN_LANES } from './nurtureSpan'

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

/** One lane a plan (its steps as rows, in the plan's order), then `OWN_LANES`; empty ones are left out. */
export function lanesByPlan(marks: readonly Mark[], plans: readonly Plan[]): Lane[] {
  const rowsOf = new Map<string, readonly string[]>([
    ...plans.map((plan) => [plan.id, plan.steps.map((step) => step.key)] as const),
    ['appointments', ['agreed']],
    ['promises', ['us', 'them']],
    ['talks', ['them', 'us']],
    ['engagements', ['them']],
  ])
  const byLane = groupedBy(marks, (mark) => mark.lane)
  return [...rowsOf].flatMap(([id, rows]) => {
    const own = byLane.get(id)
    return own === undefined ? [] : [laneOf(id, rows, own, (mark) => mark.row)]
  })
}

/** One lane a customer, those with something late or planned first, by the day it falls on. */
export function lanesByCustomer(marks: readonly Mark[]): Lane[] {
  const lanes = [...groupedBy(marks, (mark) => mark.customerId)].map(([id, own]) => {
    const ahead = own.filter(({ kind }) => kind === 'planned' || kind === 'late').map(({ day }) => day)
    return { lane: laneOf(id, ['all'], own, () => 'all'), next: ahead.sort(compareDays)[0] ?? '9999-12-31' }
  })
  return lanes
    .sort((a, b) => compareDays(a.next, b.next) || (a.lane.id < b.lane.id ? -1 : 1))
    .map(({ lane }) => lane)
}

/** What has no way of its own: promises, agreed times, and what nobody said a way of. */
export const NO_CARRIER = 'none'

/** One lane a way of writing or talking, the fullest first; what has none stands last. Rows are plans and own lanes. */
export function lanesByCarrier(marks: readonly Mark[], plans: readonly Plan[]): Lane[] {
  const order = [...plans.map(({ id }) => id), ...OWN_LANES]
  return [...groupedBy(marks, ({ carrier }) => carrier ?? NO_CARRIER)]
    .sort(
      ([a, own], [b, other]) =>
        Number(a === NO_CARRIER) - Number(b === NO_CARRIER) || other.length - own.length || (a < b ? -1 : 1),
    )
    .map(([carrier, own]) => laneOf(carrier, order, own, ({ lane }) => lane))
}

function laneOf(
  id: string,
  rows: readonly string[],
  marks: readonly Mark[],
  rowOf: (mark: Mark) => string,
): Lane {
  const byRow = groupedBy(marks, rowOf)
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
  return [...groupedBy(marks, (mark) => `${mark.day}/${mark.kind}`).values()]
    .flatMap((own): Cell[] => {
      const first = own[0]
      return first === undefined ? [] : [{ day: first.day, kind: first.kind, marks: own }]
    })
    .sort((a, b) => compareDays(a.day, b.day) || (a.kind < b.kind ? -1 : 1))
}
