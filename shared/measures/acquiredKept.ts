import type { CurrencyCode, Money } from '../money/values'
import { compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { type AttributionModel, attribute, sumOfShares } from './attribution'
import { MinorTally, splitMinor } from './facts/baseAmounts'
import type { CustomerFacts, OrderFact } from './facts/customerFacts'
import { ENGAGED_KINDS } from './facts/engagementFacts'
import type { Figure } from './figure'
import { ownershipOf, type Places } from './places'

/** What brought a later order. `rented`: we paid for the same customer once more. `none`: nothing is on record. */
export const KEPT_BY = ['owned', 'referral', 'rented', 'none'] as const
export type KeptBy = (typeof KEPT_BY)[number]

/** First orders of one channel's customers, and what kept those customers afterwards. */
export interface AcquiredKept {
  /** Absent: nobody knows where they came from. */
  readonly channelId?: string
  readonly customers: number
  readonly firstOrders: Figure<Money>
  readonly later: Readonly<Record<KeptBy, { readonly orders: number; readonly revenue: Figure<Money> }>>
}

type KeeperFacts = Pick<
  CustomerFacts,
  'sources' | 'orders' | 'gifts' | 'engagements' | 'memberships' | 'referralsOn'
>

/**
 * Acquired by / kept by: the first order is credited to the channel that won the customer, every later one to what was
 * tended since the first: an owned touch (a gift, an opened letter, a carrier joined, a contact over an owned channel) or
 * a referral, whichever came last before the order. An order that itself names a channel is credited to that channel's
 * kind; only where nothing of ours came since, a contact over a rented channel keeps the credit. Credits and refunds are
 * left out, since they belong to no touch. Source: measures.md "acquired by / kept by".
 */
export function acquiredKept(
  facts: readonly KeeperFacts[],
  today: IsoDate,
  model: AttributionModel,
  places: Places,
  base: CurrencyCode,
): AcquiredKept[] {
  const rows = new Map<string | undefined, Sums>()
  for (const one of facts) {
    const orders = one.orders.filter((order) => compareDays(order.on, today) <= 0)
    const [first, ...later] = orders
    if (first === undefined) continue
    const touches = touchesOf(one, places)
    const kept = later.map((order) => ({ order, by: keeperOf(order, first.on, touches, places) }))
    const shares = attribute(one, model)
    const weights = shares.map((share) => share.share)
    const parts = (minor: number | undefined) =>
      minor === undefined ? undefined : splitMinor(minor, weights)
    const firstParts = parts(first.revenueMinor)
    const keptParts = kept.map(({ order }) => parts(order.revenueMinor))
    for (const [place, { channelId, share }] of shares.entries()) {
      const row = rows.get(channelId) ?? newSums()
      rows.set(channelId, row)
      row.customers += share
      row.first.add(firstParts?.[place])
      for (const [at, { by }] of kept.entries()) {
        row.later[by].orders += share
        row.later[by].revenue.add(keptParts[at]?.[place])
      }
    }
  }
  return [...rows]
    .sort((a, b) => b[1].customers - a[1].customers || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    .map(([channelId, row]) => finished(channelId, row, base))
}

interface Touches {
  readonly owned: readonly IsoDate[]
  readonly referral: readonly IsoDate[]
  readonly rented: readonly IsoDate[]
}

function touchesOf(facts: KeeperFacts, places: Places): Touches {
  const sourced = (ownership: 'owned' | 'rented') =>
    facts.sources.flatMap((source) =>
      source.on !== undefined && ownershipOf(source.channelId, places) === ownership ? [source.on] : [],
    )
  return {
    owned: [
      ...facts.gifts.map((gift) => gift.on),
      ...facts.engagements.filter((one) => ENGAGED_KINDS.includes(one.kind)).map((one) => one.on),
      ...facts.memberships.map((membership) => membership.joinedOn),
      ...sourced('owned'),
    ],
    referral: facts.referralsOn,
    rented: sourced('rented'),
  }
}

function keeperOf(order: OrderFact, since: IsoDate, touches: Touches, places: Places): KeptBy {
  const named =
    order.channelId ??
    (order.touchpointId === undefined ? undefined : places.touchpoints.get(order.touchpointId)?.channelId)
  if (order.contentId !== undefined) return 'owned'
  const ownership = ownershipOf(named, places)
  if (ownership !== undefined) return ownership
  const last = (days: readonly IsoDate[]) =>
    days
      .filter((on) => compareDays(on, since) > 0 && compareDays(on, order.on) <= 0)
      .reduce((best, on) => (on > best ? on : best), '')
  const owned = last(touches.owned)
  const referral = last(touches.referral)
  if (owned !== '' || referral !== '') return owned >= referral ? 'owned' : 'referral'
  return last(touches.rented) === '' ? 'none' : 'rented'
}

interface Sums {
  customers: number
  readonly first: MinorTally
  readonly later: Record<KeptBy, { orders: number; readonly revenue: MinorTally }>
}

function newSums(): Sums {
  const none = () => ({ orders: 0, revenue: new MinorTally() })
  return {
    customers: 0,
    first: new MinorTally(),
    later: { owned: none(), referral: none(), rented: none(), none: none() },
  }
}

function finished(channelId: string | undefined, row: Sums, base: CurrencyCode): AcquiredKept {
  const part = (by: KeptBy) => ({
    orders: sumOfShares(row.later[by].orders),
    revenue: row.later[by].revenue.total(base),
  })
  return {
    ...(channelId === undefined ? {} : { channelId }),
    customers: sumOfShares(row.customers),
    firstOrders: row.first.total(base),
    later: { owned: part('owned'), referral: part('referral'), rented: part('rented'), none: part('none') },
  }
}
