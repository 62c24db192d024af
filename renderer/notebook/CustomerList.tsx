import { useVirtualizer } from '@tanstack/react-virtual'
import { Search } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { useDragOut } from '../dragging/useDragOut'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { SampleOffer } from '../sample/SampleOffer'
import { useBoot } from '../store/BootContext'
import { firstFound } from '../store/firstFound'
import { useNotebook } from '../store/NotebookContext'
import { useListFigures } from '../store/useListFigures'
import { useNobodyWords } from '../store/useNobodyWords'
import { KeyCaps } from '../ui/KeyCaps'
import { useMeasuredAnew, useRowHeight } from '../ui/RowScale'
import { useFocusFollows } from '../ui/useFocusFollows'
import { useLatest } from '../ui/useLatest'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useView } from '../view/viewState'
import { ListActions } from './ListActions'
import { ListedRow } from './ListedRow'
import styles from './Notebook.module.css'
import { SegmentFilter } from './SegmentFilter'
import { useChosenInSight } from './useChosenInSight'
import { EVERYBODY, useFoundIds, useListedLines } from './useListedCustomers'
import { useMarks } from './useMarks'

/** Two lines of type and what is around them. */
const ROW_PX = 52
const COMPACT_ROW_PX = 42
/** Rows kept beyond the edges, so that a turn of the wheel shows no gaps. */
const OVERSCAN_ROWS = 8

/** Search and list: arrows move, Enter goes to the page. */
export function CustomerList() {
  const text = useText()
  const customerId = useView((view) => view.customerId)
  const openCustomer = useView((view) => view.openCustomer)
  const openExport = useView((view) => view.openExport)
  const openEnrol = useView((view) => view.openEnrol)
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const boot = useBoot()
  const segmentId = useView((view) => view.segmentId)
  const { ids, total, isRead, isWhole } = useFoundIds(query, boot, segmentId)
  const isNarrowed = query !== '' || segmentId !== undefined
  const nobodyWords = useNobodyWords(isWhole)
  const noneWords = isNarrowed ? nobodyWords : 'notebook.empty'
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(ROW_PX, COMPACT_ROW_PX)
  const rows = useVirtualizer({
    count: ids?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
  })
  useMeasuredAnew(rows, rowHeight)
  const visible = rows.getVirtualItems().map((item) => ({ ...item, id: ids?.[item.index] ?? '' }))
  const visibleIds = visible.map((item) => item.id)
  const lineOf = useListedLines(ids, visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0)
  const figureOf = useListFigures(visibleIds, isRead && !rows.isScrolling)
  // One stop for Tab, however many rows there are; the arrow keys go on from it.
  const stopId = customerId !== undefined && visibleIds.includes(customerId) ? customerId : visibleIds[0]
  const marks = useMarks(ids, customerId)
  const dragOut = useDragOut()
  const nameOf = useCustomerName()
  const bootRows = useMemo(() => new Map(boot?.rows.map((row) => [row.id, row])), [boot])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    // In the search field Shift selects what is typed.
    if (step === 0 || (event.shiftKey && event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.shiftKey && customerId !== undefined) marks.add([customerId])
    const reached = move(step)
    if (event.shiftKey && reached !== undefined) marks.add([reached])
  }

  const move = (step: 1 | -1): string | undefined => {
    if (ids === undefined) return undefined
    const index = customerId === undefined ? -1 : ids.indexOf(customerId)
    const next = Math.min(Math.max(index + step, 0), ids.length - 1)
    const id = ids[next]
    if (id === undefined) return undefined
    openCustomer(id)
    rows.scrollToIndex(next)
    return id
  }

  useChosenInSight(rows, isRead ? ids : undefined, customerId)
  useFocusFollows(scroller, customerId)

  // Also from the customer's page, as long as no field there has the cursor.
  usePlainKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    KeyX: () => customerId !== undefined && marks.toggle(customerId),
  })

  /** Asks anew instead of taking the list's first line, which may still answer an older keystroke. */
  const openFirst = async () => {
    const typed = query.trim()
    const isInSight = typed === '' || segmentId !== undefined
    const first = isInSight ? ids?.[0] : await firstFound(notebook, typed)
    if (first !== undefined) openCustomer(first)
  }

  /** The list shows the first of many; what is exported is everybody that the words find. */
  const exportListed = async () => {
    const typed = query.trim()
    if (segmentId !== undefined) return openExport({ query: typed, ids: ids ?? [] })
    if (typed === '') return openExport('all')
    openExport({ query: typed, ids: (await notebook.find(typed, EVERYBODY)).ids })
  }

  const enrolListed = async () => {
    if (segmentId !== undefined)
      return openEnrol({ ids: ids ?? [], segmentId: query.trim() === '' ? segmentId : undefined })
    openEnrol({ ids: (await notebook.find(query.trim(), EVERYBODY)).ids })
  }

  const onOpen = useLatest((event: MouseEvent, id: string) => {
    if (!marks.onClick(event, id)) openCustomer(id)
  })
  const onDrag = useLatest((event: DragEvent, id: string) => {
    const meant = marks.meantBy(id)
    const line = lineOf(id)
    dragOut.cards(event, meant, meant.length === 1 && line ? nameOf(line) : undefined)
  })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys work from the search field as well
    <div className={styles.list} onKeyDown={onKeyDown}>
      <div className={styles.search}>
        <Search size={18} strokeWidth={1.5} aria-hidden="true" />
        <input
          id="notebook-search"
          type="search"
          className={styles.searchInput}
          placeholder={text('notebook.searchHint')}
          aria-label={text('notebook.search')}
          dir="auto"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            void openFirst()
            // The page that opens has keys of its own; / comes back here.
            event.currentTarget.blur()
          }}
        />
        <KeyCaps chord="/" />
      </div>
      <SegmentFilter />
      <ListActions
        total={total}
        isFilled={isRead && isWhole && ids !== undefined && ids.length > 0}
        isNarrowed={isNarrowed}
        onExport={exportListed}
        onEnrol={enrolListed}
      />
      {ids?.length === 0 && (
        <div className={styles.none}>
          <p>{text(noneWords)}</p>
          {!isNarrowed && <SampleOffer />}
        </div>
      )}
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
          {visible.map((item) => (
            <ListedRow
              key={item.id}
              customerId={item.id}
              place={item.index}
              count={ids?.length}
              start={item.start}
              size={item.size}
              line={lineOf(item.id) ?? bootRows.get(item.id)}
              figure={figureOf(item.id)}
              isChosen={item.id === customerId}
              isMarked={marks.has(item.id)}
              isStop={item.id === stopId}
              isDraggable={isRead}
              onOpen={onOpen}
              onDrag={onDrag}
            />
          ))}
        </ul>
      </div>
    </div>
  )
}
