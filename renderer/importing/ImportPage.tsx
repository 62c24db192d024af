import { ClipboardPaste, FileUp, FolderOpen } from 'lucide-react'
import { useErrorText, useText } from '../i18n/text'
import { useDeskState, useImportDesk } from '../store/ImportDeskContext'
import type { DeskFile } from '../store/importDesk'
import { KeyCaps } from '../ui/KeyCaps'
import { ArchiveNote } from './ArchiveNote'
import { DoneNote } from './DoneNote'
import { FileList } from './FileList'
import { FilePreview } from './FilePreview'
import styles from './Import.module.css'
import { PasteForm } from './PasteForm'
import { ProgressNote } from './ProgressNote'
import { usePastedHere } from './usePastedHere'
import { valuesOf } from './words'

/** Files on the left, what becomes of the chosen one on the right. */
export function ImportPage() {
  const text = useText()
  const desk = useImportDesk()
  const files = useDeskState((state) => state.files)
  const selected = useDeskState((state) => state.selected)
  const isPasting = useDeskState((state) => state.isPasting)
  usePastedHere()
  const file = files.find(({ token }) => token === selected)
  return (
    <div className={styles.page}>
      <aside className={styles.side}>
        <h1 className={styles.title}>{text('import.title')}</h1>
        <button type="button" className={styles.pick} onClick={() => void desk.pick()}>
          <FolderOpen size={16} strokeWidth={1.5} aria-hidden="true" />
          {text('import.pick')} <KeyCaps chord="mod+KeyI" />
        </button>
        <button
          type="button"
          className={styles.pick}
          aria-expanded={isPasting}
          onClick={() => desk.showPaste(!isPasting)}
        >
          <ClipboardPaste size={16} strokeWidth={1.5} aria-hidden="true" />
          {text('import.paste')}
        </button>
        <FileList files={files} selected={selected} />
      </aside>
      <section
        className={styles.main}
        aria-label={isPasting ? text('import.paste.title') : (file?.fileName ?? text('import.title'))}
      >
        {isPasting ? (
          <PasteForm />
        ) : file === undefined ? (
          <EmptyDesk />
        ) : (
          <FileView key={file.token} file={file} />
        )}
      </section>
    </div>
  )
}

function EmptyDesk() {
  const text = useText()
  return (
    <div className={styles.empty}>
      <FileUp size={30} strokeWidth={1.25} aria-hidden="true" />
      <p className={styles.emptyLead}>{text('import.empty')}</p>
      <p>{text('import.emptyHint')}</p>
      <p>{text('import.emptySources')}</p>
    </div>
  )
}

function FileView({ file }: { file: DeskFile }) {
  const { stage, summary } = file
  const errorText = useErrorText()
  const text = useText()
  const desk = useImportDesk()
  if (stage.kind === 'failed') {
    return (
      <div className={styles.single}>
        <h2 className={styles.fileTitle}>
          <bdi>{file.fileName}</bdi>
        </h2>
        <p role="alert" className={styles.fault}>
          {errorText(stage.error.code, valuesOf(stage.error.params))}
        </p>
        <button type="button" className={styles.quiet} onClick={() => desk.remove(file.token)}>
          {text('action.remove', { what: file.fileName })}
        </button>
      </div>
    )
  }
  if (stage.kind === 'opened') return <ArchiveNote file={file} archive={stage.archive} />
  if (stage.kind === 'done') return <DoneNote file={file} outcome={stage.outcome} />
  if (summary === undefined) {
    return (
      <div className={styles.single}>
        <h2 className={styles.fileTitle}>
          <bdi>{file.fileName}</bdi>
        </h2>
        <ProgressNote file={file} />
      </div>
    )
  }
  return <FilePreview file={file} summary={summary} />
}
