import type { CurrencyCode, Money } from '../money/values'
import type { Product } from '../records/product'
import { compareDays } from '../time/calendarDay'
import { quarterNumber } from '../time/period'
import type { IsoDate } from '../time/values'
import { MinorTally } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import { type Figure, ratio } from './figure'

/** So many quarters make a trend; the last one is the running one. */
const TREND_QUARTERS = 4

/** How customers take to one product line. */
export interface ProductInterest {
  /** The line's name, or the product's where it belongs to none. */
  readonly line: string
  /** Customers, each counted once. */
  readonly asked: number
  readonly sampled: number
  readonly quoted: number
  readonly ordered: number
  /** Ordered on two days or more. */
  readonly reordered: number
  /** Of those who asked, how many ordered on the same day or later. */
  readonly askedToOrdered: Figure
  readonly revenue: Figure<Money>
  /** Of the order lines whose cost is known. */
  readonly margin: Figure<Money>
  readonly withoutMargin: number
  /** Customers who asked and who ordered in each of the last four quarters, oldest first. */
  readonly trend: readonly { readonly quarter: number; readonly asked: number; readonly ordered: number }[]
}

/**
 * Product interest per product line as of a day, by who asked most. Deleted products keep their line, since what was
 * asked for was. Source: measures.md "product interest".
 */
export function productInterest(
  facts: readonly Pick<CustomerFacts, 'products'>[],
  products: ReadonlyMap<string, Pick<Product, 'name' | 'line'>>,
  today: IsoDate,
  base: CurrencyCode,
): ProductInterest[] {
  const lines = new Map<string, Sums>()
  const firstQuarter = quarterNumber(today) - TREND_QUARTERS + 1
  for (const one of facts) {
    for (const [line, own] of historyByLine(one, products, today)) {
      const sums = lines.get(line) ?? newSums()
      lines.set(line, sums)
      addCustomer(sums, own, firstQuarter)
    }
  }
  return [...lines]
    .map(([line, sums]) => ({
      line,
      ...sums.counts,
      askedToOrdered: ratio(sums.followed, sums.counts.asked, 'measures.nobodyAsked'),
      revenue: sums.revenue.total(base),
      margin: sums.margin.margin(base),
      withoutMargin: sums.margin.leftOut,
      trend: sums.trend.map((counts, place) => ({ quarter: firstQuarter + place, ...counts })),
    }))
    .sort((a, b) => b.asked - a.asked || b.ordered - a.ordered || (a.line < b.line ? -1 : 1))
}

type Events = CustomerFacts['products'][number][]

/** One customer's history with each line, earliest first. A product that nobody knows any more has no line. */
function historyByLine(
  facts: Pick<CustomerFacts, 'products'>,
  products: ReadonlyMap<string, Pick<Product, 'name' | 'line'>>,
  today: IsoDate,
): Map<string, Events> {
  const lines = new Map<string, Events>()
  for (const event of facts.products) {
    const product = products.get(event.productId)
    if (product === undefined || compareDays(event.on, today) > 0) continue
    const line = product.line ?? product.name
    const events = lines.get(line)
    if (events === undefined) lines.set(line, [event])
    else events.push(event)
  }
  return lines
}

interface Sums {
  readonly counts: { asked: number; sampled: number; quoted: number; ordered: number; reordered: number }
  followed: number
  readonly revenue: MinorTally
  readonly margin: MinorTally
  readonly trend: { asked: number; ordered: number }[]
}

function newSums(): Sums {
  return {
    counts: { asked: 0, sampled: 0, quoted: 0, ordered: 0, reordered: 0 },
    followed: 0,
    revenue: new MinorTally(),
    margin: new MinorTally(),
    trend: Array.from({ length: TREND_QUARTERS }, () => ({ asked: 0, ordered: 0 })),
  }
}

function addCustomer(sums: Sums, events: Events, firstQuarter: number): void {
  const days = (step: Events[number]['step']) =>
    events.filter((one) => one.step === step).map((one) => one.on)
  const asked = days('asked')
  const orderDays = new Set(days('ordered'))
  const lastOrder = [...orderDays].at(-1)
  const [firstAsked] = asked
  if (firstAsked !== undefined) sums.counts.asked += 1
  if (days('sampled').length > 0) sums.counts.sampled += 1
  if (days('quoted').length > 0) sums.counts.quoted += 1
  if (orderDays.size > 0) sums.counts.ordered += 1
  if (orderDays.size > 1) sums.counts.reordered += 1
  if (firstAsked !== undefined && lastOrder !== undefined && firstAsked <= lastOrder) sums.followed += 1
  for (const event of events) {
    if (event.step !== 'ordered') continue
    sums.revenue.add(event.revenueMinor)
    sums.margin.add(event.marginMinor)
  }
  for (const [place, counts] of sums.trend.entries()) {
    const isThen = (on: IsoDate) => quarterNumber(on) === firstQuarter + place
    if (asked.some(isThen)) counts.asked += 1
    if ([...orderDays].some(isThen)) counts.ordered += 1
  }
}
