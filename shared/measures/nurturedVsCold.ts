import type { CurrencyCode, Money } from '../money/values'
import { compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { MinorTally } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, figure, noFigure, ratio } from './figure'
import { type Spread, spreadOf } from './spread'

/** So many gifts before the enquiry make a lead a nurtured one. */
const NURTURED_FROM = 3
/** Below so many leads on either side nothing may be claimed. */
const CLAIM_FROM = 10

/** Leads of one kind, from their enquiry on. */
export interface LeadSide {
  readonly leads: number
  readonly orders: number
  readonly conversion: Figure
  /** Days from enquiry to first order. */
  readonly daysToOrder: Spread
  readonly meanFirstOrder: Figure<Money>
  /** First orders that are not in the mean, for want of a rate. */
  readonly leftOut: number
}

/** What tending before the enquiry is worth. */
export interface NurturedVsCold {
  readonly nurtured: LeadSide
  readonly cold: LeadSide
  /** conversion of the nurtured / conversion of the cold; no figure under ten leads a side. */
  readonly timesAsOften: Figure
  /** Median days to order of the nurtured less those of the cold: negative is sooner. Under ten a side no figure. */
  readonly daysSooner: Figure
}

type LeadFacts = Pick<CustomerFacts, 'steps' | 'gifts' | 'orders'>

/**
 * Leads with at least three value touches before the day of their enquiry against the rest, as of a day. Whoever bought
 * before enquiring is no lead of either kind. Source: measures.md "nurtured vs cold".
 */
export function nurturedVsCold(
  facts: readonly LeadFacts[],
  asOf: IsoDate,
  base: CurrencyCode,
): NurturedVsCold {
  const sides = { nurtured: newSide(), cold: newSide() }
  for (const one of facts) {
    const enquiredOn = one.steps.enquiry
    if (enquiredOn === undefined || compareDays(enquiredOn, asOf) > 0) continue
    const order = one.orders[0]
    if (order !== undefined && compareDays(order.on, enquiredOn) < 0) continue
    const gifts = one.gifts.filter((gift) => compareDays(gift.on, enquiredOn) < 0).length
    const side = gifts >= NURTURED_FROM ? sides.nurtured : sides.cold
    side.leads += 1
    if (order === undefined || compareDays(order.on, asOf) > 0) continue
    side.days.push(daysBetween(enquiredOn, order.on))
    side.value.add(order.revenueMinor)
  }
  const nurtured = finished(sides.nurtured, base)
  const cold = finished(sides.cold, base)
  const tooFew =
    nurtured.leads < CLAIM_FROM || cold.leads < CLAIM_FROM
      ? noFigure('measures.tooFewASide', { nurtured: nurtured.leads, cold: cold.leads, needed: CLAIM_FROM })
      : undefined
  return {
    nurtured,
    cold,
    timesAsOften:
      tooFew ?? ratio(nurtured.conversion.value ?? 0, cold.conversion.value ?? 0, 'measures.noOrders'),
    daysSooner: tooFew ?? difference(nurtured.daysToOrder.median, cold.daysToOrder.median),
  }
}

interface Side {
  leads: number
  readonly days: number[]
  readonly value: MinorTally
}

function newSide(): Side {
  return { leads: 0, days: [], value: new MinorTally() }
}

function finished({ leads, days, value }: Side, base: CurrencyCode): LeadSide {
  return {
    leads,
    orders: days.length,
    conversion: ratio(days.length, leads, 'measures.noLeads'),
    daysToOrder: spreadOf(days, 'measures.noOrders'),
    meanFirstOrder: value.mean(base, 'measures.noOrders'),
    leftOut: value.leftOut,
  }
}

function difference(a: Figure, b: Figure): Figure {
  if (a.value === undefined) return a
  return b.value === undefined ? b : figure(a.value - b.value)
}
