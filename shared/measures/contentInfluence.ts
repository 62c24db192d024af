import type { CurrencyCode, Money } from '../money/values'
import type { Content, EngagementKind } from '../records/content'
import { compareDays, daysBetween } from '../time/calendarDay'
import type { IsoDate } from '../time/values'
import { MinorTally } from './facts/baseAmounts'
import type { CustomerFacts } from './facts/customerFacts'
import { ENGAGED_KINDS } from './facts/engagementFacts'
import type { Figure } from './figure'

/** So long before a quote or an order a piece may claim a part in it. */
const INFLUENCE_DAYS = 90

/** What was counted of a piece, people each counted once. */
const COUNTED = ['delivered', 'opened', 'clicked', 'replied', 'attended'] as const
type Counted = (typeof COUNTED)[number]
/** Whoever did this had it delivered, though the source may only tell of the doing. */
const SHOWS_DELIVERY: readonly EngagementKind[] = ['delivered', 'opened', 'clicked', 'replied', 'downloaded']

/** By what pieces are put together: each alone, or all of one topic, trouble, form or language. */
export const CONTENT_DIMENSIONS = ['piece', 'topic', 'position', 'kind', 'language'] as const
export type ContentDimension = (typeof CONTENT_DIMENSIONS)[number]

/** What a piece, or all pieces of one kind, did. */
export interface ContentInfluence extends Readonly<Record<Counted, number>> {
  /** Quotes and orders whose customer engaged with it in the 90 days before, each once. */
  readonly opportunities: number
  readonly orders: number
  readonly revenue: Figure<Money>
}

type ReaderFacts = Pick<CustomerFacts, 'engagements' | 'gifts' | 'quotesOn' | 'orders'>

/**
 * Content influence by piece or by what pieces have in common. An order counts once under each key, though its customer
 * read three pieces of that topic; orders of different keys must therefore not be added up. Influence is no proof of
 * cause. Who opened a piece had it delivered, and so had a customer to whom it was handed over. Source: measures.md "content influence".
 */
export function contentInfluence(
  facts: readonly ReaderFacts[],
  content: ReadonlyMap<string, Pick<Content, 'topic' | 'positionIds' | 'kind' | 'editions'>>,
  dimension: ContentDimension,
  asOf: IsoDate,
  base: CurrencyCode,
): Map<string, ContentInfluence> {
  const sums = new Map<string, Sums>()
  const sumsOf = (key: string): Sums => {
    const own = sums.get(key) ?? newSums()
    sums.set(key, own)
    return own
  }
  for (const one of facts) {
    const read = readingOf(one, asOf, (id) => influenceKeys(id, content.get(id), dimension))
    for (const [key, { people, engagedOn }] of read) {
      const own = sumsOf(key)
      for (const kind of COUNTED) own.counts[kind] += people[kind].size
      own.opportunities += one.quotesOn.filter((on) => isInfluenced(on, engagedOn, asOf)).length
      for (const order of one.orders) {
        if (!isInfluenced(order.on, engagedOn, asOf)) continue
        own.orders += 1
        own.revenue.add(order.revenueMinor)
      }
    }
  }
  return new Map(
    [...sums].map(([key, { counts, opportunities, orders, revenue }]) => [
      key,
      { ...counts, opportunities, orders, revenue: revenue.total(base) },
    ]),
  )
}

interface Sums {
  readonly counts: Record<Counted, number>
  opportunities: number
  orders: number
  readonly revenue: MinorTally
}

interface Reading {
  readonly people: Record<Counted, Set<string>>
  readonly engagedOn: IsoDate[]
}

function readingOf(
  facts: ReaderFacts,
  asOf: IsoDate,
  keys: (contentId: string) => readonly string[],
): Map<string, Reading> {
  const reading = new Map<string, Reading>()
  const note = (
    contentId: string | undefined,
    kind: EngagementKind,
    personKey: string,
    on: IsoDate,
  ): void => {
    if (contentId === undefined || compareDays(on, asOf) > 0) return
    for (const key of keys(contentId)) {
      const own = reading.get(key) ?? newReading()
      reading.set(key, own)
      const counted = COUNTED.find((name) => name === kind)
      if (counted !== undefined) own.people[counted].add(personKey)
      if (SHOWS_DELIVERY.includes(kind)) own.people.delivered.add(personKey)
      if (ENGAGED_KINDS.includes(kind)) own.engagedOn.push(on)
    }
  }
  const delivered = new Set<string | undefined>()
  for (const { contentId, kind, personKey, on } of facts.engagements) {
    note(contentId, kind, personKey, on)
    if (SHOWS_DELIVERY.includes(kind) && compareDays(on, asOf) <= 0) delivered.add(contentId)
  }
  // Handed over in person: the gift names no reader, so it is one for the customer.
  for (const { contentId, on } of facts.gifts) {
    if (!delivered.has(contentId)) note(contentId, 'delivered', '', on)
  }
  return reading
}

function isInfluenced(on: IsoDate, engagedOn: readonly IsoDate[], asOf: IsoDate): boolean {
  if (compareDays(on, asOf) > 0) return false
  return engagedOn.some((day) => compareDays(day, on) <= 0 && daysBetween(day, on) <= INFLUENCE_DAYS)
}

/** Under which keys of a dimension a piece counts: none where it lacks what is asked, several for several pain points. */
export function influenceKeys(
  contentId: string,
  content: Pick<Content, 'topic' | 'positionIds' | 'kind' | 'editions'> | undefined,
  dimension: ContentDimension,
): readonly string[] {
  if (dimension === 'piece') return [contentId]
  if (content === undefined) return []
  if (dimension === 'topic') return content.topic === undefined ? [] : [content.topic]
  if (dimension === 'position') return [...new Set(content.positionIds)]
  if (dimension === 'kind') return [content.kind]
  // Nobody records which edition was read; a piece in one language was read in that.
  const languages = new Set(content.editions.map((edition) => edition.language))
  return languages.size === 1 ? [...languages] : []
}

function newReading(): Reading {
  return {
    people: {
      delivered: new Set(),
      opened: new Set(),
      clicked: new Set(),
      replied: new Set(),
      attended: new Set(),
    },
    engagedOn: [],
  }
}

function newSums(): Sums {
  const counts = { delivered: 0, opened: 0, clicked: 0, replied: 0, attended: 0 }
  return { counts, opportunities: 0, orders: 0, revenue: new MinorTally() }
}
