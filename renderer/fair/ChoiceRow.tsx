import type { KeyboardEvent } from 'react'
import styles from './Capture.module.css'

export interface Choice {
  readonly value: string
  readonly label: string
  /** What is printed on its key cap, and the physical key that picks it; both '' where the keys have run out. */
  readonly cap: string
  readonly code: string
}

/** A question answered with one key. The same key again takes the answer back. */
export function ChoiceRow(props: {
  line: string
  label: string
  choices: readonly Choice[]
  value: string | undefined
  onPick: (value: string | undefined) => void
}) {
  const { choices, value, onPick } = props
  const toggle = (picked: string) => onPick(picked === value ? undefined : picked)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const byKey = choices.find((choice) => choice.code !== '' && choice.code === event.code)
    const index = choices.findIndex((choice) => choice.value === value)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (byKey !== undefined) toggle(byKey.value)
    else if (step !== 0) {
      const mirrored = document.documentElement.dir === 'rtl' ? -step : step
      onPick(choices[Math.min(Math.max(index + mirrored, 0), choices.length - 1)]?.value)
    } else return
    event.preventDefault()
  }

  return (
    <div className={styles.row} data-line={props.line}>
      <span className={styles.lineKey} aria-hidden="true">
        <kbd>{props.line}</kbd>
      </span>
      <span className={styles.label} id={`line-${props.line}`}>
        {props.label}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={`line-${props.line}`}
        tabIndex={0}
        data-line-focus
        className={styles.choices}
        onKeyDown={onKeyDown}
      >
        {choices.map((choice) => (
          // biome-ignore lint/a11y/useSemanticElements: the group above holds the focus
          <button
            key={choice.value}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={choice.value === value}
            className={styles.choice}
            onClick={() => toggle(choice.value)}
          >
            {choice.cap !== '' && (
              <span aria-hidden="true">
                <kbd>{choice.cap}</kbd>
              </span>
            )}
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  )
}
