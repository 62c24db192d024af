import type { EngagementKind } from '../../records/content'
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
  const live = records
    .filter((one) => one.deletedAt === undefined)
    .map((one) => ({ ...one, on: one.day ?? dayOf(one.at), personKey: one.personId ?? one.customerId }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const received = new Map<string, CustomerFacts['gifts'][number]>()
  for (const { kind, contentId, campaign, on } of live) {
    const piece = contentId ?? (campaign === undefined ? undefined : `campaign ${campaign}`)
    if (piece === undefined || !REACHED_KINDS.includes(kind) || received.has(piece)) continue
    received.set(piece, stated({ on, contentId }))
  }
  const engagements: EngagementFact[] = live.map(({ on, kind, personKey, contentId, carrierId }) =>
    stated({ on, kind, personKey, contentId, carrierId }),
  )
  return stated({
    engagedOn: live.find((one) => ENGAGED_KINDS.includes(one.kind))?.on,
    received: [...received.values()],
    engagements,
    offered: live.flatMap(({ kind, offerId, personKey, on, touchpointId }) =>
      kind === 'offered' && offerId !== undefined ? [stated({ offerId, personKey, on, touchpointId })] : [],
    ),
  })
}
