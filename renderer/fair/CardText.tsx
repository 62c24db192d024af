import { type KeyboardEvent, useRef } from 'react'
import type { LeadDraft } from '#shared/leads/leadDraft'
import { placeNewLines } from '#shared/leads/placeCard'
import styles from './CardPane.module.css'

/**
 * The card's words. A paste is placed at once, what is typed as soon as its line is left: by Enter, by leaving the
 * field, by saving. Half a number is not taken for a number.
 */
export function CardText(props: {
  id: string
  draft: LeadDraft
  update: (patch: Partial<LeadDraft>) => void
  /** Escape, which puts a lead aside from any of its lines, does so from here too. */
  onSetAside: () => void
}) {
  const { draft, update } = props
  /** The text of which everything was placed; what a person takes out of a field later is not put back. */
  const placed = useRef(draft.cardText)
  const place = (cardText: string) => {
    if (cardText === placed.current) return
    update(placeNewLines(draft, placed.current, cardText))
    placed.current = cardText
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') place(draft.cardText)
    if (event.key !== 'Escape') return
    place(draft.cardText)
    props.onSetAside()
    event.preventDefault()
  }
  return (
    <textarea
      id={props.id}
      className={styles.text}
      dir="auto"
      spellCheck={false}
      rows={draft.cardText === '' ? 3 : 6}
      value={draft.cardText}
      onChange={(event) => update({ cardText: event.currentTarget.value })}
      onKeyDown={onKeyDown}
      // What was pasted beside the field meanwhile has its place.
      onFocus={() => {
        placed.current = draft.cardText
      }}
      onBlur={() => place(draft.cardText)}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain')
        if (pasted === '') return
        event.preventDefault()
        const { selectionStart, selectionEnd } = event.currentTarget
        place(draft.cardText.slice(0, selectionStart) + pasted + draft.cardText.slice(selectionEnd))
      }}
    />
  )
}
