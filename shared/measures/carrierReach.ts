import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'
import { isLost } from './ownedReach'

/** Who can be reached over one carrier of ours. */
export interface CarrierReach {
  /** People on it. */
  readonly members: number
  /** Of those, people with their consent: the reach. */
  readonly reached: number
  /** The share of live customers with at least one of them, 0 to 1. */
  readonly share: Figure
  /** The customers of its members, each once. */
  readonly customerIds: readonly string[]
}

type ReachFacts = Pick<CustomerFacts, 'customerId' | 'memberships' | 'history'>

/**
 * The reach of each carrier on a day: members with consent, and the share of live customers (not lost by then) who are
 * among them. Whoever left or took back their consent is on it no more. Source: measures.md "owned reach", by carrier.
 */
export function carrierReach(facts: readonly ReachFacts[], today: IsoDate): Map<string, CarrierReach> {
  const carriers = new Map<
    string,
    { members: number; reached: number; live: number; customerIds: string[] }
  >()
  let live = 0
  for (const one of facts) {
    const isLive = !isLost(one, today)
    if (isLive) live += 1
    for (const [carrierId, people] of peopleOn(one, today)) {
      const reach = carriers.get(carrierId) ?? { members: 0, reached: 0, live: 0, customerIds: [] }
      carriers.set(carrierId, reach)
      const consented = [...people.values()].filter(Boolean).length
      reach.members += people.size
      reach.reached += consented
      if (isLive && consented > 0) reach.live += 1
      reach.customerIds.push(one.customerId)
    }
  }
  return new Map(
    [...carriers].map(([carrierId, { live: reachedLive, ...reach }]) => [
      carrierId,
      { ...reach, share: ratio(reachedLive, live, 'measures.noCustomers') },
    ]),
  )
}

/** One customer's people on each carrier, and whether each agreed. */
function peopleOn(one: ReachFacts, today: IsoDate): Map<string, Map<string, boolean>> {
  const carriers = new Map<string, Map<string, boolean>>()
  for (const { carrierId, personKey, joinedOn, leftOn, consented } of one.memberships) {
    if (compareDays(joinedOn, today) > 0) continue
    if (leftOn !== undefined && compareDays(leftOn, today) <= 0) continue
    const people = carriers.get(carrierId) ?? new Map<string, boolean>()
    carriers.set(carrierId, people)
    people.set(personKey, (people.get(personKey) ?? false) || consented)
  }
  return carriers
}
