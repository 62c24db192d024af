import type { CSSProperties } from 'react'
import type { Panel } from '#shared/insights/panel'
import { quarterNumber } from '#shared/time/period'
import { useCellWords } from './cellWords'
import { numberOf } from './figureValue'
import { useInsights } from './InsightContext'
import styles from './Insights.module.css'
import type { OpenRow } from './PanelSection'

/** The strongest tint, in hundredths of the accent: the ink stands on it at 4.5:1 in light and dark. */
const MOST_TINT = 48

/** Who comes back: a real table whose cells are tinted by their share; the running quarter is outlined. */
export function CohortHeat({ panel, openRow, title }: { panel: Panel; openRow: OpenRow; title: string }) {
  const { words, cell, reason } = useCellWords()
  const { request } = useInsights()
  const running = quarterNumber(request.today)
  const [head, size, ...after] = panel.columns
  if (head === undefined || size === undefined) return null
  const shares = panel.rows.flatMap((row) => after.map(({ id }) => numberOf(row.cells[id]) ?? 0))
  const most = Math.max(0.01, ...shares)
  return (
    <div className={styles.scroller}>
      <table className={styles.heat}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.text(head.caption)}</th>
            <th scope="col">{words.text(size.caption)}</th>
            {after.map((column) => (
              <th key={column.id} scope="col">
                <bdi dir="ltr">{words.text(column.caption, column.params)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {panel.rows.map((row) => {
            const label = cell(row.cells.quarter, 'name') ?? ''
            return (
              <tr key={row.key}>
                <th scope="row">
                  <button type="button" className={styles.rowButton} onClick={() => openRow(row, label)}>
                    <bdi dir="ltr">{label}</bdi>
                  </button>
                </th>
                <td>{cell(row.cells.customers, 'count')}</td>
                {after.map((column, place) => {
                  const share = numberOf(row.cells[column.id])
                  if (row.cells[column.id] === undefined) return <td key={column.id} />
                  const isRunning = Number(row.key) + place + 1 === running
                  return (
                    <td
                      key={column.id}
                      className={isRunning ? styles.heatRunning : styles.heatCell}
                      style={isRunning ? undefined : tint((share ?? 0) / most)}
                      title={reason(row.cells[column.id])}
                    >
                      <bdi dir="ltr">{cell(row.cells[column.id], 'share') ?? '–'}</bdi>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function tint(strength: number): CSSProperties {
  const part = Math.round(strength * MOST_TINT)
  return { background: `color-mix(in srgb, var(--leaf) ${part}%, var(--paper))` }
}
