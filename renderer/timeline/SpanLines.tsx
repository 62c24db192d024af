import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Plan } from '#shared/records/nurture'
import type { Span, SpanKind } from '#shared/timeline/nurtureSpan'
import type { Cell } from '#shared/timeline/spanLanes'
import { useText } from '../i18n/text'
import type { LaneKind } from './laneKinds'
import { type ChosenCell, mostKindsInADay, neighbour, type TimelineLine } from './lines'
import { SpanLine } from './SpanLine'
import styles from './Timeline.module.css'
import { useCellDrag } from './useCellDrag'
import { useLineNames } from './useLineNames'

const TITLE_HEIGHT_PX = 30
const ROW_HEIGHT_PX = 28
/** What a row grows by for every further kind on one day: beside each other they would reach into the next day. */
const STACKED_PX: Readonly<Record<SpanKind, number>> = { week: 24, month: 24, quarter: 18 }
const OVERSCAN_LINES = 6

/** The lanes; only the lines in sight are drawn. Arrow keys go from mark to mark. */
export function SpanLines(props: {
  lines: readonly TimelineLine[]
  plans: readonly Plan[]
  span: Span
  kind: SpanKind
  today: string
  chosen: ChosenCell | undefined
  /** The same function at every drawing, as lines are not drawn again for another. */
  onChoose: (chosen: ChosenCell) => void
  /** What by which the lanes are. */
  laneKind: LaneKind
  onMove: (cell: Cell, day: string) => void
}) {
  const { lines, span, kind, chosen, onChoose } = props
  const text = useText()
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
  const names = useLineNames(lines, visible[0]?.item.index ?? 0, kind)
  // One tab stop: the chosen mark, else the first of all.
  const firstRow = useMemo(() => lines.find((line) => line.kind === 'row' && line.cells.length > 0), [lines])
  const chosenPlace = useMemo(() => lines.findIndex((line) => line.key === chosen?.line), [lines, chosen])
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
            <SpanLine
              line={line}
              plans={props.plans}
              span={span}
              kind={kind}
              laneKind={props.laneKind}
              names={names}
              chosen={chosen?.line === line.key ? chosen : undefined}
              hasTabStop={chosen === undefined && line === firstRow}
              dragOver={drag.line === line.key ? drag.over : undefined}
              onChoose={onChoose}
              onGrab={drag.grab}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function heightOf(line: TimelineLine | undefined, kind: SpanKind): number {
  if (line?.kind !== 'row') return TITLE_HEIGHT_PX
  return ROW_HEIGHT_PX + Math.max(0, mostKindsInADay(line.cells) - 1) * STACKED_PX[kind]
}
