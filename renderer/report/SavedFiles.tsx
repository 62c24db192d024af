import type { SavedReport } from '#shared/ipc/report'
import type { Result } from '#shared/result'
import { SavedFileName } from '../dragging/SavedFileName'
import { useErrorText, useText } from '../i18n/text'
import styles from './ReportDialog.module.css'

/** File by file, so that nobody believes in one that is not there. */
export function SavedFiles({ result }: { result: Result<SavedReport | null> }) {
  const text = useText()
  const errorText = useErrorText()
  if (!result.ok) return <p className={styles.bad}>{errorText(result.error.code)}</p>
  return (
    <ul className={styles.outcome}>
      {result.value?.files.map((file) =>
        'error' in file ? (
          <li key={file.kind} className={styles.bad} role="alert">
            {text('report.notSaved', { kind: file.kind, reason: errorText(file.error) })}
          </li>
        ) : (
          <li key={file.kind}>
            <SavedFileName fileName={file.fileName}>
              {text('report.saved', { file: file.fileName })}
            </SavedFileName>
          </li>
        ),
      )}
    </ul>
  )
}
