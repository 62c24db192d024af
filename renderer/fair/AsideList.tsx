import type { LeadDraft } from '#shared/leads/leadDraft'
import { useText } from '../i18n/text'
import type { LeadDesk } from '../store/leadDesk'
import { useLeadDeskState } from '../store/useLeadDeskState'
import { showNotice } from '../ui/notice'
import { useView } from '../view/viewState'
import styles from './Capture.module.css'
import { useDraftName } from './useDraftName'

/** The leads that wait aside, to go on with. */
export function AsideList({ desk }: { desk: LeadDesk }) {
  const text = useText()
  const nameOf = useDraftName()
  const aside = useLeadDeskState(desk, (state) => state.aside)
  const privacy = useView((view) => view.privacy)
  // They bear the names of other customers.
  if (privacy || aside.length === 0) return null
  const throwAway = (lead: LeadDraft) => {
    void desk.throwAway(lead)
    showNotice({
      message: text('lead.thrownAway', { name: nameOf(lead) }),
      action: { label: text('action.undo'), run: () => desk.bringBack(lead) },
    })
  }
  return (
    <div className={styles.aside}>
      <span>{text('lead.aside')}</span>
      {aside.map((draft) => (
        <span key={draft.changeSetId}>
          <button
            type="button"
            className={styles.textButton}
            aria-keyshortcuts="Delete"
            onClick={() => desk.resume(draft)}
            onKeyDown={(event) => {
              if (event.key === 'Delete') throwAway(draft)
            }}
          >
            <bdi>{nameOf(draft)}</bdi>
          </button>
          <button
            type="button"
            className={styles.textButton}
            aria-label={text('lead.throwAway', { name: nameOf(draft) })}
            onClick={() => throwAway(draft)}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  )
}
