import { useStore } from 'zustand'
import { useText } from '../i18n/text'
import styles from './Capture.module.css'
import type { LeadDesk } from './leadDesk'
import { useDraftName } from './useDraftName'

/** The leads that wait aside, to go on with. */
export function AsideList({ desk }: { desk: LeadDesk }) {
  const text = useText()
  const nameOf = useDraftName()
  const aside = useStore(desk.state, (state) => state.aside)
  if (aside.length === 0) return null
  return (
    <div className={styles.aside}>
      <span>{text('lead.aside')}</span>
      {aside.map((draft) => (
        <button
          key={draft.changeSetId}
          type="button"
          className={styles.textButton}
          onClick={() => desk.resume(draft)}
        >
          <bdi>{nameOf(draft)}</bdi>
        </button>
      ))}
    </div>
  )
}
