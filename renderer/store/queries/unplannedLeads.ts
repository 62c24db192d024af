import { unplannedLeads } from '#shared/measures/unplannedLeads'
import type { Customer } from '#shared/records/customer'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { customerLines } from './customerList'

/** Whom somebody met from one instant to another (epoch ms, the end excluded) and nobody has planned anything for yet. */
export async function leadsWithoutPlan(
  db: NotebookDatabase,
  fromAt: number,
  toAt: number,
): Promise<readonly Customer[]> {
  const talks = liveRecords(
    'interactions',
    await db.rows('interactions').where('at').between(fromAt, toAt, true, false).toArray(),
  )
  const metIds = [...new Set(talks.filter(({ kind }) => kind === 'met').map((talk) => talk.customerId))]
  if (metIds.length === 0) return []
  const enrolments = liveRecords(
    'enrolments',
    await db.rows('enrolments').where('customerId').anyOf(metIds).toArray(),
  )
  const ids = unplannedLeads(talks, enrolments)
  const lines = await customerLines(db, ids)
  return ids.flatMap((id) => lines.get(id)?.customer ?? [])
}
