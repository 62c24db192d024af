import { useVirtualizer } from '@tanstack/react-virtual'
import { Search, Upload } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { BootCustomer, BootSnapshot } from '#shared/ipc/boot'
import { dayIn } from '#shared/time/calendarDay'
import { useFormats } from '../i18n/formats'
import { useCustomerName } from '../i18n/names'
import { useText } from '../i18n/text'
import { SampleOffer } from '../sample/SampleOffer'
import { useBoot } from '../store/BootContext'
import { useDuplicates } from '../store/DuplicatesContext'
import { firstFound } from '../store/firstFound'
import { useNotebook, useNotebookState, useRead } from '../store/NotebookContext'
import { type CustomerLine, customerLines, recentCustomerIds } from '../store/queries/customerList'
import { useSegmentMembers } from '../store/segmentAnswers'
import { KeyCaps } from '../ui/KeyCaps'
import { useMeasuredAnew, useRowHeight } from '../ui/RowScale'
import { usePlainKeys } from '../ui/usePlainKeys'
import { useView } from '../view/viewState'
import styles from './Notebook.module.css'
import { SegmentFilter } from './SegmentFilter'

/** Two lines of type and what is around them. */
const ROW_PX = 52
const COMPACT_ROW_PX = 42
/** Rows kept beyond the edges, so that a turn of the wheel shows no gaps. */
const OVERSCAN_ROWS = 8
const SEARCH_LIMIT = 200
/** More than any notebook has customers. */
const EVERYBODY = 1_000_000
/** Lines remembered beyond the ones in sight. */
const KEPT_LINES = 400

