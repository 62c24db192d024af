import { useText } from '../i18n/text'
import { useDeskState, useImportDesk } from '../store/ImportDeskContext'
import styles from './Import.module.css'

/** An import that was cut off by the end of the app: what of it is there, and how to go on. */
export function InterruptedNote() {
  const text = useText()
  const desk = useImportDesk()
  const interrupted = useDeskState((state) => state.interrupted)
  if (interrupted === undefined) return null
  const { fileName, isWritten } = interrupted
  return (
    <section className={styles.interrupted} aria-labelledby="import-interrupted">
      <h2 id="import-interrupted">{text('import.interrupted', { file: fileName })}</h2>
      <p>{text(isWritten ? 'import.interrupted.all' : 'import.interrupted.none')}</p>
      <div className={styles.actions}>
        {!isWritten && (
          <button type="button" className={styles.primary} onClick={() => void desk.pick()}>
            {text('import.interrupted.pick')}
          </button>
        )}
        <button type="button" className={styles.secondary} onClick={() => void desk.forgetInterrupted()}>
          {text('import.interrupted.dismiss')}
        </button>
      </div>
    </section>
  )
}
