import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'

/** How many of those who were met came onto ground of our own. People, not customers. */
export interface Drainage {
  /** People who were met at the touchpoint, or to whom the offer was made. */
  readonly met: number
  /** Of those, people who joined a carrier there with their consent. */
  readonly joined: number
  /** Joined without a yes on record: they are in no rate, and may not be written to. */
  readonly withoutConsent: number
  readonly rate: Figure
}

type DrainageFacts = Pick<CustomerFacts, 'meetings' | 'offered' | 'memberships'>

/**
 * Drainage rate: people who joined an owned carrier with consent / people met, for each touchpoint, as of a day. Whoever
 * joined there without a meeting on record was there, and counts as met. Source: measures.md "drainage rate".
 */
export function drainageByTouchpoint(facts: readonly DrainageFacts[], asOf: IsoDate): Map<string, Drainage> {
  return drainage(facts, asOf, {
    met: (one) => one.meetings.map((meeting) => ({ ...meeting, place: meeting.touchpointId })),
    place: (membership) => membership.touchpointId,
  })
}

/** The same for each offer: of the people to whom it was made, how many joined for it. */
export function drainageByOffer(facts: readonly DrainageFacts[], asOf: IsoDate): Map<string, Drainage> {
  return drainage(facts, asOf, {
    met: (one) => one.offered.map((offer) => ({ ...offer, place: offer.offerId })),
    place: (membership) => membership.offerId,
  })
}

interface Way {
  met(
    facts: DrainageFacts,
  ): readonly { readonly place: string; readonly personKey: string; readonly on: IsoDate }[]
  place(membership: DrainageFacts['memberships'][number]): string | undefined
}

function drainage(facts: readonly DrainageFacts[], asOf: IsoDate, way: Way): Map<string, Drainage> {
  const places = new Map<string, { met: number; joined: number; withoutConsent: number }>()
  const at = (place: string) => {
    const counts = places.get(place) ?? { met: 0, joined: 0, withoutConsent: 0 }
    places.set(place, counts)
    return counts
  }
  for (const one of facts) {
    // One customer's people are few; ids of people are their own, so nobody is counted with another customer.
    const met = new Map<string, Set<string>>()
    const joined = new Map<string, Map<string, boolean>>()
    for (const { place, personKey, on } of way.met(one))
      if (compareDays(on, asOf) <= 0) setOf(met, place).add(personKey)
    for (const membership of one.memberships) {
      const place = way.place(membership)
      if (place === undefined || compareDays(membership.joinedOn, asOf) > 0) continue
      setOf(met, place).add(membership.personKey)
      const people = joined.get(place) ?? new Map<string, boolean>()
      people.set(membership.personKey, (people.get(membership.personKey) ?? false) || membership.consented)
      joined.set(place, people)
    }
    for (const [place, people] of met) at(place).met += people.size
    for (const [place, people] of joined)
      for (const consented of people.values()) at(place)[consented ? 'joined' : 'withoutConsent'] += 1
  }
  return new Map(
    [...places].map(([place, counts]) => [
      place,
      { ...counts, rate: ratio(counts.joined, counts.met, 'measures.noLeads') },
    ]),
  )
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = map.get(key) ?? new Set<string>()
  map.set(key, set)
  return set
}
