import { useState } from 'react'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { eveningWork } from '../nurture/work'
import { useToday } from '../store/TodayContext'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useView } from '../view/viewState'
import { MailMergeDialog } from './MailMergeDialog'
import { ProgressMarks } from './ProgressMarks'
import styles from './Today.module.css'

const MINUTES_EACH = 1

/** How much there is to write tonight, and the way into it. */
export function EveningBar() {
  const text = useText()
  const formats = useFormats()
  const list = useToday()
  const openQueue = useView((view) => view.openQueue)
  const left = list === undefined ? 0 : eveningWork(list).length
  const done = list?.doneToday ?? 0
  const [isMerging, setMerging] = useState(false)
  usePlainKeys({ KeyR: left > 0 ? () => setMerging(true) : undefined })
  if (list === undefined || (left === 0 && done === 0 && !isMerging)) return null
  return (
    <div className={styles.evening}>
      <strong>{text('evening.title')}</strong>
      <span className={styles.quiet}>
        {text('evening.left', { count: left, duration: formats.duration(left * MINUTES_EACH) })}
      </span>
      <span className={styles.eveningEnd}>
        <strong>{text('evening.progress', { done, all: done + left })}</strong>
        <button
          type="button"
          className={letterStyles.secondary}
          disabled={left === 0}
          aria-keyshortcuts="R"
          onClick={() => setMerging(true)}
        >
          {text('mailMerge.open')} <KeyCaps chord="KeyR" />
        </button>
        <button
          type="button"
          className={letterStyles.secondary}
          disabled={left === 0}
          aria-keyshortcuts="Q"
          onClick={() => openQueue(true)}
        >
          {text('evening.start')} <KeyCaps chord="KeyQ" />
        </button>
      </span>
      <ProgressMarks done={done} all={done + left} />
      {isMerging && <MailMergeDialog list={list} onClose={() => setMerging(false)} />}
    </div>
  )
}
