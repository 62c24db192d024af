import { useState } from 'react'
import styles from './InlineText.module.css'

/** What is longer is likely to be shown with an ellipsis: the whole of it is told on hovering. */
const OFTEN_CUT_CHARS = 30

/**
 * Text that is edited where it stands: Enter or click begins, Enter or leaving keeps, Escape takes back. An
 * empty value shows its hint, so that there is always something to click.
 */
export function InlineText(props: {
  value: string
  label: string
  hint?: string
  strong?: boolean
  dir?: 'auto' | 'ltr'
  onSave: (value: string) => void
  /** Where what is being typed is kept meanwhile; `text` is what was kept, or undefined. Saving is then told always. */
  kept?: {
    readonly text: string | undefined
    readonly onText: (text: string) => void
    readonly onLeave: () => void
  }
}) {
  const { value, label, hint, onSave, kept, dir = 'auto' } = props
  const [typed, setTyped] = useState<string>()
  const draft = typed ?? kept?.text
  const setDraft = (text: string | undefined) => {
    setTyped(text)
    if (text === undefined) kept?.onLeave()
    else kept?.onText(text)
  }
  if (draft === undefined) {
    return (
      <button
        type="button"
        className={styles.text}
        data-strong={props.strong}
        data-empty={value === ''}
        aria-label={[label, value || hint].filter(Boolean).join(': ')}
        title={value.length > OFTEN_CUT_CHARS ? value : undefined}
        dir={dir}
        onClick={() => setTyped(value)}
      >
        {/* Bare, since within a `bdi` it would not decide the direction, and a cut name lose its beginning. */}
        {value === '' ? (hint ?? label) : value}
      </button>
    )
  }
  const keep = () => {
    setTyped(undefined)
    if (kept !== undefined || draft.trim() !== value) onSave(draft.trim())
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: only where the person has just asked to edit this
      autoFocus={typed !== undefined}
      className={styles.input}
      data-strong={props.strong}
      aria-label={label}
      dir={dir}
      value={draft}
      size={Math.min(Math.max(draft.length, 8), 60)}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape') setDraft(undefined)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
