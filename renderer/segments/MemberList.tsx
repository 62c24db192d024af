import { useVirtualizer } from '@tanstack/react-virtual'
import { UserMinus } from 'lucide-react'
import { useRef } from 'react'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { useRead } from '../store/NotebookContext'
import { customerLines } from '../store/queries/customerList'
import { useMeasuredAnew, useRowHeight } from '../ui/RowScale'
import { useView } from '../view/viewState'
import styles from './Segments.module.css'

const ROW_PX = 40
const COMPACT_ROW_PX = 32
/** Rows kept beyond the edges, so that a turn of the wheel shows no gaps. */
const OVERSCAN_ROWS = 8

/** Everybody in a segment by name; only the rows in sight are read and drawn. */
export function MemberList(props: { ids: readonly string[]; onExclude: (id: string) => void }) {
  const text = useText()
  const nameOf = useCustomerName()
  const openCustomer = useView((view) => view.openCustomer)
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(ROW_PX, COMPACT_ROW_PX)
  const rows = useVirtualizer({
    count: props.ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
  })
  useMeasuredAnew(rows, rowHeight)
  const visible = rows.getVirtualItems().map((item) => ({ ...item, id: props.ids[item.index] ?? '' }))
  const visibleIds = visible.map(({ id }) => id)
  const lines = useRead((db) => customerLines(db, visibleIds), [visibleIds.join()])
  if (props.ids.length === 0) return <p className={styles.quiet}>{text('segment.noMembers')}</p>
  return (
    <div ref={scroller} className={styles.members}>
      <ul
        className={styles.memberRows}
        style={{ blockSize: rows.getTotalSize() }}
        aria-label={text('segment.members')}
      >
        {visible.map((item) => {
          const line = lines?.get(item.id)
          const name = line === undefined ? '' : nameOf(line.customer)
          return (
            <li
              key={item.id}
              className={styles.member}
              style={{ transform: `translateY(${item.start}px)`, blockSize: item.size }}
              aria-setsize={props.ids.length}
              aria-posinset={item.index + 1}
            >
              {line !== undefined && (
                <>
                  <button type="button" className={styles.memberName} onClick={() => openCustomer(item.id)}>
                    <bdi>{name}</bdi>{' '}
                    <span className={styles.quiet}>
                      {line.customer.country} {text(`stage.${line.customer.stage}`)}
                    </span>
                  </button>
                  <button
                    type="button"
                    className={styles.small}
                    aria-label={text('segment.exclude', { name })}
                    title={text('segment.exclude', { name })}
                    onClick={() => props.onExclude(item.id)}
                  >
                    <UserMinus size={15} strokeWidth={1.5} aria-hidden="true" />
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
