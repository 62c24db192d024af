import type { SpanKind } from '#shared/timeline/nurtureSpan'
import type { Cell } from '#shared/timeline/spanLanes'
import { useFormats } from '../i18n/formats'
import { useRecordText, useText } from '../i18n/text'
import type { ChosenCell } from './lines'
import styles from './Timeline.module.css'
import { type CellDrag, isMovable } from './useCellDrag'

/** The height of a counted bar grows with what it counts, up to here. */
const BAR_FROM_PX = 8
const BAR_TO_PX = 17

/** What happened or is planned on one day of a line: a sign for one, a bar or a number for more. */
export function CellMark(props: {
  cell: Cell
  kind: SpanKind
  line: string
  isChosen: boolean
  isTabStop: boolean
  /** The name of whom its first mark is about; undefined while it is read, and for nobody else's eyes. */
  first: string | undefined
  onChoose: (chosen: ChosenCell) => void
  onGrab: CellDrag['grab']
}) {
  const { cell, line, kind, isChosen, onChoose, first } = props
  const text = useText()
  const plain = useRecordText()
  const formats = useFormats()
  const count = cell.marks.length
  const named = kind === 'week' && first !== undefined && first !== ''
  const heading = `${text(`mark.${cell.kind}`)}, ${formats.weekdayDay(cell.day)}`
  const who =
    count === 1 && first !== undefined ? first || text('lead.unnamed') : text('lane.customers', { count })
  const label = `${heading}, ${who}`
  const bar = { blockSize: Math.min(BAR_TO_PX, BAR_FROM_PX + count) }
  return (
    <button
      type="button"
      className={styles.cell}
      data-chosen={isChosen}
      tabIndex={isChosen || props.isTabStop ? 0 : -1}
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
          {/* Nothing that sets the name apart: it is cut where a name of its script ends. */}
          {count === 1 ? first : plain('lane.andMore', { name: first, count: count - 1 })}
        </bdi>
      )}
    </button>
  )
}
