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
  const contacts = talks.filter((talk) => talk.kind !== 'note')
  for (const talk of contacts) {
    const { on, touchpointId, offerId } = talk
    const people = talk.personIds.length === 0 ? [customerId] : talk.personIds
    for (const personKey of people) {
      const key = `${touchpointId}/${personKey}`
      if (touchpointId !== undefined && !meetings.has(key)) meetings.set(key, { touchpointId, personKey, on })
      if (offerId !== undefined) offered.push(stated({ offerId, personKey, on, touchpointId }))
    }
  }
  const inbound = contacts.filter((talk) => talk.direction === 'in')
  const on = (talk: DatedTalk | undefined) => talk?.on
  return stated({
    firstOn: on(contacts[0]),
    lastOn: on(contacts.at(-1)),
    spokeOn: on(contacts.find((talk) => talk.direction !== 'out' && !NO_ENGAGEMENT.includes(talk.kind))),
    enquiryOn: on(contacts.find((talk) => talk.kind === 'enquiry' && talk.direction !== 'out')),
    inboundOn: inbound.filter((talk) => !SALES_KINDS.includes(talk.kind)).map((talk) => talk.on),
    meetings: [...meetings.values()],
    offered,
    worked: talks.flatMap(({ on: day, minutes }) =>
      minutes === undefined || minutes === 0 ? [] : [{ on: day, minutes }],
    ),
    given: contacts
      .filter((talk) => talk.kind === 'value' && talk.direction !== 'in')
      .map((talk) => stated({ on: talk.on, contentId: talk.contentId })),
    asked: contacts
      .filter((talk) => talk.direction !== 'out')
      .flatMap((talk) =>
        (talk.productIds ?? []).map((productId) => ({ productId, step: 'asked' as const, on: talk.on })),
      ),
  })
}
