import Dexie from 'dexie'
import type { Customer } from '#shared/records/customer'
import type { Interaction } from '#shared/records/interaction'
import type { Person } from '#shared/records/person'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'

/** One person met at a fair, as the booth's list shows it. */
export interface FairLead {
  readonly meeting: Interaction
  readonly customer: Customer | undefined
  readonly person: Person | undefined
}

/** The meetings of a fair from one instant to another (epoch ms, the end excluded), the newest first. */
export async function fairLeads(
  db: NotebookDatabase,
  fairId: string,
  fromAt: number,
  toAt: number,
): Promise<FairLead[]> {
  const rows = await db
    .rows('interactions')
    .where('[touchpointId+at]')
    .between([fairId, fromAt], [fairId, toAt], true, false)
    .reverse()
    .toArray()
  const meetings = liveRecords('interactions', rows).filter((meeting) => meeting.kind === 'met')
  const customers = await byId(
    db,
    'customers',
    meetings.map((meeting) => meeting.customerId),
  )
  const people = await byId(
    db,
    'people',
    meetings.flatMap((meeting) => meeting.personIds.slice(0, 1)),
  )
  return meetings.map((meeting) => ({
    meeting,
    customer: customers.get(meeting.customerId),
    person: people.get(meeting.personIds[0] ?? ''),
  }))
}

/** How many people were met at a fair in all. */
export function countFairLeads(db: NotebookDatabase, fairId: string): Promise<number> {
  return db
    .rows('interactions')
    .where('[touchpointId+at]')
    .between([fairId, Dexie.minKey], [fairId, Dexie.maxKey])
    .count()
}

async function byId<T extends 'customers' | 'people'>(
  db: NotebookDatabase,
  table: T,
  ids: readonly string[],
): Promise<Map<string, T extends 'customers' ? Customer : Person>> {
  const rows = await db.rows(table).bulkGet([...new Set(ids)])
  const records = rows.flatMap((row) => (row === undefined ? [] : [decodeRow(table, row)]))
  return new Map(records.map((record) => [record.id, record as T extends 'customers' ? Customer : Person]))
}
