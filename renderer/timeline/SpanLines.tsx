import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { HandleKind } from '#shared/records/handle'
import type { Plan } from '#shared/records/nurture'
import { OWN_LANES, type Span, type SpanKind } from '#shared/timeline/nurtureSpan'
import { type Cell, NO_CARRIER } from '#shared/timeline/spanLanes'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import { usePlanNames } from '../nurture/usePlanNames'
import { useRead } from '../store/NotebookContext'
import { customerNames } from '../store/queries/customerPage'
import { useView } from '../view/viewState'
import type { LaneKind } from './laneKinds'
import { type ChosenCell, mostKindsInADay, neighbour, type TimelineLine } from './lines'
import { atDay } from './placing'
import styles from './Timeline.module.css'
import { type CellDrag, isMovable, useCellDrag } from './useCellDrag'

const TITLE_HEIGHT_PX = 30
const ROW_HEIGHT_PX = 28
/** What a row grows by for every further kind on one day of a month, where they stand one above the other. */
const STACKED_PX = 24
const OVERSCAN_LINES = 6
/** The height of a counted bar grows with what it counts, up to here. */
const BAR_FROM_PX = 8
const BAR_TO_PX = 17

interface SpanLinesProps {
  readonly lines: readonly TimelineLine[]
  readonly plans: readonly Plan[]
  readonly span: Span
  readonly kind: SpanKind
  readonly today: string
  readonly chosen: ChosenCell | undefined
  readonly onChoose: (chosen: ChosenCell) => void
  /** What by which the lanes are. */
  readonly laneKind: LaneKind
  readonly onMove: (cell: Cell, day: string) => void
}

