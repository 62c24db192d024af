import { type ExportChoice, needsConsent } from '#shared/exporting/exportRequest'
import { type ExportTally, LEFT_OUT_REASONS, leftOutCount } from '#shared/exporting/exportTally'
import { useText } from '../i18n/text'
import styles from './ExportDialog.module.css'
import { unitOf } from './unitWords'

/** Below so many rows platforms say of themselves that they refuse a list, or advise against it. */
const LEAST_ROWS: Readonly<Partial<Record<ExportChoice['format'], number>>> = {
  meta: 100,
  linkedinContacts: 300,
  linkedinCompanies: 300,
}

/** How much is in the file, who is not, and what it means to hand it on. */
export function LeavesNotice(props: { choice: ExportChoice; tally: ExportTally; isDone?: boolean }) {
  const { choice, tally, isDone = false } = props
  const text = useText()
  const { subject, format } = choice
  const leftOut = leftOutCount(tally.leftOut)
  const least = LEAST_ROWS[format]
  return (
    <section className={styles.notice} aria-labelledby={isDone ? undefined : 'export-leaves'}>
      {!isDone && (
        <h3 id="export-leaves" className={styles.noticeTitle}>
          {text('export.leaves')}
        </h3>
      )}
      <p className={styles.counts}>
        <b>{text(unitOf(subject, format), { count: tally.rows })}</b>
        {tally.withEmail > 0 && <span>{text('export.withEmail', { count: tally.withEmail })}</span>}
        {tally.withPhone > 0 && <span>{text('export.withPhone', { count: tally.withPhone })}</span>}
        {tally.photos > 0 && <span>{text('export.withPhoto', { count: tally.photos })}</span>}
      </p>
      {leftOut > 0 && (
        <div className={styles.leftOut}>
          <span>{text('export.leftOutTitle', { count: leftOut })}</span>
          <ul>
            {LEFT_OUT_REASONS.filter((reason) => tally.leftOut[reason] > 0).map((reason) => (
              <li key={reason}>{text(`export.leftOut.${reason}`, { count: tally.leftOut[reason] })}</li>
            ))}
          </ul>
        </div>
      )}
      {!isDone && (
        <p className={styles.note}>
          {text(needsConsent(subject) ? 'export.leavesUpload' : 'export.leavesFile')}
        </p>
      )}
      {!isDone && least !== undefined && tally.rows > 0 && tally.rows < least && (
        <p className={styles.few}>{text('export.few', { least })}</p>
      )}
    </section>
  )
}
