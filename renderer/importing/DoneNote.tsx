import { useUndo } from '../commands/useUndo'
import { useText } from '../i18n/text'
import type { DeskFile } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import { useRead } from '../store/NotebookContext'
import { importStanding } from '../store/queries/importRun'
import type { ImportOutcome } from '../store/runImport'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import { CountLine } from './CountLine'
import styles from './Import.module.css'
import { SaveRejected } from './SaveRejected'

/** What an import did, and the way back. */
export function DoneNote({ file, outcome }: { file: DeskFile; outcome: ImportOutcome }) {
  const text = useText()
  const desk = useImportDesk()
  const { undo } = useUndo()
  const go = useView((view) => view.go)
  const hasWritten = outcome.saved !== undefined
  const standing = useRead((db) => importStanding(db, outcome), [outcome])
  const title =
    standing?.isUndone === true ? 'import.undone' : hasWritten ? 'import.done' : 'import.doneNothing'
  return (
    <div className={styles.single}>
      <div role="status">
        <h2 className={styles.fileTitle}>{text(title, { file: file.fileName })}</h2>
      </div>
      <CountLine tally={outcome.tally} rejected={file.summary?.rejected ?? 0} />
      {(file.summary?.rejected ?? 0) > 0 && <SaveRejected file={file} />}
      {standing?.isLast === true && <p className={styles.note}>{text('import.doneHint')}</p>}
      <div className={styles.actions}>
        <button type="button" className={styles.primary} onClick={() => go('notebook')}>
          {text('import.openNotebook')}
        </button>
        {standing?.isLast === true && (
          <button type="button" className={styles.secondary} onClick={() => void undo()}>
            {text('action.undo')} <KeyCaps chord="mod+KeyZ" />
          </button>
        )}
        <button type="button" className={styles.quiet} onClick={() => desk.again(file.token)}>
          {text('import.again')}
        </button>
      </div>
    </div>
  )
}
