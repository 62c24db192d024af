import type { ExportChoice } from '#shared/exporting/exportRequest'
import type { ExportTally } from '#shared/exporting/exportTally'
import { useFormats } from '../i18n/formats'
import { useErrorText, useText } from '../i18n/text'
import { SavedFileName } from '../savedFiles/SavedFileName'
import type { ExportOutcome } from '../store/runExport'
import styles from './ExportDialog.module.css'
import { LeavesNotice } from './LeavesNotice'
import { type Exporting, maySave } from './useExport'

/** What would leave, the button that lets it, how far it is, and what became of it. */
export function ExportAction({ choice, exporting }: { choice: ExportChoice; exporting: Exporting }) {
  const text = useText()
  const errorText = useErrorText()
  const { stage, save, stop } = exporting
  switch (stage.kind) {
    case 'counting':
      return (
        <>
          <Progress words="export.counting" done={stage.done} total={stage.total} />
          {maySave(stage, choice) && <Save tally={undefined} onSave={() => void save()} />}
        </>
      )
    case 'writing':
      return (
        <>
          <Progress words="export.progress" done={stage.done} total={stage.total} />
          <button type="button" className={styles.secondary} onClick={stop}>
            {text('action.cancel')}
          </button>
        </>
      )
    case 'failed':
      return (
        <p className={styles.bad} role="alert">
          {text('export.failed', { reason: errorText(stage.error.code) })}
        </p>
      )
    case 'done':
      return <Done choice={choice} outcome={stage.outcome} />
    case 'counted':
    case 'cancelled':
      return (
        <>
          {stage.tally !== undefined && <LeavesNotice choice={choice} tally={stage.tally} />}
          <Save tally={stage.tally} onSave={() => void save()} />
          <p className={styles.note} role="status">
            {stage.kind === 'cancelled' && text('export.cancelled')}
          </p>
        </>
      )
  }
}

function Save({ tally, onSave }: { tally: ExportTally | undefined; onSave: () => void }) {
  const text = useText()
  if (tally?.rows === 0) return <p className={styles.note}>{text('export.nothing')}</p>
  return (
    <button type="button" className={styles.primary} onClick={onSave}>
      {text('export.save')}
    </button>
  )
}

function Done({ choice, outcome }: { choice: ExportChoice; outcome: ExportOutcome }) {
  const text = useText()
  const errorText = useErrorText()
  const formats = useFormats()
  const { file, tally, notLogged } = outcome
  return (
    <div className={styles.done}>
      <p>
        <SavedFileName fileName={file.fileName}>
          {text('export.done', { file: file.fileName, size: formats.bytes(file.sizeBytes) })}
        </SavedFileName>
      </p>
      <LeavesNotice choice={choice} tally={tally} isDone />
      {notLogged === undefined ? (
        <p className={styles.note}>{text('export.logged')}</p>
      ) : (
        <p className={styles.bad}>{text('export.notLogged', { reason: errorText(notLogged.code) })}</p>
      )}
    </div>
  )
}

function Progress(props: { words: 'export.counting' | 'export.progress'; done: number; total: number }) {
  const { words, done, total } = props
  const text = useText()
  const sentence = text(words, { done, total })
  return (
    <div className={styles.progress}>
      <span>{sentence}</span>
      <progress
        className={styles.bar}
        aria-label={sentence}
        {...(total === 0 ? {} : { value: done, max: total })}
      />
    </div>
  )
}
