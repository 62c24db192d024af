import { type KeyboardEvent, useState } from 'react'
import { useFormats } from '../i18n/formats'
import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { Private } from '../privacy/Private'
import { useRead } from '../store/NotebookContext'
import { cardPage } from '../store/queries/cardPage'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import type { UnreadCard } from '../workers/cardDebtReader'
import { CardFieldsForm } from './CardFieldsForm'
import styles from './CardQueue.module.css'
import today from './Today.module.css'

/**
 * One card after the other: the photo beside its fields. Which cards are in the queue is fixed when it begins, so that
 * nobody slips past while one types; what was typed and not saved is kept as a draft, so leaving loses nothing.
 */
export function CardQueue({ cards, onLeave }: { cards: readonly UnreadCard[]; onLeave: () => void }) {
  const text = useText()
  const [queue] = useState(cards)
  const [place, setPlace] = useState(0)
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set())
  const card = queue[place]
  const next = () => setPlace((now) => Math.min(now + 1, queue.length))
  const before = () => setPlace((now) => Math.max(now - 1, 0))
  usePlainKeys({ Escape: onLeave, PageDown: next, PageUp: before })
  /** The same keys from within a field, where plain keys are the field's own. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const does = { Escape: onLeave, PageDown: next, PageUp: before }[event.key]
    if (does === undefined) return
    event.preventDefault()
    event.stopPropagation()
    does()
  }
  return (
    <section className={today.queue} aria-label={text('cards.title')} onKeyDown={onKeyDown}>
      <header className={today.queueHead}>
        <h1 className={today.title}>{text('cards.title')}</h1>
        <span className={today.quiet} role="status">
          {text('cards.place', { place: Math.min(place + 1, queue.length), all: queue.length })}
        </span>
        <span className={today.headEnd}>
          <strong>{text('cards.saved', { count: saved.size })}</strong>
        </span>
        <button type="button" className={letterStyles.plain} onClick={next} disabled={card === undefined}>
          {text('cards.later')} <KeyCaps chord="PageDown" />
        </button>
        <button type="button" className={letterStyles.plain} onClick={onLeave}>
          {text('evening.leave')} <KeyCaps chord="Esc" />
        </button>
      </header>
      {card === undefined ? (
        <p className={today.nothing}>
          {text('cards.end', { saved: saved.size, left: queue.length - saved.size })}
        </p>
      ) : (
        <Private>
          <CardItem
            key={card.interactionId}
            card={card}
            onSaved={() => {
              setSaved((now) => new Set([...now, card.interactionId]))
              next()
            }}
          />
        </Private>
      )}
    </section>
  )
}

function CardItem({ card, onSaved }: { card: UnreadCard; onSaved: () => void }) {
  const text = useText()
  const formats = useFormats()
  const read = useRead(async (db) => ({ page: await cardPage(db, card.interactionId) }), [card.interactionId])
  if (read === undefined) return <div className={styles.body} />
  if (read.page === undefined) return <p className={today.nothing}>{text('notebook.gone')}</p>
  return (
    <div className={styles.body}>
      <div className={styles.photos}>
        {card.photos.map(({ id, hash }, index) => (
          <img key={id} src={`/attachment/${hash}`} alt={text('photo.of', { number: index + 1 })} />
        ))}
        <p className={today.quiet}>{text('cards.metAt', { moment: formats.dayAndTime(card.metAt) })}</p>
        {read.page.meeting.text !== undefined && <p dir="auto">{read.page.meeting.text}</p>}
      </div>
      <CardFieldsForm card={card} page={read.page} onSaved={onSaved} />
    </div>
  )
}
