import type { Channel, Touchpoint } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'

/** Where costs and figures may belong. */
export interface FigurePlaces {
  /** The newest first. */
  readonly touchpoints: readonly Touchpoint[]
  readonly channels: readonly Channel[]
}

/** All fairs, pages and campaigns, and all channels. */
export async function figurePlaces(db: NotebookDatabase): Promise<FigurePlaces> {
  const [touchpoints, channels] = await Promise.all([
    db.rows('touchpoints').toArray(),
    db.rows('channels').toArray(),
  ])
  return {
    touchpoints: liveRecords('touchpoints', touchpoints).sort((a, b) =>
      (b.startsOn ?? '').localeCompare(a.startsOn ?? ''),
    ),
    channels: liveRecords('channels', channels),
  }
}