/** The lanes; only the lines in sight are drawn. Arrow keys go from mark to mark. */
export function SpanLines(props: SpanLinesProps) {
  const { lines, span, kind, chosen, onChoose } = props
  const text = useText()
  const formats = useFormats()
  const drag = useCellDrag(span, props.today, props.onMove)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => heightOf(lines[place], kind),
    overscan: OVERSCAN_LINES,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines, or another span, have other heights
  useLayoutEffect(() => virtual.measure(), [virtual, lines, kind])
  const visible = virtual.getVirtualItems().flatMap((item) => {
    const line = lines[item.index]
    return line === undefined ? [] : [{ item, line }]
  })
  const named = namedCustomers(
    visible.map(({ line }) => line),
    kind,
  )
  const names = useRead((db) => customerNames(db, named), [named.join()])
  const firstRow = lines.find((line) => line.kind === 'row' && line.cells.length > 0)
  const firstDay = firstRow?.kind === 'row' ? firstRow.cells[0]?.day : undefined
  const chosenPlace = lines.findIndex((line) => line.key === chosen?.line)
  useEffect(() => {
    if (chosenPlace < 0) return
    virtual.scrollToIndex(chosenPlace)
    const cell = scroller.current?.querySelector<HTMLElement>('[data-chosen="true"]')
    if (scroller.current?.contains(document.activeElement) === true) cell?.focus()
  }, [virtual, chosenPlace])

  const onKeyDown = (event: KeyboardEvent) => {
    if (chosen === undefined) return
    const mirrored = document.documentElement.dir === 'rtl'
    const steps: Readonly<Record<string, 'before' | 'after' | 'above' | 'below'>> = {
      ArrowRight: mirrored ? 'before' : 'after',
      ArrowLeft: mirrored ? 'after' : 'before',
      ArrowUp: 'above',
      ArrowDown: 'below',
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = neighbour(lines, chosen, step)
    if (next !== undefined) onChoose(next)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the marks inside
    <div ref={scroller} className={styles.lines} onKeyDown={onKeyDown}>
      <ul
        className={styles.rows}
        style={{ blockSize: virtual.getTotalSize() }}
        aria-label={text('lanes.label')}
      >
        {visible.map(({ item, line }) => (
          <li
            key={line.key}
            className={styles.linePlace}
            data-title={line.kind === 'title'}
            style={{ transform: `translateY(${item.start}px)`, blockSize: item.size }}
            aria-setsize={lines.length}
            aria-posinset={item.index + 1}
          >
            <LineLabel line={line} plans={props.plans} names={names} laneKind={props.laneKind} />
            {line.kind === 'row' && (
              <div className={styles.track} data-track="">
                {drag.over !== undefined && drag.line === line.key && (
                  <span className={styles.dropDay} style={atDay(span, drag.over)}>
                    <span className={styles.dropName}>{formats.weekdayDay(drag.over)}</span>
                  </span>
                )}
                {daysOf(line.cells).map(([day, cells]) => (
                  <span
                    key={day}
                    className={styles.slot}
                    data-span={props.kind}
                    data-stacked={props.kind === 'month' && cells.length > 1 ? true : undefined}
                    style={atDay(span, day)}
                  >
                    {cells.map((cell, place) => (
                      <CellMark
                        key={cell.kind}
                        cell={cell}
                        line={line.key}
                        names={names}
                        onGrab={drag.grab}
                        {...props}
                        // One tab stop: the chosen mark, else the first of all.
                        isFirst={chosen === undefined && place === 0 && line === firstRow && day === firstDay}
                      />
                    ))}
                  </span>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function LineLabel(props: {
  line: TimelineLine
  plans: readonly Plan[]
  names: ReadonlyMap<string, string> | undefined
  laneKind: LaneKind
}) {
  const { line, laneKind } = props
  const text = useText()
  const names = usePlanNames()
  const privacy = useView((view) => view.privacy)
  const plan = props.plans.find((candidate) => candidate.id === line.lane.id)
  const laneOrPlan = (id: string) => {
    const own = OWN_LANES.find((lane) => lane === id)
    return own === undefined ? names.plan(props.plans.find((one) => one.id === id)) : text(`lane.${own}`)
  }
  if (line.kind === 'title') {
    const { id } = line.lane
    const words =
      laneKind !== 'carrier'
        ? laneOrPlan(id)
        : id === NO_CARRIER
          ? text('lanes.noCarrier')
          : text(`handle.${id as HandleKind}`)
    return (
      <span className={styles.laneName}>
        <strong>{words}</strong> <small>{text('lane.customers', { count: line.lane.customers })}</small>
      </span>
    )
  }
  const spokenName = (name: string | undefined) => (name === '' ? text('lead.unnamed') : (name ?? ''))
  const words =
    line.row === 'all'
      ? privacy
        ? text('timeline.hidden')
        : spokenName(props.names?.get(line.lane.id))
      : laneKind === 'carrier'
        ? laneOrPlan(line.row)
        : line.row === 'us' || line.row === 'them' || line.row === 'agreed'
          ? text(`lane.${line.row}`)
          : names.step(plan, line.row)
  return (
    <span className={styles.rowName} data-strong={line.row === 'all'}>
      <bdi>{words}</bdi>
    </span>
  )
}

function CellMark(
  props: SpanLinesProps & {
    cell: Cell
    line: string
    names: ReadonlyMap<string, string> | undefined
    isFirst: boolean
    onGrab: CellDrag['grab']
  },
) {
  const { cell, line, kind, chosen, onChoose, names } = props
  const text = useText()
  const formats = useFormats()
  const privacy = useView((view) => view.privacy)
  const count = cell.marks.length
  const isChosen = chosen?.line === line && chosen.day === cell.day && chosen.cellKind === cell.kind
  const first = names?.get(cell.marks[0]?.customerId ?? '')
  const named = kind === 'week' && first !== undefined && first !== '' && !privacy
  const heading = `${text(`mark.${cell.kind}`)}, ${formats.weekdayDay(cell.day)}`
  const who =
    count === 1 && first !== undefined && !privacy
      ? first || text('lead.unnamed')
      : text('lane.customers', { count })
  const label = `${heading}, ${who}`
  const bar = { blockSize: Math.min(BAR_TO_PX, BAR_FROM_PX + count) }
  return (
    <button
      type="button"
      className={styles.cell}
      data-chosen={isChosen}
      tabIndex={isChosen || props.isFirst ? 0 : -1}
      aria-pressed={isChosen}
      title={label}
      data-grabs={isMovable(cell) || undefined}
      onPointerDown={(event) => props.onGrab(event, cell, line)}
      onClick={() => onChoose({ line, day: cell.day, cellKind: cell.kind })}
    >
      {/* What the sign says, in words; a name beside it is read as it stands. */}
      <span className="visually-hidden">{!named ? label : count === 1 ? `${heading}, ` : `${label}: `}</span>
      {count === 1 ? (
        <i className={styles.mark} data-kind={cell.kind} data-chosen={isChosen} />
      ) : kind === 'quarter' ? (
        <i className={styles.bar} data-kind={cell.kind} data-chosen={isChosen} style={bar} />
      ) : (
        <span className={styles.counted} data-kind={cell.kind} data-chosen={isChosen} aria-hidden="true">
          {formats.number(count)}
        </span>
      )}
      {named && (
        <bdi className={styles.cellName}>
          {count === 1 ? first : text('lane.andMore', { name: first, count: count - 1 })}
        </bdi>
      )}
    </button>
  )
}

function heightOf(line: TimelineLine | undefined, kind: SpanKind): number {
  if (line?.kind !== 'row') return TITLE_HEIGHT_PX
  const further = kind === 'month' ? Math.max(0, mostKindsInADay(line.cells) - 1) : 0
  return ROW_HEIGHT_PX + further * STACKED_PX
}

function daysOf(cells: readonly Cell[]): [string, Cell[]][] {
  const days = new Map<string, Cell[]>()
  for (const cell of cells) {
    const known = days.get(cell.day)
    if (known === undefined) days.set(cell.day, [cell])
    else known.push(cell)
  }
  return [...days]
}

/** Whose names the lines in sight need: lanes of customers, and single marks, whose label names them. */
function namedCustomers(lines: readonly TimelineLine[], kind: SpanKind): string[] {
  const ids = new Set<string>()
  for (const line of lines) {
    if (line.kind !== 'row') continue
    if (line.row === 'all') ids.add(line.lane.id)
    for (const cell of line.cells) {
      const [first] = cell.marks
      if (first !== undefined && (cell.marks.length === 1 || kind === 'week')) ids.add(first.customerId)
    }
  }
  return [...ids].sort()
}
