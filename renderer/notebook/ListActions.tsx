import { CalendarPlus, Upload, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text'
import { useDuplicates } from '../store/DuplicatesContext'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'

/** How many there are and what can be done with all that are listed; while some are marked, with those instead. */
export function ListActions(props: {
  readonly total: string
  /** Whether anybody is listed, and the list is read. */
  readonly isFilled: boolean
  readonly isNarrowed: boolean
  readonly onExport: () => Promise<void>
  readonly onEnrol: () => Promise<void>
}) {
  const { total, isFilled, isNarrowed, onExport, onEnrol } = props
  const text = useText()
  const markedIds = useView((view) => view.markedIds)
  if (markedIds.length > 0) return <MarkedActions ids={markedIds} />
  return (
    <div className={styles.countLine}>
      <p role="status">{total}</p>
      {isFilled && (
        <Act
          icon={<Upload size={14} strokeWidth={1.5} aria-hidden="true" />}
          words={text('export.title')}
          hint={text('export.listed')}
          onClick={() => void onExport()}
        />
      )}
      {isFilled && isNarrowed && (
        <button
          type="button"
          className={styles.exportListed}
          title={text('plans.enrolListedHint')}
          onClick={() => void onEnrol()}
        >
          <CalendarPlus size={14} strokeWidth={1.5} aria-hidden="true" />
          {text('plans.enrolListed')}
        </button>
      )}
      <DuplicatesLink />
    </div>
  )
}

/** With the marked alone: the same file that dragging them out gives, by a button. */
function MarkedActions({ ids }: { ids: readonly string[] }) {
  const text = useText()
  const mark = useView((view) => view.mark)
  const openExport = useView((view) => view.openExport)
  const openEnrol = useView((view) => view.openEnrol)
  return (
    <div className={styles.countLine}>
      <p role="status">{text('notebook.markedCount', { count: ids.length })}</p>
      <Act
        icon={<Upload size={14} strokeWidth={1.5} aria-hidden="true" />}
        words={text('export.title')}
        hint={text('export.marked')}
        onClick={() => openExport({ query: '', ids })}
      />
      <button type="button" className={styles.exportListed} onClick={() => openEnrol({ ids })}>
        <CalendarPlus size={14} strokeWidth={1.5} aria-hidden="true" />
        {text('plans.enrolListed')}
      </button>
      <button
        type="button"
        className={styles.exportListed}
        aria-label={text('notebook.unmark')}
        title={text('notebook.unmark')}
        onClick={() => mark([])}
      >
        <X size={14} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </div>
  )
}

function Act(props: { icon: ReactNode; words: string; hint: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className={styles.exportListed}
      aria-label={props.hint}
      title={props.hint}
      onClick={props.onClick}
    >
      {props.icon}
      {props.words}
    </button>
  )
}

/** How many pages may be doubled, and the way to them. */
function DuplicatesLink() {
  const text = useText()
  const answer = useDuplicates()
  const showDuplicates = useView((view) => view.showDuplicates)
  if (answer === undefined || answer.total === 0) return null
  return (
    <div className={styles.countBelow}>
      <button type="button" className={styles.add} onClick={() => showDuplicates(true)}>
        {text('duplicates.count', { count: answer.total })}
      </button>
    </div>
  )
}
