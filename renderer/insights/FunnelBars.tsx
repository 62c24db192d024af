import type { Panel } from '#shared/insights/panel'
import { useCellWords } from './cellWords'
import { numberOf } from './figureValue'
import styles from './Insights.module.css'
import type { OpenRow } from './PanelSection'

/** Steps as bars under one another, each a way to the customers who came that far. */
export function FunnelBars({ panel, openRow }: { panel: Panel; openRow: OpenRow }) {
  const { words, cell } = useCellWords()
  const most = Math.max(1, ...panel.rows.map((row) => numberOf(row.cells.reached) ?? 0))
  return (
    <ul className={styles.bars}>
      {panel.rows.map((row) => {
        const label = cell(row.cells.step, 'name') ?? ''
        const reached = numberOf(row.cells.reached) ?? 0
        const days = cell(row.cells.median, 'days')
        return (
          <li key={row.key}>
            <button
              type="button"
              className={styles.bar}
              disabled={row.behind !== true}
              onClick={() => openRow(row, label)}
            >
              <span className={styles.barLabel}>{label}</span>
              <span className={styles.barTrack}>
                <span className={styles.barOwned} style={{ inlineSize: `${(100 * reached) / most}%` }} />
              </span>
              <b className={styles.figure}>{cell(row.cells.reached, 'count')}</b>
              <span className={styles.figure}>{cell(row.cells.conversion, 'share')}</span>
              <span className={styles.figure}>
                {days === undefined
                  ? ''
                  : words.text('insights.dayCount', { count: numberOf(row.cells.median) ?? 0 })}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
