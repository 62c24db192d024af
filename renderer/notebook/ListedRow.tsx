import { type DragEvent, type MouseEvent, memo } from 'react'
import type { BootCustomer } from '#shared/ipc/boot'
import { useText } from '../i18n/text'
import type { ListFigure } from '../store/useListFigures'
import { CustomerRow } from './CustomerRow'
import styles from './Notebook.module.css'

/**
 * A row at its place in the list. It is drawn again only when something of its own changes, since at a step of scrolling
 * most rows stay as they are: the functions, the line and the figure that it is given must stay the same ones.
 */
export const ListedRow = memo(function ListedRow(props: {
  readonly customerId: string
  /** From 0 on, of so many. */
  readonly place: number
  readonly count: number | undefined
  /** Pixels from the top of the list, and how tall. */
  readonly start: number
  readonly size: number
  readonly line: BootCustomer | undefined
  readonly figure: ListFigure | undefined
  readonly isChosen: boolean
  readonly isMarked: boolean
  /** Where Tab comes to. */
  readonly isStop: boolean
  readonly isDraggable: boolean
  readonly onOpen: (event: MouseEvent, customerId: string) => void
  readonly onDrag: (event: DragEvent, customerId: string) => void
}) {
  const text = useText()
  const { customerId, onDrag } = props
  return (
    <li
      className={styles.rowPlace}
      style={{ transform: `translateY(${props.start}px)`, blockSize: props.size }}
      aria-setsize={props.count}
      aria-posinset={props.place + 1}
      draggable={props.isDraggable}
      title={text('notebook.drag')}
      onDragStart={(event) => onDrag(event, customerId)}
    >
      <CustomerRow
        line={props.line}
        figure={props.figure}
        chosen={props.isChosen}
        marked={props.isMarked}
        isStop={props.isStop}
        onOpen={props.onOpen}
      />
    </li>
  )
})
