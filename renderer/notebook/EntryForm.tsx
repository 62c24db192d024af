import type { KeyboardEvent, ReactNode } from 'react'
import { useText } from '../i18n/text'
import styles from './EntryForm.module.css'
import page from './Notebook.module.css'

/**
 * A line of the timeline while it is rewritten where it stands: Enter keeps (Shift+Enter breaks the line), Escape
 * leaves it as it was, and a button removes it.
 */
export function EntryForm(props: {
  /** What the line is, such as "Call". */
  what: string
  text: string
  textLabel: string
  fault?: string | undefined
  /** Whether the person has just asked for it: then the words have the cursor. */
  isAsked: boolean
  onText: (text: string) => void
  onKeep: () => void
  onLeave: () => void
  onRemove: () => void
  /** The fields beside the words. */
  children: ReactNode
}) {
  const text = useText()
  const { what, onKeep, onLeave } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter' && isKeeping(event)) onKeep()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className={styles.form}
      aria-label={text('entry.change', { what })}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: only where the person has just asked to rewrite this
        autoFocus={props.isAsked}
        className={page.noteText}
        rows={1}
        dir="auto"
        aria-label={props.textLabel}
        value={props.text}
        onChange={(event) => props.onText(event.currentTarget.value)}
      />
      {props.fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {props.fault}
        </p>
      )}
      <div className={styles.foot}>
        {props.children}
        <button type="submit" className={page.quiet}>
          {text('action.save')}
        </button>
        <button type="button" className={page.quiet} onClick={onLeave}>
          {text('action.cancel')}
        </button>
        <button type="button" className={`${page.quiet} ${styles.remove}`} onClick={props.onRemove}>
          {text('action.remove', { what })}
        </button>
      </div>
    </form>
  )
}

/** The word that a line of the timeline begins with; where the line can be rewritten, the way to do so. */
export function EntryKind(props: { what: string; focused?: boolean; onChange?: (() => void) | undefined }) {
  const text = useText()
  if (props.onChange === undefined) return <strong>{props.what}</strong>
  return (
    <button
      type="button"
      // biome-ignore lint/a11y/noAutofocus: only where the line has just been left, to go on from there by keyboard
      autoFocus={props.focused}
      className={styles.opens}
      aria-label={text('entry.change', { what: props.what })}
      onClick={props.onChange}
    >
      {props.what}
    </button>
  )
}

/** Ctrl+Enter everywhere; Enter alone in a field of words or days, where it would else break the line or do nothing. */
function isKeeping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return true
  return !event.shiftKey && (event.target as HTMLElement).matches('textarea, input')
}
