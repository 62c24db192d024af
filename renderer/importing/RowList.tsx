import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { ImportSummary } from '#shared/ipc/importing'
import { comma } from '../i18n/signs'
import { useText } from '../i18n/text'
import { useNotebook } from '../store/NotebookContext'
import type { ImportRowView } from '../store/runImport'
import type { Outcome } from './CountLine'
import styles from './Import.module.css'
import { codeText } from './words'

const ROW_HEIGHT_PX = 30
const OVERSCAN_ROWS = 10
/** Rows asked of the worker at once. */
const PAGE_ROWS = 200

/** The rows of one outcome, as many as there are; only those in sight are drawn. */
export function RowList(props: {
  outcome: Outcome
  count: number
  plan: number
  summary: ImportSummary
  label: string
}) {
  const { outcome, count, plan, summary, label } = props
  const text = useText()
  const scroller = useRef<HTMLElement>(null)
  const listed = outcome === 'rejected' ? summary.rejectedRows.length : count
  const rows = useVirtualizer({
    count: listed,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
  })
  const items = rows.getVirtualItems()
  const rowAt = usePlanRows(outcome, plan, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
      <section ref={scroller} className={styles.rowScroller} tabIndex={0} aria-label={label}>
        <ul className={styles.rowTrack} style={{ blockSize: rows.getTotalSize() }}>
          {items.map((item) => (
            <li
              key={item.key}
              className={styles.rowPlace}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={count}
              aria-posinset={item.index + 1}
            >
              {outcome === 'rejected' ? rejected(item.index) : planned(item.index)}
            </li>
          ))}
        </ul>
      </section>
      {listed < count && <p className={styles.note}>{text('import.firstShown', { count: listed })}</p>}
    </>
  )

  function numberOf(row: number): string {
    return text(summary.format === 'vcard' ? 'import.cardNumber' : 'import.rowNumber', { row: row + 1 })
  }

  function rejected(index: number) {
    const row = summary.rejectedRows[index]
    if (row === undefined) return null
    return (
      <>
        <span className={styles.rowNumber}>{numberOf(row.row)}</span>
        <bdi className={styles.rowTitle}>{row.text}</bdi>
        <span className={styles.note}>{codeText(text, row.code)}</span>
      </>
    )
  }

  function planned(index: number) {
    const row = rowAt(index)
    if (row === undefined) return null
    return (
      <>
        <span className={styles.rowNumber}>{numberOf(row.row)}</span>
        <bdi className={styles.rowTitle}>{row.title}</bdi>
        <span className={styles.note}>{reasonOf(row)}</span>
      </>
    )
  }

  function reasonOf(row: ImportRowView): string {
    const parts = [
      row.reason === undefined ? '' : text(`import.reason.${row.reason}`),
      outcome === 'duplicate' && row.knownName !== undefined
        ? text('import.like', { name: row.knownName })
        : '',
      outcome === 'update' && row.adds.length > 0
        ? text('import.adds', {
            what: row.adds.map((field) => text(`import.field.${field}`)).join(comma(text)),
          })
        : '',
      row.replaces.length > 0
        ? text('import.replaces', {
            what: row.replaces.map((field) => text(`import.field.${field}`)).join(comma(text)),
          })
        : '',
    ]
    return parts.filter((part) => part !== '').join(' · ')
  }
}

/** The rows around those in sight, asked for page by page. */
function usePlanRows(
  outcome: Outcome,
  plan: number,
  first: number,
  last: number,
): (index: number) => ImportRowView | undefined {
  const { planner } = useNotebook()
  const [page, setPage] = useState<{ from: number; rows: readonly ImportRowView[] }>({ from: 0, rows: [] })
  const from = Math.max(0, Math.floor(first / (PAGE_ROWS / 2)) * (PAGE_ROWS / 2) - PAGE_ROWS / 4)
  const isShort = last - first > PAGE_ROWS
  useEffect(() => {
    if (outcome === 'rejected' || isShort) return
    let wanted = true
    void planner.planRows(plan, { outcome, from, count: PAGE_ROWS }).then((rows) => {
      if (wanted && rows.ok) setPage({ from, rows: rows.value })
    })
    return () => {
      wanted = false
    }
  }, [planner, plan, outcome, from, isShort])
  return (index) => page.rows[index - page.from]
}
