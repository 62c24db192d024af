import type { Staff } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** Everybody of ours, me first. */
export async function allStaff(db: NotebookDatabase): Promise<Staff[]> {
  const rows = await db.rows('staff').toArray()
  return liveRecords('staff', rows).sort(
    (a, b) => Number(b.me ?? false) - Number(a.me ?? false) || a.name.localeCompare(b.name),
  )
}
