import type { Touchpoint } from '../records/touchpoint'
import { addDays, compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'

/** From so many days before it a fair is near: time to look at who was met there and to invite. */
export const FAIR_NEAR_DAYS = 45

/** The fair that comes next or is on, as long as it is near; of several the one that begins first. */
export function nearFair(fairs: readonly Touchpoint[], today: IsoDate): Touchpoint | undefined {
  const last = addDays(today, FAIR_NEAR_DAYS)
  return fairs
    .filter(
      ({ startsOn, endsOn }) => startsOn !== undefined && startsOn <= last && (endsOn ?? startsOn) >= today,
    )
    .sort((a, b) => compareDays(a.startsOn ?? today, b.startsOn ?? today))[0]
}

/**
 * The editions before a fair: those of its series; where it has none, those of its channel. Newest first. A fair
 * without either, or without days, has none.
 */
export function earlierEditions(fair: Touchpoint, fairs: readonly Touchpoint[]): Touchpoint[] {
  const { startsOn } = fair
  if (startsOn === undefined) return []
  const isSibling = (other: Touchpoint) =>
    fair.series === undefined
      ? fair.channelId !== undefined && other.channelId === fair.channelId
      : sameSeries(fair.series, other.series)
  return fairs
    .filter((other) => other.id !== fair.id && (other.startsOn ?? startsOn) < startsOn && isSibling(other))
    .sort((a, b) => compareDays(b.startsOn ?? '', a.startsOn ?? ''))
}

function sameSeries(series: string, other: string | undefined): boolean {
  return other !== undefined && other.trim().toLowerCase() === series.trim().toLowerCase()
}
