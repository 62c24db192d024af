import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import type { RestingCustomer } from '../store/queries/retention'
import { useMeasuredAnew, useRowHeight } from '../ui/RowScale'
import { useRetentionView } from '../view/retentionView'
import { useView } from '../view/viewState'
import styles from './Retention.module.css'

const ROW_PX = 40
const COMPACT_ROW_PX = 32
/** Rows kept beyond the edges, so that a turn of the wheel shows no gaps. */
const OVERSCAN_ROWS = 8

/** Who is to be looked at, the longest at rest first, each with what happened last. Only the rows in sight are drawn. */
export function RetentionList({ due }: { readonly due: readonly RestingCustomer[] }) {
  const text = useText()
  const formats = useFormats()
  const nameOf = useCustomerName()
  const openCustomer = useView((view) => view.openCustomer)
  const show = useRetentionView((view) => view.show)
  const ticked = useRetentionView((view) => view.ticked)
  const tick = useRetentionView((view) => view.tick)
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(ROW_PX, COMPACT_ROW_PX)
  const rows = useVirtualizer({
    count: due.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
  })
  useMeasuredAnew(rows, rowHeight)
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    tick(next)
  }
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        style={{ blockSize: rows.getTotalSize() }}
        aria-label={text('retention.title')}
      >
        {rows.getVirtualItems().map((item) => {
          const line = due[item.index]
          if (line === undefined) return null
          const { customer, last } = line
          const name = nameOf(customer)
          return (
            <li
              key={customer.id}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)`, blockSize: item.size }}
              aria-setsize={due.length}
              aria-posinset={item.index + 1}
            >
              <input
                type="checkbox"
                aria-label={text('retention.tick', { name })}
                checked={ticked.has(customer.id)}
                onChange={() => toggle(customer.id)}
              />
              <button
                type="button"
                className={styles.name}
                onClick={() => {
                  show(false)
                  openCustomer(customer.id)
                }}
              >
                <bdi>{name}</bdi> <span className={styles.quiet}>{customer.country}</span>
              </button>
              <span className={styles.quiet}>
                {text(`retention.last.${last.kind}`, { on: formats.shortDay(last.on) })}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
