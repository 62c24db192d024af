import { RETENTION_MONTHS } from '#shared/erasing/retention'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { notebookSettings } from '../store/queries/nurture'
import { useRetentionView } from '../view/retentionView'
import styles from './Money.module.css'
import { NumberRow } from './NumberRow'
import { useSaveSettings } from './useSaveSettings'

/** After how long a rest customers are to be looked at again, and the way to those who are. */
export function RetentionSection() {
  const text = useText()
  const save = useSaveSettings()
  const show = useRetentionView((view) => view.show)
  const settings = useRead(async (db) => ({ now: await notebookSettings(db) }), [])
  if (settings === undefined) return null
  const months = settings.now?.retentionMonths
  return (
    <section className={styles.section} aria-labelledby="settings-review">
      <h2 id="settings-review" className={styles.heading}>
        {text('retention.title')}
      </h2>
      <p className={styles.hint}>{text('retention.explain', { count: months ?? RETENTION_MONTHS })}</p>
      <NumberRow
        key={months}
        name="retention"
        value={months}
        least={1}
        most={600}
        onSave={(count) => void save('retention', { retentionMonths: count })}
      />
      <p>
        <button type="button" className={styles.add} onClick={() => show(true)}>
          {text('retention.open')}
        </button>
      </p>
    </section>
  )
}
