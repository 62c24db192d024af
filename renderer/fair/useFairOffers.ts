import type { LeadDraft } from '#shared/leads/leadDraft'
import type { Touchpoint } from '#shared/records/touchpoint'
import { useRead } from '../store/NotebookContext'
import { carrierBook } from '../store/queries/carriers'

/** An offer as the capture form shows it and the draft keeps it, with its name. */
export type FairOffer = Omit<NonNullable<LeadDraft['offers']>[number], 'state'> & { readonly name: string }

const NONE: readonly FairOffer[] = []

/** The offers of a fair in the order of their keys; none while the index can't be read. */
export function useFairOffers(fair: Touchpoint): readonly FairOffer[] {
  const book = useRead((db) => carrierBook(db).catch(() => undefined), [])
  if (book === undefined) return NONE
  return (fair.offerIds ?? []).flatMap((offerId) => {
    const offer = book.offers.find(({ id }) => id === offerId)
    if (offer === undefined || offer.retiredAt !== undefined) return []
    const carrier = book.carriers.find(({ id }) => id === offer.carrierId)
    return {
      offerId,
      name: offer.name,
      wording: offer.wording ?? '',
      ...(carrier === undefined ? {} : { carrierId: carrier.id }),
      ...(carrier?.handleKind === undefined ? {} : { handleKind: carrier.handleKind }),
    }
  })
}
