import type { TodayRow } from '#shared/measures/todayWork'
import type { Customer } from '#shared/records/customer'
import type { Interaction } from '#shared/records/interaction'
import type { Person } from '#shared/records/person'
import type { PromiseRecord } from '#shared/records/promise'
import type { NotebookDatabase } from '../database'
import { customerLines } from './customerList'
import { recordsById } from './lookups'

/** What a row of Today shows beside its numbers. */
export interface TodayLine {
  readonly customer: Customer
  readonly person: Person | undefined
  readonly promise: PromiseRecord | undefined
  /** The meeting of a fair lead. */
  readonly meeting: Interaction | undefined
  readonly fairName: string | undefined
}

/** The lines of the rows in sight, by the row's key. A customer deleted meanwhile is left out. */
export async function todayLines(
  db: NotebookDatabase,
  rows: readonly TodayRow[],
): Promise<ReadonlyMap<string, TodayLine>> {
  const customers = await customerLines(
    db,
    rows.map((row) => row.customerId),
  )
  const promises = await recordsById(
    db,
    'promises',
    rows.flatMap((row) => row.settles.promiseId ?? []),
  )
  const meetings = await recordsById(
    db,
    'interactions',
    rows.flatMap(({ candidate }) => (candidate.kind === 'fairLead' ? candidate.interactionId : [])),
  )
  const fairs = await recordsById(
    db,
    'touchpoints',
    [...meetings.values()].flatMap((meeting) => meeting.touchpointId ?? []),
  )
  const lines = new Map<string, TodayLine>()
  for (const row of rows) {
    const known = customers.get(row.customerId)
    if (known === undefined) continue
    const meeting = row.candidate.kind === 'fairLead' ? meetings.get(row.candidate.interactionId) : undefined
    lines.set(row.key, {
      ...known,
      promise: promises.get(row.settles.promiseId ?? ''),
      meeting,
      fairName: fairs.get(meeting?.touchpointId ?? '')?.name,
    })
  }
  return lines
}
