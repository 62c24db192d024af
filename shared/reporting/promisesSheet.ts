import type { PromiseRecord } from '../records/promise'
import { compareDays, dayIn } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { dayCell, textCell } from './cells'
import type { FairFacts, LeadFacts } from './fairFacts'
import type { ReportWords } from './words'
import type { Cell, Sheet } from './workbook'

export type PromiseState = 'kept' | 'late' | 'dueToday' | 'open'

/** A promise with the lead it is between. */
export interface FairPromise {
  readonly lead: LeadFacts
  readonly promise: PromiseRecord
  readonly state: PromiseState
}

/** Every promise of a fair's leads, by the day it is due. */
export function fairPromises(facts: FairFacts): FairPromise[] {
  return facts.leads
    .flatMap((lead) =>
      lead.promises.map((promise) => ({ lead, promise, state: stateOf(promise, facts.today) })),
    )
    .sort((a, b) => compareDays(a.promise.dueOn, b.promise.dueOn))
}

/** What was promised, by whom, for when, and what became of it. */
export function promisesSheet(facts: FairFacts, words: ReportWords): Sheet {
  const { text } = words
  const column = (caption: string, width: number) => ({ caption, width, holds: 'plain' as const })
  const rows = fairPromises(facts).map(({ lead, promise, state }): Cell[] => [
    dayCell(promise.dueOn),
    text(`promiseState.${state}`),
    textCell(promise.text),
    text(promise.by === 'us' ? 'report.byUs' : 'report.byThem'),
    textCell(lead.customer.name),
    textCell(lead.people.find(({ id }) => id === promise.personId)?.fullName ?? lead.people[0]?.fullName),
    dayCell(promise.doneAt === undefined ? undefined : dayIn(facts.input.zone, promise.doneAt)),
  ])
  return {
    name: 'Promises',
    columns: [
      column(text('report.dueOn'), 12),
      column(text('report.state'), 14),
      column(text('lead.promised'), 36),
      column(text('report.promisedBy'), 14),
      column(text('lead.company'), 28),
      column(text('lead.person'), 22),
      column(text('report.doneOn'), 12),
    ],
    rows,
    tableRows: rows.length,
  }
}

function stateOf(promise: PromiseRecord, today: IsoDate): PromiseState {
  if (promise.doneAt !== undefined) return 'kept'
  const past = compareDays(promise.dueOn, today)
  return past < 0 ? 'late' : past === 0 ? 'dueToday' : 'open'
}
