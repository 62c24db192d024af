import { createChange, type NewRecord, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Carrier, Membership } from '../records/carrier'
import type { Consent } from '../records/consent'
import type { HandleKind } from '../records/handle'
import type { EpochMs } from '../time/values'

/** What a person said, in the words in which they were asked. */
interface SpokenWord {
  readonly wording: string
  /** The language of the wording. */
  readonly language: string
  /** Who of us heard it. */
  readonly staffId?: string | undefined
}

/** Somebody who comes onto a carrier. */
interface Joining {
  readonly carrier: Pick<Carrier, 'id' | 'handleKind'>
  readonly customerId: string
  readonly personId?: string | undefined
  readonly joinedAt: EpochMs
  readonly touchpointId?: string | undefined
  readonly offerId?: string | undefined
  /** A yes that is on record already. */
  readonly consentId?: string | undefined
  /** The yes that they give with it, to these addresses; none of them means the carrier as a whole. */
  readonly yes?: (SpokenWord & { readonly addresses: readonly string[] }) | undefined
}

/** When it is written down, and where ids come from. */
interface Writing {
  readonly at: EpochMs
  readonly newId: () => string
}

/**
 * Puts somebody on a carrier. A yes becomes one newsletter consent for each address, or one for the carrier where no
 * address is known; the membership names the first. A carrier without addresses (a site) takes no consent.
 */
export function joinChanges(joining: Joining, { at, newId }: Writing): Change[] {
  const { carrier, customerId, personId, joinedAt, touchpointId, offerId, yes } = joining
  const kind = carrier.handleKind
  const consents: NewRecord<'consents'>[] =
    yes === undefined || kind === undefined
      ? []
      : (yes.addresses.length === 0 ? [undefined] : yes.addresses).map((address) => ({
          id: newId(),
          ...newsletter({ customerId, personId, carrier: kind, address, touchpointId, offerId }),
          state: 'given',
          at: joinedAt,
          ...spoken(yes),
        }))
  const consentId = consents[0]?.id ?? joining.consentId
  const membership = {
    id: newId(),
    carrierId: carrier.id,
    customerId,
    joinedAt,
    ...(personId === undefined ? {} : { personId }),
    ...(touchpointId === undefined ? {} : { touchpointId }),
    ...(offerId === undefined ? {} : { offerId }),
    ...(consentId === undefined ? {} : { consentId }),
  }
  return [
    ...consents.map((consent) => createChange('consents', consent, at)),
    createChange('memberships', membership, at),
  ]
}

/** How somebody leaves a carrier. */
interface Leaving {
  readonly membership: Membership
  readonly leftAt: EpochMs
  readonly reason: NonNullable<Membership['leftReason']>
  /** Where they opted out: the address kind of the carrier, and the address whose consent goes. */
  readonly optOut?:
    | (SpokenWord & { readonly carrier: HandleKind; readonly address?: string | undefined })
    | undefined
}

/** Ends a membership. Leaving withdraws nothing else; an opt-out withdraws the newsletter consent of its address. */
export function leaveChanges(leaving: Leaving, { at, newId }: Writing): Change[] {
  const { membership, leftAt, reason, optOut } = leaving
  const left = updateChange('memberships', membership, { leftAt, leftReason: reason }, at)
  const { customerId, personId } = membership
  const withdrawn =
    optOut === undefined
      ? []
      : [
          createChange(
            'consents',
            {
              id: newId(),
              ...newsletter({ customerId, personId, carrier: optOut.carrier, address: optOut.address }),
              state: 'withdrawn',
              at: leftAt,
              ...spoken(optOut),
            },
            at,
          ),
        ]
  return [...withdrawn, ...(left === undefined ? [] : [left])]
}

/** A yes or no to newsletters over one address. */
interface NewsletterSaid extends SpokenWord {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly carrier: HandleKind
  readonly address?: string | undefined
  readonly state: Consent['state']
  readonly saidAt: EpochMs
}

/**
 * Notes a yes or no to newsletters. A no ends what they are on over this kind of address, as the measures take it:
 * `memberships` are those of the same customer, `carriers` all of ours.
 */
export function newsletterChanges(
  said: NewsletterSaid,
  memberships: readonly Membership[],
  carriers: readonly Pick<Carrier, 'id' | 'handleKind'>[],
  { at, newId }: Writing,
): Change[] {
  const { customerId, personId, carrier, address, state, saidAt } = said
  const word = createChange(
    'consents',
    {
      id: newId(),
      ...newsletter({ customerId, personId, carrier, address }),
      state,
      at: saidAt,
      ...spoken(said),
    },
    at,
  )
  if (state === 'given') return [word]
  const kindOf = new Map(carriers.map(({ id, handleKind }) => [id, handleKind]))
  const ended = memberships
    .filter(
      (one) =>
        one.leftAt === undefined &&
        one.joinedAt <= saidAt &&
        (personId === undefined || one.personId === personId) &&
        kindOf.get(one.carrierId) === carrier,
    )
    .flatMap(
      (one) => updateChange('memberships', one, { leftAt: saidAt, leftReason: 'unsubscribed' }, at) ?? [],
    )
  return [word, ...ended]
}

function newsletter(of: {
  readonly customerId: string
  readonly personId?: string | undefined
  readonly carrier: HandleKind
  readonly address?: string | undefined
  readonly touchpointId?: string | undefined
  readonly offerId?: string | undefined
}): Pick<NewRecord<'consents'>, 'customerId' | 'carrier' | 'purpose'> {
  return { ...defined(of), customerId: of.customerId, carrier: of.carrier, purpose: 'newsletter' }
}

function spoken({ wording, language, staffId }: SpokenWord) {
  return { wording, wordingLanguage: language, ...defined({ staffId }) }
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
