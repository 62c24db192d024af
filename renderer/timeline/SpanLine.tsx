import { memo } from 'react'
import type { Plan } from '#shared/records/nurture'
import type { Span, SpanKind } from '#shared/timeline/nurtureSpan'
import type { Cell } from '#shared/timeline/spanLanes'
import { useFormats } from '../i18n/formats'
import { useView } from '../view/viewState'
import { CellMark } from './CellMark'
import { LineLabel } from './LineLabel'
import type { LaneKind } from './laneKinds'
import type { ChosenCell, TimelineLine } from './lines'
import { atDay } from './placing'
import styles from './Timeline.module.css'
import type { CellDrag } from './useCellDrag'

/**
 * One line with its name and its marks. It is drawn again only when something of its own has changed: scrolling brings
 * new lines, and the others must cost nothing.
 */
export const SpanLine = memo(function SpanLine(props: {
  line: TimelineLine
  plans: readonly Plan[]
  span: Span
  kind: SpanKind
  laneKind: LaneKind
  names: ReadonlyMap<string, string> | undefined
  /** Only where it is in this line. */
  chosen: ChosenCell | undefined
  /** Whether its first mark is where the tab key comes in. */
  hasTabStop: boolean
  /** The day over which one of its marks is being dragged. */
  dragOver: string | undefined
  onChoose: (chosen: ChosenCell) => void
  onGrab: CellDrag['grab']
}) {
  const { line, span, kind, names, chosen, dragOver } = props
  const formats = useFormats()
  const privacy = useView((view) => view.privacy)
  const nameOf = (id: string | undefined) => (privacy ? undefined : names?.get(id ?? ''))
  return (
    <>
      <LineLabel line={line} plans={props.plans} name={nameOf(line.lane.id)} laneKind={props.laneKind} />
      {line.kind === 'row' && (
        <div className={styles.track} data-track="">
          {dragOver !== undefined && (
            <span className={styles.dropDay} style={atDay(span, dragOver)}>
              <span className={styles.dropName}>{formats.weekdayDay(dragOver)}</span>
            </span>
          )}
          {daysOf(line.cells).map(([day, cells], dayPlace) => (
            <span
              key={day}
              className={styles.slot}
              data-span={kind}
              data-stacked={cells.length > 1 || undefined}
              style={atDay(span, day)}
            >
              {cells.map((cell, place) => (
                <CellMark
                  key={cell.kind}
                  cell={cell}
                  kind={kind}
                  line={line.key}
                  isChosen={chosen?.day === cell.day && chosen.cellKind === cell.kind}
                  isTabStop={props.hasTabStop && dayPlace === 0 && place === 0}
                  first={nameOf(cell.marks[0]?.customerId)}
                  onChoose={props.onChoose}
                  onGrab={props.onGrab}
                />
              ))}
            </span>
          ))}
        </div>
      )}
    </>
  )
})

function daysOf(cells: readonly Cell[]): [string, Cell[]][] {
  const days = new Map<string, Cell[]>()
  for (const cell of cells) {
    const known = days.get(cell.day)
    if (known === undefined) days.set(cell.day, [cell])
    else known.push(cell)
  }
  return [...days]
}
