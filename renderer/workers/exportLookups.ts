import type { ExportLookups } from '#shared/exporting/exportBuilder'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'

/** Names of what customers' records point to. There are hundreds of these, not hundreds of thousands. */
export async function readLookups(db: NotebookDatabase): Promise<ExportLookups> {
  const [touchpoints, products, staff, plans, settings] = await Promise.all([
    db.rows('touchpoints').toArray(),
    db.rows('products').toArray(),
    db.rows('staff').toArray(),
    db.rows('plans').toArray(),
    db.rows('settings').toArray(),
  ])
  const named = [
    ...liveRecords('touchpoints', touchpoints),
    ...liveRecords('products', products),
    ...liveRecords('staff', staff),
  ]
  const [setting] = liveRecords('settings', settings)
  return {
    own: setting?.customFields ?? [],
    names: new Map(named.map(({ id, name }) => [id, name])),
    plans: liveRecords('plans', plans),
    workingDays: setting?.workingDays ?? DEFAULT_SETTINGS.workingDays,
  }
}
