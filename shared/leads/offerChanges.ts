import { joinChanges } from '../carriers/membershipChanges'
import { createChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Consent } from '../records/consent'
import type { Handle, HandleKind } from '../records/handle'
import type { LeadDraft } from './leadDraft'

/** Who was met, and what the records of the offers take from the meeting. */
interface OfferMeeting {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly touchpointId: string
  readonly staffId?: string | undefined
  /** The addresses of the lead. */
  readonly handles: readonly Handle[]
  /** How one asks for a newsletter where no offer says it, and in which language the form was. */
  readonly newsletterWording: string
  readonly language: string
  readonly at: number
  readonly newId: () => string
}

/**
 * What the offers of the fair came to: each that was made is an engagement `offered`; each that was taken is a membership
 * with a newsletter consent in the offer's own words, for the lead's addresses on that carrier. Two offers of one carrier
 * make one membership. A yes or no to newsletters that was noted by itself is a consent alone, and a yes that came with an
 * offer is not written twice.
 */
export function offerChanges(draft: LeadDraft, meeting: OfferMeeting): Change[] {
  const { customerId, personId, touchpointId, at, newId } = meeting
  const made = draft.offers ?? []
  const joined = new Set<string>()
  const answered = new Set<HandleKind>()
  const changes = made.map(({ offerId }) =>
    createChange(
      'engagements',
      {
        id: newId(),
        customerId,
        kind: 'offered',
        at: draft.startedAt,
        offerId,
        touchpointId,
        ...(personId === undefined ? {} : { personId }),
      },
      at,
    ),
  )
  for (const { offerId, carrierId, handleKind, wording, state } of made) {
    if (state !== 'joined' || carrierId === undefined || joined.has(carrierId)) continue
    joined.add(carrierId)
    const isAnswered = handleKind === undefined || answered.has(handleKind)
    if (handleKind !== undefined) answered.add(handleKind)
    const yes = {
      wording: wording.trim() || meeting.newsletterWording,
      language: meeting.language,
      staffId: meeting.staffId,
      addresses: addressesOf(meeting.handles, handleKind),
    }
    const joining = { carrier: { id: carrierId, handleKind }, customerId, personId, touchpointId, offerId }
    changes.push(
      ...joinChanges(
        { ...joining, joinedAt: draft.startedAt, ...(isAnswered ? {} : { yes }) },
        { at, newId },
      ),
    )
  }
  const newsletters = (draft.newsletters ?? []).filter(
    ({ carrier, state }) => !(state === 'given' && answered.has(carrier)),
  )
  return [
    ...changes,
    ...newsletters.flatMap(({ carrier, state }) =>
      addressesOf(meeting.handles, carrier).map((address) =>
        newsletter(draft, meeting, carrier, state, address),
      ),
    ),
  ]
}

function newsletter(
  draft: LeadDraft,
  meeting: OfferMeeting,
  carrier: HandleKind,
  state: Consent['state'],
  address: string,
): Change {
  const { customerId, personId, touchpointId, staffId } = meeting
  return createChange(
    'consents',
    {
      id: meeting.newId(),
      customerId,
      carrier,
      address,
      purpose: 'newsletter',
      state,
      at: draft.startedAt,
      wording: meeting.newsletterWording,
      wordingLanguage: meeting.language,
      touchpointId,
      ...(personId === undefined ? {} : { personId }),
      ...(staffId === undefined ? {} : { staffId }),
    },
    meeting.at,
  )
}

function addressesOf(handles: readonly Handle[], kind: HandleKind | undefined): string[] {
  return handles.filter((handle) => handle.kind === kind).map(({ value }) => value)
}
