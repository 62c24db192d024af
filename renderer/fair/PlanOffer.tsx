import type { LeadDraft } from '#shared/leads/leadDraft'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import styles from './Capture.module.css'
import { FieldRow } from './FieldRow'

/** The plan that the fair offers: accepted with the line's one key, declined with the same; never accepted by itself. */
export function PlanOffer(props: { draft: LeadDraft; update: (patch: Partial<LeadDraft>) => void }) {
  const { draft, update } = props
  const text = useText()
  const isAccepted = draft.plan === 'fairWelcome'
  return (
    <FieldRow line="]" label={text('lead.plan')}>
      <label className={styles.toggle} data-accepted={isAccepted || undefined}>
        <input
          type="checkbox"
          data-line-focus
          data-line-takes
          aria-keyshortcuts="Alt+]"
          checked={isAccepted}
          onChange={(event) => update({ plan: event.currentTarget.checked ? 'fairWelcome' : undefined })}
        />
        {text('plan.fairWelcome.name')}
      </label>
      <span className={styles.offerNote}>{text('plan.fairWelcome.offer')}</span>
      <span className={styles.offer}>
        <KeyCaps chord="alt+]" /> {text(isAccepted ? 'lead.planDecline' : 'lead.planAccept')}
      </span>
    </FieldRow>
  )
}
