import type { Cost, Rate } from '#shared/records/cost'
import type { Channel, Touchpoint } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { allRates, settingsOrDefaults } from './costs'

/** Every channel and touchpoint, and what their budgets are set against. */
export interface PlaceBook {
  /** By name. */
  readonly channels: readonly Channel[]
  /** The newest first; those without a day at the end, by name. */
  readonly touchpoints: readonly Touchpoint[]
  readonly costs: readonly Cost[]
  readonly rates: readonly Rate[]
  readonly base: string
  readonly rateMaxAgeDays: number | undefined
}

/** Reads all channels and touchpoints. */
export async function placeBook(db: NotebookDatabase): Promise<PlaceBook> {
  const [channels, touchpoints, costs, rates, settings] = await Promise.all([
    db.rows('channels').toArray(),
    db.rows('touchpoints').toArray(),
    db.rows('costs').toArray(),
    allRates(db),
    settingsOrDefaults(db),
  ])
  return {
    channels: liveRecords('channels', channels).sort((a, b) => a.name.localeCompare(b.name)),
    touchpoints: liveRecords('touchpoints', touchpoints).sort(
      (a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? '') || a.name.localeCompare(b.name),
    ),
    costs: liveRecords('costs', costs),
    rates,
    base: settings.baseCurrency,
    rateMaxAgeDays: settings.rateMaxAgeDays,
  }
}
