import type { EpochMs, IsoDate, ZoneName } from './values'
import { zoneOf } from './zoneOf'
import { instantOf, isKnownZone } from './zoneOffset'

/** An office is taken to be open from this hour of its own clock to that one. */
const OFFICE_HOURS = { opens: 9, closes: 18 } as const

/** The zone by which a customer's days are counted. */
export interface ZoneThere {
  readonly zone: ZoneName
  /** The zone on record, where this machine does not know it (any more) and `zone` stands in for it. */
  readonly insteadOf?: ZoneName | undefined
}

/**
 * The customer's zone: the one on record, else their country's, else the device's. A zone that no longer exists is
 * named beside the one that stands in, so that the person can be told.
 */
export function zoneThere(
  place: { readonly zone?: ZoneName | undefined; readonly country?: string | undefined },
  deviceZone: ZoneName,
): ZoneThere {
  const { zone, country } = place
  if (zone !== undefined && isKnownZone(zone)) return { zone }
  const ofCountry = country === undefined ? undefined : zoneOf(country)?.zone
  const other = [ofCountry, deviceZone].find((one) => one !== undefined && isKnownZone(one)) ?? 'UTC'
  return zone === undefined ? { zone: other } : { zone: other, insteadOf: zone }
}

/**
 * When offices in a zone open and close on a day, by the clock on their wall. An hour that clocks skip is the one after
 * it; of an hour that comes twice the first counts. Throws a RangeError for a zone nobody knows.
 */
export function officeHoursOn(
  day: IsoDate,
  zone: ZoneName,
): { readonly opensAt: EpochMs; readonly closesAt: EpochMs } {
  return {
    opensAt: instantOf(day, OFFICE_HOURS.opens, zone),
    closesAt: instantOf(day, OFFICE_HOURS.closes, zone),
  }
}