/** Search and list: arrows move, Enter goes to the page. */
export function CustomerList() {
  const text = useText()
  const customerId = useView((view) => view.customerId)
  const openCustomer = useView((view) => view.openCustomer)
  const openExport = useView((view) => view.openExport)
  const notebook = useNotebook()
  const [query, setQuery] = useState('')
  const boot = useBoot()
  const segmentId = useView((view) => view.segmentId)
  const { ids, total, isRead } = useFoundIds(query, boot, segmentId)
  const isNarrowed = query !== '' || segmentId !== undefined
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
  const lines = useLines(visibleIds)
  const bootRows = useMemo(() => new Map(boot?.rows.map((row) => [row.id, row])), [boot])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    move(step)
  }

  const move = (step: 1 | -1) => {
    if (ids === undefined) return
    const index = customerId === undefined ? -1 : ids.indexOf(customerId)
    const next = Math.min(Math.max(index + step, 0), ids.length - 1)
    const id = ids[next]
    if (id === undefined) return
    openCustomer(id)
    rows.scrollToIndex(next)
  }

  // Also from the customer's page, as long as no field there has the cursor.
  usePlainKeys({ ArrowDown: () => move(1), ArrowUp: () => move(-1) })

  /** Asks anew instead of taking the list's first line, which may still answer an older keystroke. */
  const openFirst = async () => {
    const typed = query.trim()
    const isWhole = typed === '' || segmentId !== undefined
    const first = isWhole ? ids?.[0] : await firstFound(notebook, typed)
    if (first !== undefined) openCustomer(first)
  }

  /** The list shows the first of many; what is exported is everybody that the words find. */
  const exportListed = async () => {
    const typed = query.trim()
    if (segmentId !== undefined) return openExport({ query: typed, ids: ids ?? [] })
    if (typed === '') return openExport('all')
    openExport({ query: typed, ids: (await notebook.find(typed, EVERYBODY)).ids })
  }

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
      <div className={styles.countLine}>
        <p role="status">{total}</p>
        <DuplicatesLink />
        {isRead && ids !== undefined && ids.length > 0 && (
          <button
            type="button"
            className={styles.exportListed}
            aria-label={text('export.listed')}
            title={text('export.listed')}
            onClick={() => void exportListed()}
          >
            <Upload size={14} strokeWidth={1.5} aria-hidden="true" />
            {text('export.title')}
          </button>
        )}
      </div>
      {ids?.length === 0 && (
        <div className={styles.none}>
          <p>{text(isNarrowed ? 'notebook.notFound' : 'notebook.empty')}</p>
          {!isNarrowed && <SampleOffer />}
        </div>
      )}
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
          {visible.map((item) => (
            <li
              key={item.id}
              className={styles.rowPlace}
              style={{ transform: `translateY(${item.start}px)`, blockSize: item.size }}
              aria-setsize={ids?.length}
              aria-posinset={item.index + 1}
            >
              <ListRow
                line={listed(lines.get(item.id)) ?? bootRows.get(item.id)}
                chosen={item.id === customerId}
                onOpen={openCustomer}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** How many pages may be doubled, and the way to them. */
function DuplicatesLink() {
  const text = useText()
  const answer = useDuplicates()
  const showDuplicates = useView((view) => view.showDuplicates)
  if (answer === undefined || answer.total === 0) return null
  return (
    <button type="button" className={styles.add} onClick={() => showDuplicates(true)}>
      {text('duplicates.count', { count: answer.total })}
    </button>
  )
}

/** The lines in sight. Those read before stay while the next are on their way, so that scrolling shows no gaps. */
function useLines(ids: readonly string[]): ReadonlyMap<string, CustomerLine> {
  const read = useRead((db) => customerLines(db, ids), [ids.join()])
  const [known, setKnown] = useState<ReadonlyMap<string, CustomerLine>>(new Map())
  useEffect(() => {
    if (read !== undefined) setKnown((before) => new Map([...[...before].slice(-KEPT_LINES), ...read]))
  }, [read])
  return read === undefined ? known : new Map([...known, ...read])
}

/** What a row shows of a line that was read. */
function listed(line: CustomerLine | undefined): BootCustomer | undefined {
  return line === undefined ? undefined : { ...line.customer, person: line.person?.fullName }
}

function ListRow(props: {
  line: BootCustomer | undefined
  chosen: boolean
  onOpen: (customerId: string) => void
}) {
  const nameOf = useCustomerName()
  const formats = useFormats()
  const { sources } = useNotebook()
  if (props.line === undefined) return <div className={styles.row} />
  const customer = props.line
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const changedOn = dayIn(zone, customer.updatedAt)
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={props.chosen ? 'true' : undefined}
      onClick={() => props.onOpen(customer.id)}
    >
      <bdi className={styles.rowName}>{nameOf(customer)}</bdi>
      <span className={styles.rowDay}>
        {changedOn === dayIn(zone, sources.now())
          ? formats.hourMinute(customer.updatedAt)
          : formats.shortDay(changedOn)}
      </span>
      <span className={styles.rowPerson}>
        <span className={styles.rowCountry}>{customer.country}</span> <bdi>{customer.person}</bdi>
      </span>
      {customer.grade !== undefined && (
        <span className={styles.rowGrade} data-grade={customer.grade}>
          {customer.grade}
        </span>
      )}
    </button>
  )
}

/**
 * All customers, or those that the words find, of them those in the segment that was chosen; refreshed when the notebook
 * changes. Until `isRead` the ids are the first rows as they were kept.
 */
function useFoundIds(
  typed: string,
  boot: BootSnapshot | undefined,
  segmentId: string | undefined,
): { ids: readonly string[] | undefined; total: string; isRead: boolean } {
  const text = useText()
  const notebook = useNotebook()
  const query = useDeferredValue(typed.trim())
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const recent = useRead(recentCustomerIds, [])
  const [found, setFound] = useState<{
    query: string
    ids: readonly string[]
    total: number
    more: boolean
  }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change in the notebook may change what is found
  useEffect(() => {
    if (query === '') return
    let wanted = true
    // The first of many may all be outside the segment: then everybody who is found is looked at.
    const limit = segmentId === undefined ? SEARCH_LIMIT : EVERYBODY
    void notebook.find(query, limit).then((hits) => {
      if (!wanted) return
      const more = 'totalAtLeast' in hits
      setFound({ query, ids: hits.ids, total: more ? hits.totalAtLeast : hits.total, more })
    })
    return () => {
      wanted = false
    }
  }, [notebook, query, appliedSeq, segmentId])
  const members = useSegmentMembers(segmentId)
  const isMember = useMemo(() => (members?.ok === true ? new Set(members.value) : undefined), [members])
  // While the next answer is on its way the last one stays, so that the list does not flicker.
  const listed = query === '' ? recent : found?.ids
  const narrowed = useMemo(
    () => (isMember === undefined ? undefined : listed?.filter((id) => isMember.has(id))),
    [listed, isMember],
  )
  if (segmentId !== undefined && members?.ok !== false)
    return {
      ids: narrowed,
      isRead: narrowed !== undefined,
      total: narrowed === undefined ? '' : text('notebook.found', { count: narrowed.length }),
    }
  if (query === '') {
    const known = recent?.length ?? boot?.customers
    return {
      ids: recent ?? boot?.rows.map(({ id }) => id),
      isRead: recent !== undefined,
      total: known === undefined ? '' : text('notebook.count', { count: known }),
    }
  }
  if (found === undefined) return { ids: undefined, total: '', isRead: false }
  return {
    ids: found.ids,
    isRead: true,
    total: text(found.more ? 'notebook.foundAtLeast' : 'notebook.found', { count: found.total }),
  }
}
