import type { ReactNode } from 'react'
import { useText } from '../i18n/text'
import { KeyCaps } from '../ui/KeyCaps'
import { useView } from '../view/viewState'
import styles from './Private.module.css'

/**
 * Around whatever a buyer at the screen must not read: with the privacy key it is not drawn at all, so that neither eye
 * nor screen reader finds it.
 */
export function Private({ children }: { children: ReactNode }) {
  const privacy = useView((view) => view.privacy)
  return privacy ? <HiddenNote /> : children
}

/** Stands in for what is hidden and says how to see it again. */
export function HiddenNote() {
  const text = useText()
  return (
    <p className={styles.hidden}>
      {text('leads.hidden')} <KeyCaps chord="F7" />
    </p>
  )
}
