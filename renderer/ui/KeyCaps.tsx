import { type KeyChord, keyCaps } from './keyChord'
import { usePlatform } from './PlatformContext'

/**
 * Draws a chord as key caps; hidden from screen readers, which hear `aria-keyshortcuts` instead. On a button that is
 * filled with the accent they take that button's colours.
 */
export function KeyCaps({ chord, onAccent }: { chord: KeyChord; onAccent?: boolean }) {
  const isMac = usePlatform() === 'darwin'
  return (
    // Whatever surrounds it sets it apart in the direction of the page; the caps themselves stand as they are pressed.
    <span aria-hidden="true">
      <span dir="ltr" data-on-accent={onAccent} style={{ display: 'inline-flex', gap: 3 }}>
        {keyCaps(chord, isMac).map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </span>
    </span>
  )
}
