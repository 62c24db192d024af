import { History } from 'lucide-react'
import { useText } from '../i18n/text'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'
import type { PageDialog } from './pageDialog'

/** Beside a line that was changed since it was written down: the way to what it said before. */
export function LineHistory(props: {
  record: { readonly id: string; readonly rev: number }
  /** What the line is, such as "Quote Q-7". */
  what: string
  onDialog: (dialog: PageDialog) => void
}) {
  const { record, what, onDialog } = props
  const text = useText()
  const privacy = useView((view) => view.privacy)
  // The first writing is no change, and what was said before is nothing for a buyer's eyes.
  if (record.rev <= 1 || privacy) return null
  const name = text('history.ofLine', { what })
  return (
    <button
      type="button"
      className={styles.before}
      aria-label={name}
      title={name}
      onClick={() => onDialog({ kind: 'history', ids: [record.id], what })}
    >
      <History size={14} strokeWidth={1.6} aria-hidden="true" />
    </button>
  )
}
