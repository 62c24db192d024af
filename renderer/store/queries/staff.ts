import type { Staff } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'

/** Everybody of ours, me first. */
export async function allStaff(db: NotebookDatabase): Promise<Staff[]> {
  const rows = await db.rows('staff').toArray()
  return liveRecords('staff', rows).sort(
    (a, b) => Number(b.me ?? false) - Number(a.me ?? false) || a.name.localeCompare(b.name),
  )
}

/** What somebody of ours is called who talked; undefined where nobody is named and for me, who needs no naming. */
export async function colleagueName(
  db: NotebookDatabase,
  staffId: string | undefined,
): Promise<string | undefined> {
  const row = staffId === undefined ? undefined : await db.rows('staff').get(staffId)
  const staff = row === undefined ? undefined : decodeRow('staff', row)
  return staff === undefined || staff.me === true ? undefined : staff.name
}
