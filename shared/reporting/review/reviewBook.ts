import type { InsightBook } from '../../insights/insightBook'
import type { CustomerFacts } from '../../measures/facts/customerFacts'
import { type Places, placesOf, type Scope } from '../../measures/places'
import type { Cost } from '../../records/cost'
import type { Hours } from '../../records/hours'
import type { Period } from '../../time/period'
import type { ReportWords } from '../words'
import { type ReviewRequest, SIDES, type Side } from './reviewRequest'

/** The notebook as one review sees it. */
export interface ReviewBook
  extends Pick<
    InsightBook,
    'base' | 'rates' | 'hourMinor' | 'hourCurrency' | 'products' | 'content' | 'staff' | 'carriers'
  > {
  readonly request: ReviewRequest
  readonly words: ReportWords
  readonly facts: readonly CustomerFacts[]
  readonly costs: readonly Cost[]
  readonly hours: readonly Hours[]
  readonly scope: Scope
  readonly places: Places
  readonly nameOf: (customerId: string) => string
  /** What channels and touchpoints are called here: of two of one name the second has a number. */
  readonly channelNames: ReadonlyMap<string, string>
  readonly touchpointNames: ReadonlyMap<string, string>
}

/** Narrows the notebook to what was asked for. */
export function reviewBook(book: InsightBook, request: ReviewRequest, words: ReportWords): ReviewBook {
  const { channelId, touchpointId, customerId, memberIds } = request.scope
  const chosen =
    customerId === undefined
      ? memberIds === undefined
        ? undefined
        : new Set(memberIds)
      : new Set([customerId])
  const names = new Map(book.customers.map((one) => [one.facts.customerId, one.name]))
  const { base, rates, hourMinor, hourCurrency, products, content, staff, carriers } = book
  return {
    base,
    rates,
    hourMinor,
    hourCurrency,
    products,
    content,
    staff,
    carriers,
    request,
    words,
    facts: chosen === undefined ? book.facts : book.facts.filter((one) => chosen.has(one.customerId)),
    // What was paid for a channel was paid for everybody who came by it, not for some of them.
    costs: chosen === undefined ? book.costs : [],
    hours: chosen === undefined ? book.hours : [],
    scope: {
      ...(channelId === undefined ? {} : { channelId }),
      ...(touchpointId === undefined ? {} : { touchpointId }),
    },
    places: placesOf([...book.touchpoints.values()], [...book.channels.values()]),
    nameOf: (id) => names.get(id) ?? '',
    channelNames: distinctNames(book.channels.values()),
    touchpointNames: distinctNames(book.touchpoints.values()),
  }
}

/** Whether the review is of some customers, so that no cost can be told. */
export function isOfCustomers({ request: { scope } }: Pick<ReviewBook, 'request'>): boolean {
  return scope.customerId !== undefined || scope.memberIds !== undefined
}

/** The days of a side. */
export function periodOf({ request }: Pick<ReviewBook, 'request'>, side: Side): Period {
  return side === 'now' ? request.period : request.before
}

/** Something for each side. */
export function bySide<T>(of: (side: Side) => T): Readonly<Record<Side, T>> {
  const [now, before] = SIDES
  return { now: of(now), before: of(before) }
}

/** A spreadsheet compares names without their capitals: what it would take for one must be two. */
function distinctNames(
  records: Iterable<{ readonly id: string; readonly name: string }>,
): Map<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const { id, name } of [...records].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    let own = name
    for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = `${name} (${number})`
    taken.add(own.toLowerCase())
    names.set(id, own)
  }
  return names
}
