import type { MessageKey } from '#shared/i18n/catalogues'
import type { KeyChord } from '../ui/keyChord'

/**
 * Something a person can do, with its one name and its keys. Menu, palette, shortcut sheet and tooltips are all
 * made from these, so that they can't disagree.
 */
export interface Command {
  readonly id: string
  readonly titleKey: MessageKey
  readonly keys: readonly KeyChord[]
  /** Works while a text field has the focus, too; chords with `mod` or a function key usually do. */
  readonly inFields: boolean
  /** Works while a dialog is open, too: only what changes nothing and can't wait, such as hiding prices. */
  readonly overDialogs: boolean
  readonly run: () => void
}

/** The commands, in the order in which the sheet lists them. */
export type CommandList = readonly Command[]

/** Makes a command with the usual answer to "in text fields?": yes for chords, no for plain letters. */
export function command(
  id: string,
  titleKey: MessageKey,
  keys: readonly KeyChord[],
  run: () => void,
  inFields = keys.some((chord) => chord.includes('mod+') || /(^|\+)F\d+$/.test(chord)),
): Command {
  return { id, titleKey, keys, inFields, overDialogs: false, run }
}
