import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { TodayRow } from '#shared/measures/todayWork'
import { useText } from '../i18n/text'
import { useRowHeight } from '../ui/RowScale'
import { useFocusFollows } from '../ui/useFocusFollows'
import styles from './Today.module.css'
import { TodayLineView } from './TodayLineView'
import { useTodayLines } from './useTodayLines'

const ROW_PX = 47
const COMPACT_ROW_PX = 41
/** The selected row shows its keys. */
const SELECTED_PX = 74
const COMPACT_SELECTED_PX = 68
const OVERSCAN_ROWS = 6

/** The ranked rows; only those in sight are drawn and read. */
export function TodayList(props: {
  rows: readonly TodayRow[]
  index: number
  today: string
  onSelect: (key: string) => void
}) {
  const { rows, index, today, onSelect } = props
  const text = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(ROW_PX, COMPACT_ROW_PX)
  const selectedHeight = useRowHeight(SELECTED_PX, COMPACT_SELECTED_PX)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => (place === index ? selectedHeight : rowHeight),
    getItemKey: (place) => rows[place]?.key ?? place,
    overscan: OVERSCAN_ROWS,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the person chooses other rows
  useEffect(() => {
    virtual.measure()
    virtual.scrollToIndex(index)
  }, [virtual, index, rowHeight])
  useFocusFollows(scroller, index)
  const visible = virtual.getVirtualItems().flatMap((item) => {
    const row = rows[item.index]
    return row === undefined ? [] : [{ item, row }]
  })
  const readOf = useTodayLines(rows, visible[0]?.item.index ?? 0, visible.at(-1)?.item.index ?? 0)
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol
        className={styles.rows}
        style={{ blockSize: virtual.getTotalSize() }}
        aria-label={text('today.list')}
      >
        {visible.map(({ item, row }) => (
          <li
            key={row.key}
            className={styles.rowPlace}
            style={{ transform: `translateY(${item.start}px)`, blockSize: item.size }}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
          >
            <TodayLineView
              row={row}
              read={readOf(row.key)}
              place={item.index + 1}
              today={today}
              chosen={item.index === index}
              onSelect={onSelect}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
