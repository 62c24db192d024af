import type { ReactNode } from 'react'
import styles from './Capture.module.css'

/** One ruled line of the form: its key, its name, what is written on it. */
export function FieldRow(props: { line: string; label: string; labelFor?: string; children: ReactNode }) {
  return (
    <div className={styles.row} data-line={props.line}>
      <span className={styles.lineKey} aria-hidden="true">
        <kbd>{props.line}</kbd>
      </span>
      <label className={styles.label} htmlFor={props.labelFor}>
        {props.label}
      </label>
      <div className={styles.field}>{props.children}</div>
    </div>
  )
}
