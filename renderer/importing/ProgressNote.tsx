import type { MessageKey } from '#shared/i18n/catalogues'
import { useText } from '../i18n/text'
import type { BusyPhase, DeskFile } from '../store/deskState'
import { useImportDesk } from '../store/ImportDeskContext'
import styles from './Import.module.css'

const PHASES: Readonly<Record<BusyPhase, MessageKey>> = {
  receiving: 'import.receiving',
  reading: 'import.reading',
  matching: 'import.matching',
  counting: 'import.counting',
  backup: 'import.backup',
  journal: 'import.journal',
  index: 'import.index',
}

/** What is being done with a file, how far it is, and the way to stop it. */
export function ProgressNote({ file }: { file: DeskFile }) {
  const text = useText()
  const desk = useImportDesk()
  const { stage } = file
  if (stage.kind !== 'busy') return null
  const { phase, done, total, bytes } = stage
  const isCommitted = phase === 'index'
  const counted = phase === 'journal' || phase === 'index' ? 'import.progressRecords' : 'import.progressRows'
  return (
    <div className={styles.progress}>
      {/* The words change once a phase: a reader is not told every number. */}
      <span role="status" aria-live="polite">
        {text(PHASES[phase])}
      </span>
      <progress
        className={styles.bar}
        aria-label={text(PHASES[phase])}
        {...(total === undefined || total === 0 ? {} : { value: bytes ?? done, max: total })}
      />
      <span className={styles.progressCount}>{done > 0 ? text(counted, { count: done }) : ''}</span>
      {!isCommitted && (
        <button type="button" className={styles.quiet} onClick={() => desk.stop(file.token)}>
          {text('import.stop')}
        </button>
      )}
    </div>
  )
}
