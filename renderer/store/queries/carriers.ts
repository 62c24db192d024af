import { inCarrierOrder } from '#shared/carriers/suggestedCarriers'
import type { Carrier, Membership } from '#shared/records/carrier'
import type { Offer } from '#shared/records/content'
import type { Touchpoint } from '#shared/records/touchpoint'
import type { NotebookDatabase } from '../database'
import { liveRecords } from '../rows'
import { allOffers } from './library'

/** Our carriers and what brings people onto them. */
export interface CarrierBook {
  /** The main one first, retired ones last. */
  readonly carriers: readonly Carrier[]
  /** Retired ones included: whoever joined for one still did. */
  readonly offers: readonly Offer[]
  /** The newest first. */
  readonly touchpoints: readonly Touchpoint[]
}

/** Reads the carriers, the offers and the places where people are met. */
export async function carrierBook(db: NotebookDatabase): Promise<CarrierBook> {
  const [carriers, offers, touchpoints] = await Promise.all([
    db.rows('carriers').toArray(),
    allOffers(db),
    db.rows('touchpoints').toArray(),
  ])
  return {
    carriers: inCarrierOrder(liveRecords('carriers', carriers)),
    offers,
    touchpoints: liveRecords('touchpoints', touchpoints).sort((a, b) =>
      (b.startsOn ?? '').localeCompare(a.startsOn ?? ''),
    ),
  }
}

/** What somebody of a customer is or was on, the newest first. */
export async function membershipsOf(db: NotebookDatabase, customerId: string): Promise<Membership[]> {
  const rows = await db.rows('memberships').where('customerId').equals(customerId).toArray()
  return liveRecords('memberships', rows).sort((a, b) => b.joinedAt - a.joinedAt)
}
