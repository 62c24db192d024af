import { useState } from 'react'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import dialog from '../ui/dialog.module.css'
import styles from './Backups.module.css'
import { useBackupState } from './BackupsContext'
import { RestoreDialog } from './RestoreDialog'

/** After a restore: what the notebook is now, and the way back. */
export function RestoreNotice() {
  const text = useText()
  const formats = useFormats()
  const notebook = useNotebook()
  const restored = useNotebookState((state) => state.restored)
  const leftOut = useNotebookState((state) => state.leftOut)
  const wayBack = useBackupState((state) =>
    state.list?.backups.find((backup) => backup.id === restored?.wayBack),
  )
  const [asking, setAsking] = useState(false)
  if (restored === undefined && leftOut === undefined) return null
  return (
    <div className={styles.notice} role="status">
      <div>
        {restored !== undefined && (
          <p>
            {restored.isErasure === true
              ? text('erase.notice')
              : text('restore.done', { when: formats.dayAndTime(restored.takenAt) })}
          </p>
        )}
        {leftOut !== undefined && <p>{text('restore.leftOut', { count: leftOut.badRows })}</p>}
      </div>
      <span className={styles.rowActions}>
        {wayBack !== undefined && (
          <button type="button" className={dialog.button} onClick={() => setAsking(true)}>
            {text('restore.goBack')}
          </button>
        )}
        <button
          type="button"
          className={dialog.button}
          onClick={() => notebook.state.setState({ restored: undefined, leftOut: undefined })}
        >
          {text('action.understood')}
        </button>
      </span>
      {asking && wayBack !== undefined && <RestoreDialog info={wayBack} onClose={() => setAsking(false)} />}
    </div>
  )
}
