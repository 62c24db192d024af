import { type KeyChord, keyCaps } from './keyChord'
import { usePlatform } from './PlatformContext'

/** Draws a chord as key caps; hidden from screen readers, which hear `aria-keyshortcuts` instead. */
export function KeyCaps({ chord }: { chord: KeyChord }) {
  const isMac = usePlatform() === 'darwin'
  return (
    <span aria-hidden="true" dir="ltr" style={{ display: 'inline-flex', gap: 3 }}>
      {keyCaps(chord, isMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
