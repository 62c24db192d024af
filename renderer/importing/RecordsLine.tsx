import { isMessageKey } from '#shared/i18n/catalogues'
import { useText } from '../i18n/text'
import type { ImportTally } from '../store/runImport'
import styles from './Import.module.css'

const HAPPENINGS = ['created', 'changed', 'removed'] as const

/** What would be written, table by table: a row of an advertising report is a cost and a line of figures. */
export function RecordsLine({ tally }: { tally: ImportTally }) {
  const text = useText()
  return (
    <dl className={styles.records}>
      {HAPPENINGS.map((happening) => {
        const parts = Object.entries(tally.records).flatMap(([table, counts]) => {
          // Moves of a stage and the note of the import itself go with what they belong to.
          const key = `import.record.${table}`
          const count = counts?.[happening] ?? 0
          return count > 0 && isMessageKey(key) ? [text(key, { count })] : []
        })
        if (parts.length === 0) return null
        return (
          <div key={happening} className={styles.recordsLine}>
            <dt className={styles.recordsName}>{text(`import.records.${happening}`)}</dt>
            <dd className={styles.recordsText}>{parts.join(' · ')}</dd>
          </div>
        )
      })}
    </dl>
  )
}
