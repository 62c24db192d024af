import type { Carrier, Membership } from '../records/carrier'
import type { Consent } from '../records/consent'
import type { Handle, HandleKind } from '../records/handle'
import type { Reach } from './carrierChoice'
import { writingWays } from './carriers'

/** How somebody may be reached, for each thing that we may want to write. */
export type ReachFor = Readonly<Record<Consent['purpose'], Reach>>

/** The monthly letter is a newsletter; everything else goes on with a talk. */
export function letterPurpose(templateKey: string | undefined): Consent['purpose'] {
  return templateKey === 'letter.letter' ? 'newsletter' : 'followUp'
}

/**
 * The ways to reach a person, best first as `writingWays` ranks them. A way is closed where every address of its kind
 * was refused; nothing on record leaves it open, since a reply to a talk needs no consent.
 */
export function reachOf(
  who: {
    readonly customerId: string
    readonly personId?: string | undefined
    readonly handles: readonly Handle[]
  },
  consents: readonly Consent[],
): ReachFor {
  return {
    followUp: reachWhen(who, consents, 'followUp'),
    newsletter: reachWhen(who, consents, 'newsletter'),
  }
}

/**
 * What leaving a list says: whoever unsubscribed said no to newsletters over its kind of address, from that moment
 * until they say yes or join again. To be read together with the consents; each no carries its membership's id.
 * Carriers that name no kind of address say nothing, nor does it say anything that we took somebody off ourselves.
 */
export function refusedByLeaving(
  memberships: readonly Membership[],
  carriers: readonly Carrier[],
): Consent[] {
  const kindOf = new Map(carriers.map(({ id, handleKind }) => [id, handleKind]))
  return memberships.flatMap((membership): Consent[] => {
    const { carrierId, leftAt, leftReason, personId, customerId } = membership
    const carrier = kindOf.get(carrierId)
    if (carrier === undefined || leftAt === undefined || leftReason !== 'unsubscribed') return []
    const isBack = memberships.some(
      (other) =>
        other.personId === personId && kindOf.get(other.carrierId) === carrier && other.joinedAt > leftAt,
    )
    if (isBack) return []
    const { id, schema, rev, createdAt, updatedAt, origin } = membership
    const base = { id, schema, rev, createdAt, updatedAt, origin }
    const no = { carrier, purpose: 'newsletter', state: 'withdrawn', at: leftAt, wording: '' } as const
    return [{ ...base, customerId, ...(personId === undefined ? {} : { personId }), ...no }]
  })
}

function reachWhen(
  who: Parameters<typeof reachOf>[0],
  consents: readonly Consent[],
  purpose: Consent['purpose'],
): Reach {
  const reach = new Map<HandleKind, 'open' | 'closed'>()
  // Open ways come before closed ones, so that the first of a kind tells.
  for (const { handle, consent } of writingWays(who, consents, purpose)) {
    if (!reach.has(handle.kind)) reach.set(handle.kind, consent.allowed === false ? 'closed' : 'open')
  }
  return reach
}
