import type { IsoDate } from '../../time/values'
import type { MembershipFact } from './customerFacts'
import type { CustomerRecords, ReadConsent, ReadMembership } from './customerRecords'
import type { FoldContext } from './foldContext'
import type { DayOf } from './ownDay'
import { stated } from './stated'

/**
 * The memberships of one customer's people. A membership has consent when it names one, or when a yes to newsletters
 * over the carrier's kind of address is on record for the person or the whole customer; a carrier without addresses
 * (a site) needs none. When the latest word is a no, the person is taken to have left on that day.
 */
export function membershipFacts(
  records: Pick<CustomerRecords, 'memberships' | 'consents' | 'customer'>,
  context: Pick<FoldContext, 'carriers'>,
  dayOf: DayOf,
): MembershipFact[] {
  const consents = (records.consents ?? []).filter((consent) => consent.deletedAt === undefined)
  return (records.memberships ?? [])
    .filter((membership) => membership.deletedAt === undefined)
    .sort((a, b) => a.joinedAt - b.joinedAt)
    .map((membership) => {
      const kind = context.carriers.get(membership.carrierId)?.handleKind
      const own = consents.filter((consent) => consent.carrier === kind && isOf(consent, membership))
      const yes = own.some((consent) => consent.state === 'given' && consent.purpose === 'newsletter')
      const left = membership.leftAt === undefined ? undefined : dayOf(membership.leftAt)
      return stated({
        carrierId: membership.carrierId,
        personKey: membership.personId ?? records.customer.id,
        joinedOn: dayOf(membership.joinedAt),
        leftOn: earlier(left, refusedOn(own, membership, dayOf)),
        touchpointId: membership.touchpointId,
        offerId: membership.offerId,
        consented: membership.consentId !== undefined || kind === undefined || yes,
      })
    })
}

function isOf(consent: ReadConsent, membership: ReadMembership): boolean {
  return consent.personId === undefined || consent.personId === membership.personId
}

/** The day of a no that no later yes took back; of a yes and a no at one instant the no counts. */
function refusedOn(
  consents: readonly ReadConsent[],
  membership: ReadMembership,
  dayOf: DayOf,
): IsoDate | undefined {
  const last = consents
    .filter((consent) => consent.at >= membership.joinedAt)
    // A no to being written to at all closes newsletters too; a yes to a personal letter opens none.
    .filter((consent) => consent.purpose === 'newsletter' || consent.state === 'withdrawn')
    .reduce<ReadConsent | undefined>(
      (best, next) =>
        best === undefined || next.at > best.at || (next.at === best.at && next.state === 'withdrawn')
          ? next
          : best,
      undefined,
    )
  return last?.state === 'withdrawn' ? dayOf(last.at) : undefined
}

function earlier(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}
