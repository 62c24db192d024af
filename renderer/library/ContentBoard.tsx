import { useState } from 'react'
import { CONTENT_STATUSES, type Content, type ContentStatus } from '#shared/records/content'
import { compareDays } from '#shared/time/calendarDay'
import { useText } from '../i18n/text'
import styles from './Library.module.css'
import { PieceCard } from './PieceCard'
import { useMovePiece } from './useMovePiece'

/** What a dragged card carries: the id of the piece, understood by this board alone. */
const DRAGGED = 'application/x-orchard-piece'

/** From an idea to what is out, in four columns. A card is dragged, or moved by its own choice of a column. */
export function ContentBoard({ content, today }: { content: readonly Content[]; today: string }) {
  const text = useText()
  const move = useMovePiece()
  const [over, setOver] = useState<ContentStatus>()
  return (
    <div className={styles.board}>
      {CONTENT_STATUSES.map((status) => {
        const pieces = content.filter((piece) => piece.status === status).sort(byDay(status))
        return (
          <section
            key={status}
            className={styles.column}
            data-over={over === status}
            aria-label={text(`content.status.${status}`)}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(DRAGGED)) return
              event.preventDefault()
              event.dataTransfer.dropEffect = 'move'
              setOver(status)
            }}
            onDragLeave={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(undefined)
            }}
            onDrop={(event) => {
              setOver(undefined)
              const id = event.dataTransfer.getData(DRAGGED)
              const piece = content.find((one) => one.id === id)
              if (piece === undefined) return
              event.preventDefault()
              void move(piece, status)
            }}
          >
            <h2 className={styles.groupTitle}>
              {text(`content.status.${status}`)} <small>{pieces.length}</small>
            </h2>
            <ul className={styles.cards}>
              {pieces.map((piece) => (
                <li
                  key={piece.id}
                  draggable
                  onDragStart={(event) => {
                    event.dataTransfer.setData(DRAGGED, piece.id)
                    event.dataTransfer.effectAllowed = 'move'
                  }}
                >
                  <PieceCard piece={piece} today={today}>
                    <select
                      className={styles.native}
                      aria-label={text('content.moveTo', { title: piece.title })}
                      value={piece.status}
                      onChange={(event) => void move(piece, event.currentTarget.value as ContentStatus)}
                    >
                      {CONTENT_STATUSES.map((to) => (
                        <option key={to} value={to}>
                          {text(`content.status.${to}`)}
                        </option>
                      ))}
                    </select>
                  </PieceCard>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** What is out: the newest first; what is to come: the nearest first, and what has no day at the end. */
function byDay(status: ContentStatus): (a: Content, b: Content) => number {
  return (a, b) => {
    if (a.on === undefined || b.on === undefined)
      return Number(a.on === undefined) - Number(b.on === undefined)
    return status === 'published' ? compareDays(b.on, a.on) : compareDays(a.on, b.on)
  }
}
