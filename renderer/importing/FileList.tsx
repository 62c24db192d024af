import { Archive, Check, CircleAlert, FileText, Undo2, X } from 'lucide-react'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import type { DeskFile, FileStage } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import { useRead } from '../store/NotebookContext'
import { importStanding } from '../store/queries/importRun'
import styles from './Import.module.css'

const STATE_KEYS = {
  waiting: 'import.state.waiting',
  busy: 'import.state.busy',
  planned: 'import.state.ready',
  failed: 'import.state.failed',
  opened: 'import.state.opened',
  done: 'import.state.done',
} as const satisfies Record<FileStage['kind'], string>

const ICONS = {
  waiting: FileText,
  busy: FileText,
  planned: FileText,
  failed: CircleAlert,
  opened: Archive,
  done: Check,
} as const

/** The offered files with what became of each. */
export function FileList({ files, selected }: { files: readonly DeskFile[]; selected: string | undefined }) {
  const text = useText()
  return (
    <ul className={styles.files} aria-label={text('import.files')}>
      {files.map((file) => (
        <FileRow key={file.token} file={file} isSelected={file.token === selected} />
      ))}
    </ul>
  )
}

function FileRow({ file, isSelected }: { file: DeskFile; isSelected: boolean }) {
  const text = useText()
  const formats = useFormats()
  const desk = useImportDesk()
  const isUndone = useIsUndone(file.stage)
  const Icon = isUndone ? Undo2 : ICONS[file.stage.kind]
  return (
    <li
      className={styles.fileRow}
      data-state={isUndone ? undefined : file.stage.kind}
      data-inside={file.inside !== undefined}
    >
      <button
        type="button"
        className={styles.file}
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => desk.select(file.token)}
      >
        <Icon size={16} strokeWidth={1.5} aria-hidden="true" />
        <bdi className={styles.fileName}>{file.fileName}</bdi>
        <span className={styles.fileState}>
          {text(isUndone ? 'import.history.undone' : STATE_KEYS[file.stage.kind])} ·{' '}
          {formats.bytes(file.sizeBytes)}
        </span>
      </button>
      <button
        type="button"
        className={styles.fileRemove}
        aria-label={text('import.remove', { file: file.fileName })}
        onClick={() => desk.remove(file.token)}
      >
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </li>
  )
}

/** Whether what was taken in was taken back meanwhile, by whatever way. */
function useIsUndone(stage: FileStage): boolean {
  const outcome = stage.kind === 'done' ? stage.outcome : undefined
  const standing = useRead(
    async (db) => (outcome === undefined ? undefined : importStanding(db, outcome)),
    [outcome],
  )
  return standing?.isUndone === true
}
