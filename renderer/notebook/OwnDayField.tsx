import { useEffect, useState } from 'react'
import { PlainDayInput } from '../i18n/DayInput'
import styles from './Notebook.module.css'

/**
 * A day that is edited where it stands. While its parts are typed the field is empty or a day nobody means (year 2, then
 * 20): it is saved when the person leaves it or presses Enter, and Escape takes it back.
 */
export function OwnDayField(props: {
  label: string
  /** `YYYY-MM-DD`, or empty. */
  value: string
  onSave: (value: string | undefined) => Promise<boolean>
}) {
  const { label, value, onSave } = props
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const keep = async () => {
    if (typed !== value && !(await onSave(typed || undefined))) setTyped(value)
  }
  return (
    <PlainDayInput
      className={styles.native}
      aria-label={label}
      value={typed}
      max="9999-12-31"
      data-empty={typed === ''}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void keep()
        if (event.key === 'Escape') setTyped(value)
      }}
    />
  )
}
