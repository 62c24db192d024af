import type { Hours } from '#shared/records/hours'
import { DEFAULT_SETTINGS } from '#shared/records/settings'
import type { Channel, Staff, Touchpoint } from '#shared/records/touchpoint'
import { compareDays } from '#shared/time/calendarDay'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { customerNames } from './customerPage'
import { notebookSettings } from './nurture'

/** The time log, and what its lines can name. */
export interface HoursBook {
  /** The latest first. */
  readonly lines: readonly Hours[]
  readonly channels: readonly Channel[]
  readonly touchpoints: readonly Touchpoint[]
  readonly staff: readonly Staff[]
  /** Names of the customers that lines name. */
  readonly customers: ReadonlyMap<string, string>
  readonly base: string
  readonly hourMinor: number | undefined
}

/** Reads the time log. */
export async function hoursBook(db: NotebookDatabase): Promise<HoursBook> {
  const [lineRows, channels, touchpoints, staff, settings] = await Promise.all([
    db.rows('hours').toArray(),
    db.rows('channels').toArray(),
    db.rows('touchpoints').toArray(),
    db.rows('staff').toArray(),
    notebookSettings(db),
  ])
  const lines = liveRecords('hours', lineRows).sort(
    (a, b) => compareDays(b.on, a.on) || b.createdAt - a.createdAt,
  )
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name)
  return {
    lines,
    channels: liveRecords('channels', channels).sort(byName),
    touchpoints: liveRecords('touchpoints', touchpoints).sort(byName),
    staff: liveRecords('staff', staff).sort(byName),
    customers: await customerNames(
      db,
      lines.flatMap(({ customerId }) => customerId ?? []),
    ),
    base: settings?.baseCurrency ?? DEFAULT_SETTINGS.baseCurrency,
    hourMinor: settings?.hourMinor,
  }
}
