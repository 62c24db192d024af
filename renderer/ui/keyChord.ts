/**
 * A key combination such as `mod+KeyK`, `alt+Digit1` or `?`. Letters and digits are named by the physical key
 * (`KeyK`, `Digit1`), so that they work on Hebrew, Chinese and every other layout; signs by what they print.
 * `mod` is Command on macOS and Control elsewhere.
 */
export type KeyChord = string

/** The part of a keyboard event that matching looks at. */
export interface PressedKey {
  readonly code: string
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Whether the pressed key is the chord. */
export function matchesChord(chord: KeyChord, pressed: PressedKey, isMac: boolean): boolean {
  const parts = partsOf(chord)
  const key = parts.pop() ?? ''
  const wants = (modifier: string) => parts.includes(modifier)
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey
  const otherMod = isMac ? pressed.ctrlKey : pressed.metaKey
  if (mod !== wants('mod') || otherMod || pressed.altKey !== wants('alt')) return false
  if (isPhysical(key)) return pressed.code === key && pressed.shiftKey === wants('shift')
  // What a sign needs of Shift differs between layouts: the printed sign decides.
  return pressed.key === key
}

/** The key caps to draw for a chord, in order. */
export function keyCaps(chord: KeyChord, isMac: boolean): readonly string[] {
  const names: Readonly<Record<string, string>> = isMac
    ? { mod: '⌘', alt: '⌥', shift: '⇧' }
    : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }
  return partsOf(chord).map((part) => names[part] ?? part.replace(/^(Key|Digit)/, ''))
}

/** A plus sign parts keys, unless it is the key itself. */
function partsOf(chord: KeyChord): string[] {
  return chord.split(/\+(?!$)/)
}

function isPhysical(key: string): boolean {
  return /^(Key[A-Z]|Digit\d|F\d{1,2}|Enter|Escape|Tab|Slash|Arrow\w+|Home|End|Page\w+)$/.test(key)
}
