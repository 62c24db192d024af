import { useState } from 'react'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { useToday } from '../store/TodayContext'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import styles from './CatchUp.module.css'
import { CatchUpDialog } from './CatchUpDialog'

/** From here on a list of late touches is a backlog, and one more day of it only makes it longer. */
const BACKLOG_FROM = 8

/** After days away: how many touches have become late, and the way to spread them. */
export function CatchUpBar() {
  const text = useText()
  const list = useToday()
  const [isOpen, setOpen] = useState(false)
  const late = (list?.rows ?? []).filter(({ kind, lateness }) => kind === 'touch' && lateness > 1).length
  const isOffered = late >= BACKLOG_FROM
  usePlainKeys({ KeyB: isOffered ? () => setOpen(true) : undefined })
  if (list === undefined || (!isOffered && !isOpen)) return null
  return (
    <div className={styles.bar}>
      <strong>{text('catchUp.overdue', { count: late })}</strong>
      <button
        type="button"
        className={letterStyles.secondary}
        aria-keyshortcuts="B"
        onClick={() => setOpen(true)}
      >
        {text('catchUp.open')} <KeyCaps chord="KeyB" />
      </button>
      {isOpen && <CatchUpDialog today={list.today} onClose={() => setOpen(false)} />}
    </div>
  )
}
