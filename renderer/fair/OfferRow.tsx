import type { KeyboardEvent } from 'react'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { useText } from '../i18n/text'
import styles from './Capture.module.css'
import { FieldRow } from './FieldRow'
import type { FairOffer } from './useFairOffers'

/**
 * What the fair offers, one key each: once for "offered", again for "joined", a third time for neither. A fair with one
 * offer takes it with the line's own key. Nothing where the fair offers nothing.
 */
export function OfferRow(props: {
  offers: readonly FairOffer[]
  draft: LeadDraft
  update: (patch: Partial<LeadDraft>) => void
}) {
  const { offers, draft, update } = props
  const text = useText()
  if (offers.length === 0) return null
  const made = draft.offers ?? []
  const stateOf = (offerId: string) => made.find((each) => each.offerId === offerId)?.state
  const turn = ({ name: _name, ...offer }: FairOffer) => {
    const state = stateOf(offer.offerId)
    const others = made.filter(({ offerId }) => offerId !== offer.offerId)
    // An offer without a carrier of ours is made, and nothing is joined by it.
    const next =
      state === undefined ? 'offered' : state === 'offered' && offer.carrierId ? 'joined' : undefined
    update({ offers: next === undefined ? others : [...others, { ...offer, state: next }] })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const offer = offers.find((_, index) => event.code === `Digit${index + 1}`)
    if (offer === undefined) return
    turn(offer)
    event.preventDefault()
  }
  return (
    <FieldRow line=";" label={text('lead.offers')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons in it */}
      <span className={styles.choices} onKeyDown={onKeyDown}>
        {offers.map((offer, index) => {
          const state = stateOf(offer.offerId)
          return (
            <button
              key={offer.offerId}
              type="button"
              className={styles.choice}
              aria-pressed={state !== undefined}
              {...(index === 0 ? { 'data-line-focus': true } : {})}
              {...(offers.length === 1 ? { 'data-line-takes': true, 'aria-keyshortcuts': 'Alt+;' } : {})}
              onClick={() => turn(offer)}
            >
              {offers.length > 1 && (
                <span aria-hidden="true">
                  <kbd>{index + 1}</kbd>
                </span>
              )}
              <bdi>{offer.name}</bdi>
              {state !== undefined && `: ${text(`lead.offer.${state}`)}`}
            </button>
          )
        })}
      </span>
    </FieldRow>
  )
}
