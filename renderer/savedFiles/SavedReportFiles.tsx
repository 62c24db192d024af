import type { SavedReport } from '#shared/ipc/report'
import type { Result } from '#shared/result'
import { useErrorText, useText } from '../i18n/text'
import { SavedFileName } from './SavedFileName'
import styles from './SavedFiles.module.css'

/** What became of a report's files, one by one, so that nobody believes in one that is not there. */
export function SavedReportFiles({ result }: { result: Result<SavedReport | null> }) {
  const text = useText()
  const errorText = useErrorText()
  if (!result.ok) return <p className={styles.bad}>{errorText(result.error.code)}</p>
  if (result.value === null) return null
  const { files, folderName } = result.value
  return (
    <ul className={styles.files}>
      {files.map((file) =>
        'error' in file ? (
          <li key={file.kind} className={styles.bad} role="alert">
            {text('report.notSaved', { kind: file.kind, reason: errorText(file.error) })}
          </li>
        ) : (
          <li key={file.fileName}>
            <SavedFileName fileName={file.fileName}>
              {text('insights.exported', { name: file.fileName, folder: folderName })}
            </SavedFileName>
          </li>
        ),
      )}
    </ul>
  )
}
