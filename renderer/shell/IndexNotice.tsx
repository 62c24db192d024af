import { useText } from '../i18n/text'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import styles from './IndexNotice.module.css'
import { useSafeReload } from './useSafeReload'

/** Says what became of the index when it needed help: what happened, what is safe, what to do. */
export function IndexNotice() {
  const text = useText()
  const notebook = useNotebook()
  const reload = useSafeReload()
  const phase = useNotebookState((state) => state.phase)
  const failure = useNotebookState((state) => state.failure)
  const rebuilt = useNotebookState((state) => state.rebuilt)
  const damage = useNotebookState((state) => state.journalDamage)
  if (phase === 'repairing' || phase === 'failed') {
    return (
      <div className={styles.notice} role="alert">
        <p>{text(faultWords(phase, failure))}</p>
        <button type="button" className={styles.action} onClick={() => void reload()}>
          {text('index.rebuildNow')}
        </button>
      </div>
    )
  }
  if (rebuilt === undefined && damage === undefined) return null
  return (
    <div className={styles.notice} role={damage === undefined ? 'status' : 'alert'}>
      <p>
        {damage === undefined
          ? text('index.rebuilt')
          : damage.lost === 0
            ? text('index.journalDamaged')
            : text('index.journalLost', { count: damage.lost })}
      </p>
      <button
        type="button"
        className={styles.action}
        onClick={() => notebook.state.setState({ rebuilt: undefined, journalDamage: undefined })}
      >
        {text('action.understood')}
      </button>
    </div>
  )
}

function faultWords(phase: 'failed' | 'repairing', failure: string | undefined) {
  if (phase === 'repairing') return 'index.repairing'
  return failure === 'index.diskFull' ? 'index.noRoom' : 'index.failed'
}
