import type { Rate } from '../records/cost'
import type { Traffic } from '../records/traffic'
import { DAY_MS, dayOfNumber } from '../time/calendarDay'
import type { EpochMs, IsoDate, ZoneName } from '../time/values'
import { offsetMsAt } from '../time/zoneOffset'
import type { SampleCarriers } from './carriers'
import type { ContentCalendar } from './contentCalendar'
import type { Marketplaces } from './marketplaces'
import type { SampleOffers } from './offers'
import type { OurHouse } from './ourHouse'
import type { Positioning } from './positioning'
import { intBetween, type Random } from './random'

const HOUR_MS = 3_600_000

/** Everything that all customers' stories share. */
export interface Scene {
  readonly seed: string
  readonly asOf: EpochMs
  readonly today: IsoDate
  readonly house: OurHouse
  readonly markets: Marketplaces
  readonly rates: readonly Rate[]
  readonly positions: Positioning
  readonly carriers: SampleCarriers
  readonly calendar: ContentCalendar
  readonly offers: SampleOffers
  readonly traffic: readonly Traffic[]
}

/** An instant in office hours of a zone on the day that contains `around` there, never after `latest`. */
export function inOfficeHours(random: Random, zone: ZoneName, around: EpochMs, latest: EpochMs): EpochMs {
  const offset = offsetMsAt(zone, around)
  const midnight = Math.floor((around + offset) / DAY_MS) * DAY_MS - offset
  const at = midnight + 9 * HOUR_MS + intBetween(random, 0, 8 * 60 + 50) * 60_000
  return at <= latest ? at : around
}

/** The calendar day at our own desk; China has had one zone and no clock changes since 1991. */
export function ourDay(at: EpochMs): IsoDate {
  return dayOfNumber(Math.floor((at + 8 * HOUR_MS) / DAY_MS))
}
