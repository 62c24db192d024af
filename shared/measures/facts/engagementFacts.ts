import type { EngagementKind } from '../../records/content'
import { compareDays } from '../../time/calendarDay'
import type { IsoDate } from '../../time/values'
import type { CustomerFacts, EngagementFact } from './customerFacts'
import type { ReadEngagement } from './customerRecords'
import type { DayOf } from './ownDay'
import { stated } from './stated'

/** Doings of the person; what merely reached them is none. */
export const ENGAGED_KINDS: readonly EngagementKind[] = [
  'opened',
  'clicked',
  'replied',
  'registered',
  'attended',
  'downloaded',
  'visited',
]
/** A piece that was offered or bounced has not reached anybody; a visit is nothing that we gave. */
const REACHED_KINDS: readonly EngagementKind[] = ['delivered', 'opened', 'clicked', 'attended', 'downloaded']

/** What one customer's people did with our letters, pieces and offers. */
interface EngagementFacts extends Pick<CustomerFacts, 'engagements' | 'offered'> {
  readonly engagedOn?: IsoDate
  /** Each piece or letter once, on the day it first reached them. */
  readonly received: CustomerFacts['gifts']
}

/** One pass over the engagements of a customer, in any order. */
export function engagementFacts(records: readonly ReadEngagement[], dayOf: DayOf): EngagementFacts {
  const received = new Map<string, CustomerFacts['gifts'][number]>()
  const engagements: EngagementFact[] = []
  const offered: CustomerFacts['offered'][number][] = []
  let engagedOn: IsoDate | undefined
  for (const record of records) {
    if (record.deletedAt !== undefined) continue
    const { kind, contentId, campaign, carrierId, offerId, touchpointId } = record
    const on = record.day ?? dayOf(record.at)
    const personKey = record.personId ?? record.customerId
    engagements.push(stated({ on, kind, personKey, contentId, carrierId }))
    if (kind === 'offered' && offerId !== undefined)
      offered.push(stated({ offerId, personKey, on, touchpointId }))
    if (ENGAGED_KINDS.includes(kind) && (engagedOn === undefined || on < engagedOn)) engagedOn = on
    const piece = contentId ?? (campaign === undefined ? undefined : `campaign ${campaign}`)
    if (piece === undefined || !REACHED_KINDS.includes(kind)) continue
    const before = received.get(piece)
    if (before === undefined || on < before.on) received.set(piece, stated({ on, contentId }))
  }
  engagements.sort((a, b) => compareDays(a.on, b.on))
  return stated({ engagedOn, received: [...received.values()], engagements, offered })
}
