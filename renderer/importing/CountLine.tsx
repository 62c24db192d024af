import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import type { ImportTally } from '../store/runImport'
import styles from './Import.module.css'

/** The kinds of outcome in the order in which they matter. */
export const OUTCOMES = ['new', 'update', 'duplicate', 'same', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How many rows became what, in one line. */
export function CountLine({ tally, rejected }: { tally: ImportTally; rejected: number }) {
  const text = useText()
  const formats = useFormats()
  return (
    <dl className={styles.counts}>
      {OUTCOMES.map((outcome) => {
        const count = outcome === 'rejected' ? rejected : tally[outcome]
        return (
          <div key={outcome} className={styles.count} data-outcome={outcome} data-zero={count === 0}>
            <dd>{formats.number(count)}</dd>
            <dt>{text(`import.count.${outcome}`)}</dt>
          </div>
        )
      })}
    </dl>
  )
}
