import { nearFair } from '#shared/leads/fairEditions'
import { daysBetween } from '#shared/time/calendarDay'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { useRead } from '../store/NotebookContext'
import { allFairs } from '../store/queries/fairs'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useView } from '../view/viewState'
import styles from './CatchUp.module.css'

/** Before a fair: how far it is, who came to it before, and whom to invite. */
export function NearFairBar({ today }: { today: string }) {
  const text = useText()
  const fairs = useRead(allFairs, [])
  const openVisitors = useView((view) => view.openVisitors)
  const openInvitations = useView((view) => view.openInvitations)
  const fair = nearFair(fairs ?? [], today)
  usePlainKeys({
    KeyV: fair === undefined ? undefined : () => openVisitors(fair.id),
    KeyI: fair === undefined ? undefined : () => openInvitations(fair.id),
  })
  if (fair === undefined) return null
  const days = Math.max(0, daysBetween(today, fair.startsOn ?? today))
  return (
    <div className={styles.bar}>
      <strong>
        <bdi>{text('visitors.near', { fair: fair.name, days })}</bdi>
      </strong>
      <span className={styles.barEnd}>
        <button
          type="button"
          className={letterStyles.secondary}
          aria-keyshortcuts="V"
          onClick={() => openVisitors(fair.id)}
        >
          {text('visitors.open')} <KeyCaps chord="KeyV" />
        </button>
        <button
          type="button"
          className={letterStyles.secondary}
          aria-keyshortcuts="I"
          onClick={() => openInvitations(fair.id)}
        >
          {text('invite.open')} <KeyCaps chord="KeyI" />
        </button>
      </span>
    </div>
  )
}
