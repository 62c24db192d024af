import { useState } from 'react'
import { isMessageKey } from '#shared/i18n/catalogues'
import { useUndo } from '../commands/useUndo'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { useNotebookState, useRead } from '../store/NotebookContext'
import { importHistory, type PastImport } from '../store/queries/importHistory'
import styles from './ImportHistory.module.css'

/** The last imports are the ones that are looked for. */
const SHOWN = 30

/** What was imported when, what became of it, and the way back. */
export function ImportHistory() {
  const text = useText()
  const history = useRead(importHistory, [])
  const [all, setAll] = useState(false)
  if (history === undefined) return null
  return (
    <section className={styles.history} aria-labelledby="import-history">
      <h2 id="import-history" className={styles.heading}>
        {text('import.history')}
      </h2>
      <p className={styles.hint}>
        {text(history.length === 0 ? 'import.history.none' : 'import.history.hint')}
      </p>
      <ul className={styles.list}>
        {history.slice(0, all ? history.length : SHOWN).map((past) => (
          <HistoryLine key={past.run.id} past={past} />
        ))}
      </ul>
      {!all && history.length > SHOWN && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {text('import.history.all', { count: history.length })}
        </button>
      )}
    </section>
  )
}

function HistoryLine({ past: { run, isUndone, canUndo } }: { past: PastImport }) {
  const text = useText()
  const formats = useFormats()
  const { undoImport } = useUndo()
  const isWriting = useNotebookState(({ bulk }) => bulk !== undefined)
  const { created, updated, same, duplicate, rejected } = run.counts
  const counted = [
    ['import.history.new', created],
    ['import.history.update', updated],
    ['import.history.same', same],
    ['import.history.duplicate', duplicate],
    ['import.history.rejected', rejected],
  ] as const
  // A newer version may have read a kind of file that this one does not know.
  const format = `import.format.${run.format}`
  return (
    <li className={styles.line} data-undone={isUndone}>
      <div className={styles.what}>
        <bdi className={styles.file}>{run.fileName}</bdi>
        <span className={styles.note}>
          {formats.dayAndTime(run.createdAt)}
          {isMessageKey(format) && ` · ${text(format)}`}
        </span>
        <span className={styles.note}>
          {counted
            .filter(([, count]) => count > 0)
            .map(([key, count]) => text(key, { count }))
            .join(' · ')}
        </span>
      </div>
      {isUndone ? (
        <span className={styles.note}>{text('import.history.undone')}</span>
      ) : (
        canUndo && (
          <button
            type="button"
            className={styles.undo}
            disabled={isWriting}
            aria-label={text('import.history.undoThis', { file: run.fileName })}
            onClick={() => void undoImport(run.id, run.fileName)}
          >
            {text('import.history.undo')}
          </button>
        )
      )}
    </li>
  )
}
