import { ClipboardPaste, FileUp, FolderOpen, History } from 'lucide-react'
import { valuesOf } from '../i18n/messageValues'
import { useErrorText, useText } from '../i18n/text'
import type { DeskFile } from '../store/deskState'
import { useDeskState, useImportDesk } from '../store/ImportDeskContext'
import { KeyCaps } from '../ui/KeyCaps'
import { ArchiveNote } from './ArchiveNote'
import { DoneNote } from './DoneNote'
import { FileList } from './FileList'
import { FilePreview } from './FilePreview'
import styles from './Import.module.css'
import { ImportHistory } from './ImportHistory'
import { InterruptedNote } from './InterruptedNote'
import { PasteForm } from './PasteForm'
import { ProgressNote } from './ProgressNote'
import { usePastedHere } from './usePastedHere'

/** Files on the left, what becomes of the chosen one on the right. */
export function ImportPage() {
  const text = useText()
  const desk = useImportDesk()
  const files = useDeskState((state) => state.files)
  const selected = useDeskState((state) => state.selected)
  const pane = useDeskState((state) => state.pane)
  usePastedHere()
  const file = files.find(({ token }) => token === selected)
  const label = {
    paste: text('import.paste.title'),
    history: text('import.history'),
    file: file?.fileName ?? text('import.title'),
  }[pane]
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
          aria-pressed={pane === 'paste'}
          onClick={() => desk.showPane(pane === 'paste' ? 'file' : 'paste')}
        >
          <ClipboardPaste size={16} strokeWidth={1.5} aria-hidden="true" />
          {text('import.paste')}
        </button>
        <button
          type="button"
          className={styles.pick}
          aria-pressed={pane === 'history'}
          onClick={() => desk.showPane(pane === 'history' ? 'file' : 'history')}
        >
          <History size={16} strokeWidth={1.5} aria-hidden="true" />
          {text('import.history')}
        </button>
        <FileList files={files} selected={pane === 'file' ? selected : undefined} />
      </aside>
      <section className={styles.main} aria-label={label}>
        <InterruptedNote />
        {pane === 'paste' ? (
          <PasteForm />
        ) : pane === 'history' ? (
          <ImportHistory />
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
