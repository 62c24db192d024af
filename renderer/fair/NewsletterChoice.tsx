import type { LeadDraft } from '#shared/leads/leadDraft'
import type { HandleKind } from '#shared/records/handle'
import { useText } from '../i18n/text'
import styles from './Capture.module.css'

/** A newsletter's yes or no over each way that the lead can be reached; silence is neither. */
export function NewsletterChoice(props: {
  carriers: readonly HandleKind[]
  draft: LeadDraft
  update: (patch: Partial<LeadDraft>) => void
}) {
  const { carriers, draft, update } = props
  const text = useText()
  const said = draft.newsletters ?? []
  const say = (carrier: HandleKind, state: 'given' | 'withdrawn' | undefined) => {
    const others = said.filter((each) => each.carrier !== carrier)
    update({ newsletters: state === undefined ? others : [...others, { carrier, state }] })
  }
  return carriers.map((carrier) => (
    <select
      key={carrier}
      className={styles.native}
      aria-label={text('lead.newsletterOver', { carrier: text(`handle.${carrier}`) })}
      value={said.find((each) => each.carrier === carrier)?.state ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget
        say(carrier, value === 'given' || value === 'withdrawn' ? value : undefined)
      }}
    >
      <option value="">{text('lead.newsletterOver', { carrier: text(`handle.${carrier}`) })}</option>
      <option value="given">{text('lead.newsletterYes', { carrier: text(`handle.${carrier}`) })}</option>
      <option value="withdrawn">{text('lead.newsletterNo', { carrier: text(`handle.${carrier}`) })}</option>
    </select>
  ))
}
