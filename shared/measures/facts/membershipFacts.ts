import type { IsoDate } from '../../time/values'
import type { MembershipFact } from './customerFacts'
import type { CustomerRecords, ReadConsent, ReadMembership } from './customerRecords'
import type { FoldContext } from './foldContext'
import type { DayOf } from './ownDay'
import { stated } from './stated'

/**
 * The memberships of one customer's people. A membership has consent when it names one, or when the last word before it
 * or any word since is a yes to newsletters over the carrier's kind of address, from the person or the whole customer; a
 * carrier without addresses (a site) needs none. When the latest word is a no that came after they joined, the person is
 * taken to have left on that day.
 */
export function membershipFacts(
  records: Pick<CustomerRecords, 'memberships' | 'consents' | 'customer'>,
  context: Pick<FoldContext, 'carriers'>,
  dayOf: DayOf,
): MembershipFact[] {
  const words = (records.consents ?? []).filter(isWord).sort(inOrder)
  return (records.memberships ?? [])
    .filter((membership) => membership.deletedAt === undefined)
    .sort((a, b) => a.joinedAt - b.joinedAt)
    .map((membership) => {
      const { consentId, joinedAt, leftAt } = membership
      const kind = context.carriers.get(membership.carrierId)?.handleKind
      const own = words.filter((word) => word.carrier === kind && isOf(word, membership))
      const since = own.filter((word) => word.at > joinedAt)
      const before = own[own.length - since.length - 1]
      const yes = before?.state === 'given' || since.some((word) => word.state === 'given')
      const last = since.at(-1)
      const refusedOn = last?.state === 'withdrawn' ? dayOf(last.at) : undefined
      return stated({
        carrierId: membership.carrierId,
        personKey: membership.personId ?? records.customer.id,
        joinedOn: dayOf(joinedAt),
        leftOn: earlier(leftAt === undefined ? undefined : dayOf(leftAt), refusedOn),
        touchpointId: membership.touchpointId,
        offerId: membership.offerId,
        consented: consentId !== undefined || kind === undefined || yes,
      })
    })
}

/** A no to being written to at all closes newsletters too; a yes to a personal letter opens none. */
function isWord(consent: ReadConsent): boolean {
  const isAbout = consent.purpose === 'newsletter' || consent.state === 'withdrawn'
  return consent.deletedAt === undefined && isAbout
}

/** Earliest first; of a yes and a no at one instant the no has the last word. */
function inOrder(a: ReadConsent, b: ReadConsent): number {
  return a.at - b.at || (a.state === b.state ? 0 : a.state === 'given' ? -1 : 1)
}

function isOf(consent: ReadConsent, membership: ReadMembership): boolean {
  return consent.personId === undefined || consent.personId === membership.personId
}

function earlier(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}
