import Dexie from 'dexie'
import type { OwnField } from '#shared/ownFields/ownField'
import type { Segment, SegmentSnapshot } from '#shared/records/segment'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { ValueList } from '#shared/segments/segmentField'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { notebookSettings } from './nurture'

/** The notebook's own segments, those that stand before a shipped one included. */
export async function ownSegments(db: NotebookDatabase): Promise<Segment[]> {
  return liveRecords('segments', await db.rows('segments').toArray())
}

/** When a segment's members were written down last. */
export async function lastSnapshot(
  db: NotebookDatabase,
  segmentId: string,
): Promise<SegmentSnapshot | undefined> {
  const rows = await db
    .rows('segmentSnapshots')
    .where('[segmentId+on]')
    .between([segmentId, Dexie.minKey], [segmentId, Dexie.maxKey])
    .toArray()
  // Of two of one day the later one counts.
  return liveRecords('segmentSnapshots', rows)
    .sort((a, b) => a.createdAt - b.createdAt)
    .at(-1)
}

interface Named {
  readonly id: string
  readonly name: string
  readonly nameKey?: string | undefined
}

/** What rules are written with: the notebook's lists by name, its own fields, its currency. */
export interface SegmentLists {
  readonly lists: ReadonlyMap<ValueList, readonly Named[]>
  readonly own: readonly OwnField[]
  readonly currency: string
}

/** Reads the small tables whose records are values of rules. */
export async function segmentLists(db: NotebookDatabase): Promise<SegmentLists> {
  const [staff, touchpoints, channels, products, content, carriers, plans, positions, settings] =
    await Promise.all([
      db.rows('staff').toArray(),
      db.rows('touchpoints').toArray(),
      db.rows('channels').toArray(),
      db.rows('products').toArray(),
      db.rows('content').toArray(),
      db.rows('carriers').toArray(),
      db.rows('plans').toArray(),
      db.rows('positions').toArray(),
      notebookSettings(db),
    ])
  const newestPlans = new Map(
    liveRecords('plans', plans)
      .sort((a, b) => a.version - b.version)
      .map((plan) => [
        plan.planKey,
        { id: plan.planKey, name: plan.name ?? plan.planKey, nameKey: plan.nameKey },
      ]),
  )
  return {
    lists: new Map<ValueList, readonly Named[]>([
      ['staff', liveRecords('staff', staff)],
      ['touchpoint', liveRecords('touchpoints', touchpoints)],
      ['channel', liveRecords('channels', channels)],
      ['product', liveRecords('products', products)],
      ['content', liveRecords('content', content).map(({ id, title }) => ({ id, name: title }))],
      ['carrier', liveRecords('carriers', carriers)],
      ['plan', [...newestPlans.values()]],
      ['position', liveRecords('positions', positions).map(({ id, text }) => ({ id, name: text }))],
    ]),
    own: settings?.customFields ?? [],
    currency: settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency,
  }
}
