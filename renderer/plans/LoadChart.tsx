import type { DryRunDay } from '#shared/nurture/dryRun'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import styles from './Plans.module.css'

/**
 * Each day with a touch as a bar: what stands there already below, what the plan adds above. Where the notebook says
 * how many a day can bear, a line says it too.
 */
export function LoadChart({ days, capacity }: { days: readonly DryRunDay[]; capacity: number | undefined }) {
  const text = useText()
  const formats = useFormats()
  const most = Math.max(capacity ?? 0, ...days.map(({ before, added }) => before + added), 1)
  const share = (count: number) => `${(100 * count) / most}%`
  return (
    <div className={styles.loadChart}>
      <ol className={styles.load} aria-label={text('plans.load')}>
        {days.map(({ day, before, added }) => {
          const words = text('plans.loadOf', { day: formats.weekdayDay(day), before, added })
          return (
            <li key={day} title={words} data-over={capacity !== undefined && before + added > capacity}>
              <span className={styles.spoken}>{words}</span>
              <i style={{ blockSize: share(added) }} data-kind="added" aria-hidden="true" />
              <i style={{ blockSize: share(before) }} data-kind="before" aria-hidden="true" />
            </li>
          )
        })}
      </ol>
      {capacity !== undefined && days.length > 0 && (
        <p className={styles.room}>
          <span style={{ insetBlockEnd: share(capacity) }}>
            <b>{text('load.aDay', { capacity })}</b>
          </span>
        </p>
      )}
    </div>
  )
}
