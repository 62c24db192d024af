import type { Panel, PanelRow } from '#shared/insights/panel'
import { useCellWords } from './cellWords'
import { numberOf } from './figureValue'
import styles from './Insights.module.css'
import type { OpenRow } from './PanelSection'

const GROUNDS = ['rented', 'owned'] as const

/** CAC by channel: a solid bar is rented, an outlined one owned, the whisker adds our own hours. */
export function CostBars({ panel, openRow }: { panel: Panel; openRow: OpenRow }) {
  const { words } = useCellWords()
  const most = Math.max(
    1,
    ...panel.rows.map((row) => Math.max(numberOf(row.cells.cac) ?? 0, numberOf(row.cells.fullCycle) ?? 0)),
  )
  return (
    <div className={styles.cost}>
      {GROUNDS.map((ground) => {
        const rows = panel.rows
          .filter((row) => groundOf(row) === ground)
          .sort((a, b) => (numberOf(b.cells.cac) ?? -1) - (numberOf(a.cells.cac) ?? -1))
        if (rows.length === 0) return null
        return (
          <section key={ground}>
            <h3 className={styles.costHead}>
              <span>{words.text(`insights.ground.${ground}`)}</span>
              <span className={styles.figure}>{words.text('insights.column.newCustomers')}</span>
              <span className={styles.figure}>{words.text('insights.column.cac')}</span>
              <span className={styles.figure}>{words.text('insights.column.fullCycle')}</span>
            </h3>
            <ul className={styles.bars}>
              {rows.map((row) => (
                <CostBar
                  key={row.key}
                  row={row}
                  most={most}
                  isRented={ground === 'rented'}
                  openRow={openRow}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function CostBar(props: {
  readonly row: PanelRow
  readonly most: number
  readonly isRented: boolean
  readonly openRow: OpenRow
}) {
  const { row, most, isRented, openRow } = props
  const { cell, reason } = useCellWords()
  const label = cell(row.cells.name, 'name') ?? ''
  const cac = numberOf(row.cells.cac)
  const full = numberOf(row.cells.fullCycle)
  // With part of the costs unknown the figure is a floor, and says so by its plus sign and a dashed end.
  const isFloor = (numberOf(row.cells.coverage) ?? 1) < 1
  const barStyle = isRented ? styles.barRented : styles.barOwned
  return (
    <li>
      <button
        type="button"
        className={styles.costBar}
        disabled={row.behind !== true}
        onClick={() => openRow(row, label)}
      >
        <span className={styles.barLabel}>
          <bdi>{label}</bdi>
        </span>
        <span className={styles.barTrack}>
          {cac !== undefined && (
            <span
              className={`${barStyle} ${isFloor ? styles.barFloor : ''}`}
              style={{ inlineSize: `${(100 * cac) / most}%` }}
            />
          )}
          {cac !== undefined && full !== undefined && full > cac && (
            <span
              className={styles.whisker}
              style={{
                insetInlineStart: `${(100 * cac) / most}%`,
                inlineSize: `${(100 * (full - cac)) / most}%`,
              }}
            />
          )}
        </span>
        <span className={styles.figure}>{cell(row.cells.newCustomers, 'count')}</span>
        <b className={styles.figure} title={reason(row.cells.cac)}>
          {amount(cell(row.cells.cac, 'money'), isFloor)}
        </b>
        <span className={styles.figure} title={reason(row.cells.fullCycle)}>
          {amount(cell(row.cells.fullCycle, 'money'), isFloor)}
        </span>
      </button>
    </li>
  )
}

function amount(words: string | undefined, isFloor: boolean): string {
  return words === undefined ? '–' : `${words}${isFloor ? '+' : ''}`
}

function groundOf(row: PanelRow): string {
  const cell = row.cells.ownership
  return cell !== undefined && 'message' in cell && cell.message === 'insights.ownership.rented'
    ? 'rented'
    : 'owned'
}
