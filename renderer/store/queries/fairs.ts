import type { Touchpoint } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'

/** All fair editions, the newest first. */
export async function allFairs(db: NotebookDatabase): Promise<Touchpoint[]> {
  const rows = await db.rows('touchpoints').where('kind').equals('fair').toArray()
  return liveRecords('touchpoints', rows).sort((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''))
}

/** One fair edition, as long as it is not deleted. */
export async function fairById(db: NotebookDatabase, id: string): Promise<Touchpoint | undefined> {
  const row = await db.rows('touchpoints').get(id)
  const fair = row === undefined ? undefined : decodeRow('touchpoints', row)
  return fair?.deletedAt === undefined ? fair : undefined
}
