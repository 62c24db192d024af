import type { Touchpoint } from '#shared/records/touchpoint'
import { useView } from '../view/viewState'
import styles from './Capture.module.css'
import { CaptureForm } from './CaptureForm'
import { CardPane } from './CardPane'
import { FairHeader } from './FairHeader'
import { LeadList } from './LeadList'
import { useLeadDraft } from './useLeadDraft'

/** The booth: the form, the card beside it, today's leads. */
export function CapturePage({ fair, onChangeFair }: { fair: Touchpoint; onChangeFair: () => void }) {
  const kept = useLeadDraft(fair.id)
  const privacy = useView((view) => view.privacy)
  // Drafts set aside bear the names of other customers.
  const access = privacy ? { ...kept, aside: [] } : kept
  const { draft } = access
  return (
    <div className={styles.page}>
      <FairHeader fair={fair} onChangeFair={onChangeFair} />
      <div className={styles.columns}>
        {draft === undefined ? (
          <div className={styles.form} />
        ) : (
          <CaptureForm key={draft.changeSetId} fair={fair} draft={draft} access={access} />
        )}
        {draft === undefined ? <div /> : <CardPane draft={draft} update={access.update} />}
        <LeadList fair={fair} />
      </div>
    </div>
  )
}
