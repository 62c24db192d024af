import type { CurrencyCode, Money } from '../money/values'
import { addMonths, compareDays } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { MinorTally } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, noFigure } from './figure'

/** One year of a relationship. */
export interface TreeRing {
  /** 1 is the year that begins with the first order. */
  readonly year: number
  readonly from: IsoDate
  readonly orders: number
  readonly revenue: Figure<Money>
  /** Of the orders whose cost is known. */
  readonly margin: Figure<Money>
}

/** What a customer has brought since the first order, and year by year. */
export interface ObservedValue {
  readonly revenue: Figure<Money>
  readonly margin: Figure<Money>
  /** Orders and credits whose amount nobody knows for want of a rate, and orders whose cost nobody knows. */
  readonly leftOut: number
  readonly withoutMargin: number
  readonly rings: readonly TreeRing[]
}

const MONTHS = 12

/**
 * LTV observed: revenue (margin where known) since the first order, by year of the relationship up to today. The rings
 * add up to the whole. Credits count in the year in which they were given; those dated before the first order count in
 * the first. No rings without an order. Source: measures.md "LTV observed".
 */
export function observedValue(
  facts: Pick<CustomerFacts, 'orders' | 'credits'>,
  today: IsoDate,
  base: CurrencyCode,
): ObservedValue {
  const first = facts.orders[0]?.on
  const whole = newRing()
  if (first === undefined || compareDays(first, today) > 0) {
    const none = noFigure('measures.noOrders')
    return { revenue: none, margin: none, leftOut: 0, withoutMargin: 0, rings: [] }
  }
  const starts: IsoDate[] = []
  // From the first day each time: 29 February comes back in the next leap year.
  for (let from = first; compareDays(from, today) <= 0; from = addMonths(first, MONTHS * starts.length))
    starts.push(from)
  const rings = starts.map(newRing)
  const add = (on: IsoDate, fill: (ring: Ring) => void): void => {
    if (compareDays(on, today) > 0) return
    const place = Math.max(
      0,
      starts.findLastIndex((from) => compareDays(from, on) <= 0),
    )
    const ring = rings[place]
    if (ring !== undefined) fill(ring)
    fill(whole)
  }
  for (const { on, revenueMinor, marginMinor } of facts.orders) {
    add(on, (ring) => {
      ring.orders += 1
      ring.revenue.add(revenueMinor)
      ring.margin.add(marginMinor)
    })
  }
  for (const { on, minor } of facts.credits) add(on, (ring) => ring.revenue.add(minor))
  return {
    revenue: whole.revenue.total(base),
    margin: whole.margin.margin(base),
    leftOut: whole.revenue.leftOut,
    withoutMargin: whole.margin.leftOut,
    rings: rings.map((ring, place) => ({
      year: place + 1,
      from: starts[place] ?? first,
      orders: ring.orders,
      revenue: ring.revenue.total(base),
      margin: ring.margin.margin(base),
    })),
  }
}

interface Ring {
  orders: number
  readonly revenue: MinorTally
  readonly margin: MinorTally
}

function newRing(): Ring {
  return { orders: 0, revenue: new MinorTally(), margin: new MinorTally() }
}
