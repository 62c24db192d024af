import type { Traffic } from '../records/traffic'
import { compareDays, daysBetween } from '../time/calendarDay'
import type { Period } from '../time/period'
import { type Figure, figure, noFigure, ratio } from './figure'

export const TRAFFIC_KINDS = ['public', 'follower', 'member'] as const
export type TrafficKind = (typeof TRAFFIC_KINDS)[number]

type TrafficLine = Pick<
  Traffic,
  | 'from'
  | 'to'
  | 'what'
  | 'kind'
  | 'channelId'
  | 'touchpointId'
  | 'contentId'
  | 'productId'
  | 'visits'
  | 'clicks'
  | 'visitors'
> & { readonly deletedAt?: number | undefined }

/** Visits over some days. */
export interface TrafficCount {
  readonly visits: number
  readonly byKind: Readonly<Record<TrafficKind | 'unknown', number>>
  /** Lines that reach out of the period, or overlap a longer line on the same thing: never added up. */
  readonly leftOut: number
}

/**
 * The traffic of a period: visits, or clicks or visitors where a source counts no visits. Only lines that lie wholly
 * within the period count, and of lines on the same thing that overlap only the longest, since a month's report holds
 * its days already. Source: source-ideas.md items 23 and 24.
 */
export function trafficWithin(lines: readonly TrafficLine[], period: Period): TrafficCount {
  const groups = new Map<string, TrafficLine[]>()
  let leftOut = 0
  for (const line of lines) {
    if (line.deletedAt !== undefined || compareDays(line.to, period.from) < 0) continue
    if (compareDays(line.from, period.to) > 0) continue
    if (compareDays(line.from, period.from) < 0 || compareDays(line.to, period.to) > 0) {
      leftOut += 1
      continue
    }
    const key = JSON.stringify([
      line.channelId,
      line.touchpointId,
      line.contentId,
      line.productId,
      line.what,
      line.kind,
    ])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  const byKind = { public: 0, follower: 0, member: 0, unknown: 0 }
  let visits = 0
  for (const group of groups.values()) {
    const kept = apart(group)
    leftOut += group.length - kept.length
    for (const line of kept) {
      const count = line.visits ?? line.clicks ?? line.visitors ?? 0
      visits += count
      byKind[line.kind ?? 'unknown'] += count
    }
  }
  return { visits, byKind, leftOut }
}

/** Traffic x enquiry rate x closing rate = orders, with each factor beside its counts. */
export interface TrafficChain {
  readonly visits: number
  readonly enquiries: number
  readonly orders: number
  readonly enquiryRate: Figure
  readonly closingRate: Figure
  /** The product of the three; equals `orders` where all are known. */
  readonly product: Figure
}

/** Takes orders apart into what brought them. `visits` is absent where nobody counts them. */
export function trafficChain(counts: {
  readonly visits?: number | undefined
  readonly enquiries: number
  readonly orders: number
}): TrafficChain {
  const { visits = 0, enquiries, orders } = counts
  const enquiryRate = ratio(enquiries, visits, 'measures.noTraffic')
  const closingRate = ratio(orders, enquiries, 'measures.noEnquiries')
  return {
    visits,
    enquiries,
    orders,
    enquiryRate,
    closingRate,
    product: product(visits, enquiryRate, closingRate),
  }
}

/** What orders would be if one factor changed: the seller's lever. Rates are 0 to 1. */
export function ordersExpected(visits: number, enquiryRate: number, closingRate: number): Figure {
  const orders = visits * enquiryRate * closingRate
  return Number.isFinite(orders) && orders >= 0 ? figure(orders) : noFigure('measures.badInput')
}

function product(visits: number, enquiryRate: Figure, closingRate: Figure): Figure {
  if (enquiryRate.value === undefined) return enquiryRate
  if (closingRate.value === undefined) return closingRate
  return ordersExpected(visits, enquiryRate.value, closingRate.value)
}

/** The longest lines first, each kept only if it overlaps none that is kept; then two neighbours' check is enough. */
function apart(group: readonly TrafficLine[]): TrafficLine[] {
  const longest = [...group].sort(
    (a, b) => daysBetween(b.from, b.to) - daysBetween(a.from, a.to) || compareDays(a.from, b.from),
  )
  const kept: TrafficLine[] = []
  for (const line of longest) {
    const place = firstFrom(kept, line.from)
    const before = kept[place - 1]
    const after = kept[place]
    if (before !== undefined && compareDays(before.to, line.from) >= 0) continue
    if (after !== undefined && compareDays(after.from, line.to) <= 0) continue
    kept.splice(place, 0, line)
  }
  return kept
}

/** Where a line that begins on a day belongs among lines in order. */
function firstFrom(kept: readonly TrafficLine[], from: string): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareDays(kept[middle]?.from ?? '', from) < 0) low = middle + 1
    else high = middle
  }
  return low
}
