import { useText } from '../i18n/text'
import letterStyles from '../nurture/Letter.module.css'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import type { UnreadCard } from '../workers/cardDebtReader'
import styles from './Today.module.css'

/** How many cards are photographed and not typed off, and the way to do it. */
export function CardDebtBar({ cards, onOpen }: { cards: readonly UnreadCard[]; onOpen: () => void }) {
  const text = useText()
  const count = cards.length
  usePlainKeys({ KeyT: count > 0 ? onOpen : undefined })
  if (count === 0) return null
  return (
    <div className={styles.evening}>
      <strong>{text('cards.title')}</strong>
      <span className={styles.quiet}>{text('cards.unread', { count })}</span>
      <span className={styles.eveningEnd}>
        <button type="button" className={letterStyles.secondary} aria-keyshortcuts="T" onClick={onOpen}>
          {text('cards.start')} <KeyCaps chord="KeyT" />
        </button>
      </span>
    </div>
  )
}
