import { KeyCaps } from '../ui/KeyCaps'
import type { KeyChord } from '../ui/keyChord'
import styles from './KeyRow.module.css'

/** A line of a list of keys: what is done, and by which. */
export function KeyRow({ chords, words }: { chords: readonly KeyChord[]; words: string }) {
  return (
    <li className={styles.row}>
      <span>{words}</span>
      <span className={styles.chords}>
        {chords.map((chord) => (
          <KeyCaps key={chord} chord={chord} />
        ))}
      </span>
    </li>
  )
}
