import { compareDays } from '../../time/calendarDay'
import type { IsoDate } from '../../time/values'
import { BaseAmounts } from './baseAmounts'
import type { CustomerFacts, ProductFact, StepDays } from './customerFacts'
import type { CustomerRecords, ReadSample } from './customerRecords'
import { datedTalks } from './datedTalks'
import { engagementFacts } from './engagementFacts'
import { type FoldContext, productWord } from './foldContext'
import { membershipFacts } from './membershipFacts'
import { orderFacts, productFact } from './orderFacts'
import { type DayOf, ownDays } from './ownDay'
import { sourceTouches } from './sourceTouches'
import { stated } from './stated'
import { talkFacts } from './talkFacts'

/**
 * Reads the records of one customer into facts. Tombstones among the records count for nothing; the customer's own
 * tombstone is for the caller to leave out. The order of the records does not matter.
 *
 * A step's first day is the earlier of the first move to that stage and the first document of its kind, since an
 * imported order comes without a move.
 */
export function foldCustomer(
  records: CustomerRecords,
  context: FoldContext,
  dayOf: DayOf = ownDays(context.zone),
): CustomerFacts {
  const { customer } = records
  const amounts = new BaseAmounts(context)
  const talks = datedTalks(records.interactions ?? [], dayOf)
  const heard = talkFacts(talks, customer.id)
  const trade = orderFacts(records, amounts)
  const quotes = (records.quotes ?? []).filter(isLive)
  const samples = (records.samples ?? []).filter(isLive)
  const memberships = membershipFacts(records, context, dayOf)
  const taken = engagementFacts(records.engagements ?? [], dayOf)
  const history = (records.stageMoves ?? [])
    .filter(isLive)
    .sort((a, b) => a.at - b.at)
    .map((move) => ({ to: move.to, on: dayOf(move.at) }))
  const moved = (stage: string) => history.find((move) => move.to === stage)?.on
  const samplesOn = samples.map((sample) => sample.on)
  const quotesOn = quotes.map((quote) => quote.on).sort(compareDays)
  const sources = sourceTouches(customer, talks, context)
  // Bought years before the page was made: they were met by then at the latest.
  const firstTrace = earliest([
    heard.firstOn,
    sources.find((source) => source.on !== undefined)?.on,
    ...samplesOn,
    quotesOn[0],
    trade.orders[0]?.on,
    ...memberships.map((membership) => membership.joinedOn),
    taken.engagements[0]?.on,
  ])
  const steps: StepDays = stated({
    met: firstTrace ?? dayOf(customer.createdAt),
    joined: earliest(memberships.map((membership) => membership.joinedOn)),
    engaged: earliest([taken.engagedOn, heard.spokeOn]),
    enquiry: earliest([moved('enquiry'), heard.enquiryOn]),
    sample: earliest([moved('sample'), ...samplesOn]),
    quote: earliest([moved('quote'), ...quotesOn]),
    order: earliest([moved('order'), trade.orders[0]?.on]),
    repeat: earliest([moved('repeat'), trade.orders[1]?.on]),
  })
  const ties = (records.relations ?? [])
    .filter((tie) => isLive(tie) && tie.kind === 'referredBy' && tie.fromId !== tie.toId)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  const sent = ties.filter((tie) => tie.toId === customer.id)
  const products: ProductFact[] = [
    ...heard.asked,
    ...samples.flatMap((sample) => sampledProducts(sample, context)),
    ...quotes.flatMap((quote) => quote.lines.flatMap((line) => productFact(line, 'quoted', quote, amounts))),
    ...trade.products,
  ]
  return stated({
    customerId: customer.id,
    country: customer.country,
    grade: customer.grade,
    staffId: customer.staffId,
    sources,
    steps,
    history,
    orders: trade.orders,
    credits: trade.credits,
    quotesOn,
    lastContactOn: latest([heard.lastOn, quotesOn.at(-1), trade.orders.at(-1)?.on, ...samplesOn]),
    inboundOn: heard.inboundOn,
    gifts: giftsOf(heard.given, taken.received),
    meetings: heard.meetings,
    offered: [...heard.offered, ...taken.offered],
    memberships,
    engagements: taken.engagements,
    worked: [...heard.worked, ...loggedTime(records)],
    products: products.sort((a, b) => compareDays(a.on, b.on)),
    referredById: ties.find((tie) => tie.fromId === customer.id)?.toId,
    referralsOn: ties.map((tie) => dayOf(tie.createdAt)),
    referredCount: new Set(sent.map((tie) => tie.fromId)).size,
    referredOn: sent[0] === undefined ? undefined : dayOf(sent[0].createdAt),
    missingRates: amounts.missingRates(),
  })
}

function loggedTime(records: CustomerRecords): CustomerFacts['worked'] {
  return (records.hours ?? []).filter(isLive).map(({ on, minutes }) => ({ on, minutes }))
}

/** What was given by hand and what reached them through a carrier; a piece that did both was given once. */
function giftsOf(given: CustomerFacts['gifts'], received: CustomerFacts['gifts']): CustomerFacts['gifts'] {
  const pieces = new Set<string>()
  return [...given, ...received]
    .sort((a, b) => compareDays(a.on, b.on))
    .filter(({ contentId }) => {
      if (contentId === undefined) return true
      const isNew = !pieces.has(contentId)
      pieces.add(contentId)
      return isNew
    })
}

/** A sample names its product in words: the product's name or code, and nothing else. */
/** The products that a sample names; where it names none, the one whose name or code its words are. */
function sampledProducts({ productIds, what, on }: ReadSample, context: FoldContext): ProductFact[] {
  const named = context.productNamed.get(productWord(what))
  const ids = productIds ?? (named === undefined ? [] : [named])
  return ids.map((productId) => ({ productId, step: 'sampled', on }))
}

function isLive(record: { readonly deletedAt?: number | undefined }): boolean {
  return record.deletedAt === undefined
}

function earliest(days: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return days.reduce(
    (best, day) => (best === undefined || (day !== undefined && day < best) ? day : best),
    undefined,
  )
}

function latest(days: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return days.reduce(
    (best, day) => (best === undefined || (day !== undefined && day > best) ? day : best),
    undefined,
  )
}
