import { Trash2 } from 'lucide-react'
import type { SavedReport } from '#shared/records/savedReport'
import { REVIEW_KINDS, type ReviewKind } from '#shared/reporting/review/reviewRequest'
import { choiceOfSaved } from '#shared/reporting/review/savedReview'
import { useText } from '../i18n/text'
import styles from './Reports.module.css'

/** What can be put together, and what was kept to be made again. */
export function ReportList(props: {
  saved: readonly SavedReport[]
  chosenId: string | undefined
  kind: ReviewKind
  onKind: (kind: ReviewKind) => void
  onSaved: (report: SavedReport) => void
  onRemove: (report: SavedReport) => void
}) {
  const { saved, chosenId, kind, onKind, onSaved, onRemove } = props
  const text = useText()
  return (
    <nav className={styles.list} aria-label={text('review.list')}>
      <h2 className={styles.listTitle}>{text('review.new')}</h2>
      <ul>
        {REVIEW_KINDS.map((one) => (
          <li key={one}>
            <button
              type="button"
              className={styles.line}
              aria-current={chosenId === undefined && one === kind ? 'true' : undefined}
              onClick={() => onKind(one)}
            >
              {text(`review.kind.${one}`)}
            </button>
          </li>
        ))}
      </ul>
      <h2 className={styles.listTitle}>{text('review.saved')}</h2>
      {saved.length === 0 && <p className={styles.quiet}>{text('review.noneSaved')}</p>}
      <ul>
        {saved.map((report) => (
          <li key={report.id} className={styles.savedLine}>
            <button
              type="button"
              className={styles.line}
              disabled={choiceOfSaved(report) === undefined}
              aria-current={chosenId === report.id ? 'true' : undefined}
              onClick={() => onSaved(report)}
            >
              <bdi>{report.name}</bdi>
              {choiceOfSaved(report) === undefined && (
                <span className={styles.quiet}>{text('review.unknownKind')}</span>
              )}
            </button>
            <button
              type="button"
              className={styles.icon}
              aria-label={text('action.remove', { what: report.name })}
              onClick={() => onRemove(report)}
            >
              <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
