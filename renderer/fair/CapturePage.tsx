import type { Touchpoint } from '#shared/records/touchpoint'
import styles from './Capture.module.css'
import { CaptureForm } from './CaptureForm'
import { CardPane } from './CardPane'
import { FairHeader } from './FairHeader'
import { LeadList } from './LeadList'
import { useLeadDesk } from './useLeadDesk'

/** The booth: the form, the card beside it, today's leads. */
export function CapturePage(props: { fair: Touchpoint; onEditFair: () => void; onChangeFair: () => void }) {
  const { fair, onEditFair, onChangeFair } = props
  const { desk, now } = useLeadDesk(fair.id)
  const { draft } = now
  return (
    <div className={styles.page}>
      <FairHeader fair={fair} onEditFair={onEditFair} onChangeFair={onChangeFair} />
      <div className={styles.columns}>
        {draft === undefined ? (
          <div className={styles.form} />
        ) : (
          <CaptureForm key={draft.changeSetId} fair={fair} draft={draft} desk={desk} />
        )}
        {draft === undefined ? <div /> : <CardPane draft={draft} desk={desk} />}
        <LeadList fair={fair} />
      </div>
    </div>
  )
}
