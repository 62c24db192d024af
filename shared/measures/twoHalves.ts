import { compareDays, daysBetween } from '../time/calendarDay'
import { isWithin, type Period } from '../time/period'
import type { IsoDate } from '../time/values'
import { type AttributionModel, attribute, sumOfShares } from './attribution'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'
import { type Spread, spreadOf } from './spread'

type EnquiryFacts = Pick<CustomerFacts, 'steps' | 'sources' | 'orders' | 'quotesOn' | 'grade' | 'staffId'>

/** The gathering half: what enquiries a channel brings. */
export interface EnquiryQuality {
  /** Absent: nobody knows where they came from. */
  readonly channelId?: string
  readonly enquiries: number
  /** Share with grade A or B, and share that was quoted; both are known before anybody has closed. */
  readonly qualified: Figure
  readonly quoted: Figure
  readonly closed: Figure
}

/** The spending half: what a salesperson makes of them. */
export interface SalesConversion {
  /** Absent: nobody of us is named. */
  readonly staffId?: string
  readonly enquiries: number
  readonly orders: number
  readonly closingRate: Figure
  /** Orders that the same enquiries would have brought at the average of their channels. */
  readonly expectedOrders: number
  /** orders / expected orders: above 1 is better than the channels alone explain. */
  readonly index: Figure
  readonly daysToOrder: Spread
}

/** The two halves of marketing, told apart. */
export interface TwoHalves {
  readonly channels: readonly EnquiryQuality[]
  readonly staff: readonly SalesConversion[]
}

/**
 * Two halves apart: quality of enquiries by channel beside conversion by salesperson, for the enquiries of a period with
 * their orders as of a day. Who gets the good channel's enquiries closes more without being better; the index therefore
 * compares with what the same mix of channels brings on average (indirect standardisation). Most enquiries first.
 *
 * Source: source-ideas.md item 23.
 */
export function twoHalves(
  facts: readonly EnquiryFacts[],
  period: Period,
  asOf: IsoDate,
  model: AttributionModel,
): TwoHalves {
  const channels = new Map<
    string | undefined,
    { enquiries: number; qualified: number; quoted: number; closed: number }
  >()
  const enquiries = facts.flatMap((one) => enquiryOf(one, period, asOf, model))
  for (const { shares, isQualified, isQuoted, days } of enquiries) {
    for (const { channelId, share } of shares) {
      const own = channels.get(channelId) ?? { enquiries: 0, qualified: 0, quoted: 0, closed: 0 }
      channels.set(channelId, own)
      own.enquiries += share
      if (isQualified) own.qualified += share
      if (isQuoted) own.quoted += share
      if (days !== undefined) own.closed += share
    }
  }
  const staff = new Map<string | undefined, { enquiries: number; expected: number; days: number[] }>()
  for (const { staffId, shares, days } of enquiries) {
    const own = staff.get(staffId) ?? { enquiries: 0, expected: 0, days: [] }
    staff.set(staffId, own)
    own.enquiries += 1
    if (days !== undefined) own.days.push(days)
    for (const { channelId, share } of shares) {
      const channel = channels.get(channelId)
      if (channel !== undefined) own.expected += (share * channel.closed) / channel.enquiries
    }
  }
  return {
    channels: [...channels].sort(mostFirst).map(([channelId, own]) => ({
      ...(channelId === undefined ? {} : { channelId }),
      enquiries: sumOfShares(own.enquiries),
      qualified: ratio(own.qualified, own.enquiries, 'measures.noEnquiries'),
      quoted: ratio(own.quoted, own.enquiries, 'measures.noEnquiries'),
      closed: ratio(own.closed, own.enquiries, 'measures.noEnquiries'),
    })),
    staff: [...staff].sort(mostFirst).map(([staffId, { enquiries: count, expected, days }]) => ({
      ...(staffId === undefined ? {} : { staffId }),
      enquiries: count,
      orders: days.length,
      closingRate: ratio(days.length, count, 'measures.noEnquiries'),
      expectedOrders: sumOfShares(expected),
      index: ratio(days.length, expected, 'measures.noOrders'),
      daysToOrder: spreadOf(days, 'measures.noOrders'),
    })),
  }
}

function enquiryOf(facts: EnquiryFacts, period: Period, asOf: IsoDate, model: AttributionModel) {
  const on = facts.steps.enquiry
  if (on === undefined || !isWithin(on, period) || compareDays(on, asOf) > 0) return []
  const after = (day: IsoDate) => compareDays(day, on) >= 0 && compareDays(day, asOf) <= 0
  const order = facts.orders.find((one) => after(one.on))
  return [
    {
      staffId: facts.staffId,
      shares: attribute(facts, model),
      isQualified: facts.grade === 'A' || facts.grade === 'B',
      isQuoted: order !== undefined || facts.quotesOn.some(after),
      days: order === undefined ? undefined : daysBetween(on, order.on),
    },
  ]
}

function mostFirst(
  a: readonly [string | undefined, { readonly enquiries: number }],
  b: readonly [string | undefined, { readonly enquiries: number }],
): number {
  return b[1].enquiries - a[1].enquiries || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)
}
