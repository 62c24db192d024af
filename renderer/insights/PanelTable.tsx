import { useState } from 'react'
import type { Panel, PanelColumn, PanelRow } from '#shared/insights/panel'
import link from '../ui/link.module.css'
import { useCellWords } from './cellWords'
import styles from './Insights.module.css'

/** How many rows are drawn until all are asked for. */
const ROWS_SHOWN = 40

/** A figure as a table. Rows that count customers open the list of them. */
export function PanelTable(props: {
  readonly title: string
  readonly panel: Panel
  readonly onRow: (row: PanelRow, label: string) => void
}) {
  const { panel, onRow, title } = props
  const { words, cell } = useCellWords()
  const [all, setAll] = useState(false)
  const [head, ...others] = panel.columns
  if (head === undefined) return null
  const caption = (column: PanelColumn) => words.text(column.caption, column.params)
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {panel.columns.map((column) => (
              <th key={column.id} scope="col" className={column.kind === 'name' ? '' : styles.number}>
                {caption(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {panel.rows.slice(0, all ? panel.rows.length : ROWS_SHOWN).map((row) => {
            const label = cell(row.cells[head.id], head.kind) ?? ''
            return (
              <tr key={row.key}>
                <th scope="row">
                  {row.behind === true ? (
                    <button type="button" className={styles.rowButton} onClick={() => onRow(row, label)}>
                      <bdi>{label}</bdi>
                    </button>
                  ) : (
                    <bdi>{label}</bdi>
                  )}
                </th>
                {others.map((column) => (
                  <FigureCell key={column.id} row={row} column={column} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {!all && panel.rows.length > ROWS_SHOWN && (
        <button type="button" className={link.link} onClick={() => setAll(true)}>
          {words.text('insights.allRows', { count: panel.rows.length })}
        </button>
      )}
    </div>
  )
}

/** A dash has its reason behind it, for those who point at it and those who hear it. */
function FigureCell({ row, column }: { row: PanelRow; column: PanelColumn }) {
  const { cell, reason } = useCellWords()
  const own = row.cells[column.id]
  const shown = cell(own, column.kind)
  if (shown !== undefined)
    return (
      <td className={column.kind === 'name' ? '' : styles.number}>
        <bdi>{shown}</bdi>
      </td>
    )
  const why = reason(own)
  return (
    <td className={styles.number} title={why}>
      {why !== undefined && (
        <>
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">{why}</span>
        </>
      )}
    </td>
  )
}
