import type { InteractionKind } from '../../records/interaction'
import type { IsoDate } from '../../time/values'
import type { CustomerFacts, ProductFact } from './customerFacts'
import type { DatedTalk } from './datedTalks'
import { stated } from './stated'

/** Contact of theirs that is about buying or about trouble: it makes nobody an advocate. */
const SALES_KINDS: readonly InteractionKind[] = ['enquiry', 'ask', 'payment', 'complaint', 'note']
/** Contact that is no sign of interest in what we write: a meeting and an enquiry are steps of their own. */
const NO_ENGAGEMENT: readonly InteractionKind[] = ['met', 'enquiry', 'note', 'complaint', 'payment', 'news']

/** What the talks with one customer tell. */
interface TalkFacts extends Pick<CustomerFacts, 'inboundOn' | 'meetings' | 'offered' | 'worked'> {
  readonly firstOn?: IsoDate
  readonly lastOn?: IsoDate
  readonly spokeOn?: IsoDate
  readonly enquiryOn?: IsoDate
  readonly given: CustomerFacts['gifts']
  readonly asked: readonly ProductFact[]
}

/** One pass over the talks of a customer, which come earliest first. Notes of ours count as time and nothing else. */
export function talkFacts(talks: readonly DatedTalk[], customerId: string): TalkFacts {
  const meetings = new Map<string, CustomerFacts['meetings'][number]>()
  const offered: CustomerFacts['offered'][number][] = []
  const inboundOn: IsoDate[] = []
  const worked: CustomerFacts['worked'][number][] = []
  const given: CustomerFacts['gifts'][number][] = []
  const asked: ProductFact[] = []
  let firstOn: IsoDate | undefined
  let lastOn: IsoDate | undefined
  let spokeOn: IsoDate | undefined
  let enquiryOn: IsoDate | undefined
  for (const { talk, on } of talks) {
    const { kind, direction, minutes, touchpointId, offerId, contentId } = talk
    if (minutes !== undefined && minutes > 0) worked.push({ on, minutes })
    if (kind === 'note') continue
    firstOn ??= on
    lastOn = on
    for (const personKey of talk.personIds.length === 0 ? [customerId] : talk.personIds) {
      const key = `${touchpointId}/${personKey}`
      if (touchpointId !== undefined && !meetings.has(key)) meetings.set(key, { touchpointId, personKey, on })
      if (offerId !== undefined) offered.push(stated({ offerId, personKey, on, touchpointId }))
    }
    if (direction === 'in' && !SALES_KINDS.includes(kind)) inboundOn.push(on)
    // What they gave is no gift of ours.
    if (direction !== 'in' && kind === 'value') given.push(stated({ on, contentId }))
    if (direction === 'out') continue
    if (!NO_ENGAGEMENT.includes(kind)) spokeOn ??= on
    if (kind === 'enquiry') enquiryOn ??= on
    for (const productId of talk.productIds ?? []) asked.push({ productId, step: 'asked', on })
  }
  const heard = { inboundOn, meetings: [...meetings.values()], offered, worked, given, asked }
  return stated({ ...heard, firstOn, lastOn, spokeOn, enquiryOn })
}
