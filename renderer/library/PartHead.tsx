import type { ReactNode } from 'react'
import { KeyCaps } from '../ui/KeyCaps'
import { usePlainKeys } from '../ui/usePlainKeys'
import styles from './Library.module.css'

/** The head of a part of the library: what it is, what narrows it, and the key that adds to it. */
export function PartHead(props: { title: string; add: string; onAdd: () => void; children?: ReactNode }) {
  usePlainKeys({ KeyN: props.onAdd })
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{props.title}</h1>
      {props.children}
      <button type="button" className={styles.primary} aria-keyshortcuts="N" onClick={props.onAdd}>
        {props.add} <KeyCaps chord="KeyN" onAccent />
      </button>
    </header>
  )
}
