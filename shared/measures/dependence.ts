import type { CurrencyCode, Money } from '../money/values'
import { compareDays } from '../time/calendarDay'
import { isWithin, trailingYear } from '../time/period'
import type { IsoDate } from '../time/values'
import { type AttributionModel, attribute, sumOfShares } from './attribution'
import { MinorTally, splitMinor } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, figure, noFigure, ratio } from './figure'
import { reachableCarriers } from './ownedReach'
import { ownershipOf, type Places } from './places'

/** What one channel means for the business. */
export interface ChannelDependence {
  /** Absent: nobody knows where they came from. */
  readonly channelId?: string
  readonly ownership?: 'rented' | 'owned'
  /** First orders of the last twelve months. */
  readonly newCustomers: number
  readonly newCustomerShare: Figure
  /** Revenue of the last twelve months of all customers who once came over this channel. */
  readonly revenue: Figure<Money>
  readonly revenueShare: Figure
  /**
   * If this channel closed tomorrow: the share of its customers (those with an order ever) whom we could no longer
   * reach, since none of our carriers leads to them.
   */
  readonly lostIfClosed: Figure
}

/** How much hangs on channels that others own. */
export interface Dependence {
  /** By new customers, largest first; the unknown one last. */
  readonly channels: readonly ChannelDependence[]
  /** Sum of the squared shares of the known channels: 1 is one channel alone, 1 / n are n equal ones. */
  readonly herfindahl: { readonly newCustomers: Figure; readonly revenue: Figure }
  /** Share of rented channels in all, the unknown ones included. */
  readonly rentedShare: { readonly newCustomers: Figure; readonly revenue: Figure }
  /** Amounts that are in no revenue here, for want of a rate. */
  readonly leftOut: number
}

interface Sums {
  newCustomers: number
  revenue: MinorTally
  minor: number
  customers: number
  unreachable: number
}

/**
 * Dependence over the twelve months up to today. Revenue follows the channel that brought the customer. Unknown sources
 * stand in a row of their own and in every whole, but make no concentration. Source: measures.md "dependence".
 */
export function dependence(
  facts: readonly Pick<CustomerFacts, 'sources' | 'orders' | 'credits' | 'memberships'>[],
  today: IsoDate,
  model: AttributionModel,
  places: Places,
  base: CurrencyCode,
): Dependence {
  const year = trailingYear(today)
  const sums = new Map<string | undefined, Sums>()
  let leftOut = 0
  for (const one of facts) {
    const firstOn = one.orders[0]?.on
    if (firstOn === undefined || compareDays(firstOn, today) > 0) continue
    const shares = attribute(one, model)
    const weights = shares.map((share) => share.share)
    const isNew = isWithin(firstOn, year)
    const unreachable = reachableCarriers(one, today) === 0
    let minor = 0
    for (const part of [
      ...one.orders.map((order) => ({ on: order.on, minor: order.revenueMinor })),
      ...one.credits,
    ]) {
      if (!isWithin(part.on, year)) continue
      if (part.minor === undefined) leftOut += 1
      else minor += part.minor
    }
    const parts = splitMinor(minor, weights)
    for (const [place, { channelId, share }] of shares.entries()) {
      const own = sums.get(channelId) ?? newSums()
      sums.set(channelId, own)
      if (isNew) own.newCustomers += share
      own.revenue.add(parts[place])
      own.minor += parts[place] ?? 0
      own.customers += share
      if (unreachable) own.unreachable += share
    }
  }
  const all = [...sums.values()]
  const whole = { newCustomers: total(all, 'newCustomers'), minor: total(all, 'minor') }
  const rented = [...sums].filter(([id]) => ownershipOf(id, places) === 'rented').map(([, own]) => own)
  const known = [...sums].filter(([id]) => id !== undefined).map(([, own]) => own)
  return {
    channels: [...sums]
      .sort(largestFirst)
      .map(([channelId, own]) => channelRow(channelId, own, whole, places, base)),
    herfindahl: {
      newCustomers: herfindahl(
        known.map((own) => own.newCustomers),
        'measures.noCustomers',
      ),
      revenue: herfindahl(
        known.map((own) => own.minor),
        'measures.noRevenue',
      ),
    },
    rentedShare: {
      newCustomers: ratio(total(rented, 'newCustomers'), whole.newCustomers, 'measures.noCustomers'),
      revenue: ratio(total(rented, 'minor'), Math.max(0, whole.minor), 'measures.noRevenue'),
    },
    leftOut,
  }
}

/** Sum of squared shares. Amounts below zero (more refunds than sales) make no share and give no figure. */
export function herfindahl(amounts: readonly number[], code: string): Figure {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0)
  if (whole <= 0 || amounts.some((amount) => amount < 0)) return noFigure(code)
  return figure(amounts.reduce((sum, amount) => sum + (amount / whole) ** 2, 0))
}

function channelRow(
  channelId: string | undefined,
  own: Sums,
  whole: { readonly newCustomers: number; readonly minor: number },
  places: Places,
  base: CurrencyCode,
): ChannelDependence {
  const ownership = ownershipOf(channelId, places)
  return {
    ...(channelId === undefined ? {} : { channelId }),
    ...(ownership === undefined ? {} : { ownership }),
    newCustomers: sumOfShares(own.newCustomers),
    newCustomerShare: ratio(own.newCustomers, whole.newCustomers, 'measures.noCustomers'),
    revenue: own.revenue.total(base),
    revenueShare: ratio(own.minor, Math.max(0, whole.minor), 'measures.noRevenue'),
    lostIfClosed: ratio(own.unreachable, own.customers, 'measures.noCustomers'),
  }
}

function newSums(): Sums {
  return { newCustomers: 0, revenue: new MinorTally(), minor: 0, customers: 0, unreachable: 0 }
}

function total(sums: readonly Sums[], field: 'newCustomers' | 'minor'): number {
  return sums.reduce((sum, own) => sum + own[field], 0)
}

function largestFirst(a: [string | undefined, Sums], b: [string | undefined, Sums]): number {
  if (a[0] === undefined || b[0] === undefined) return a[0] === b[0] ? 0 : a[0] === undefined ? 1 : -1
  return b[1].newCustomers - a[1].newCustomers || b[1].minor - a[1].minor || (a[0] < b[0] ? -1 : 1)
}
