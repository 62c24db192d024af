/**
 * The fewest characters of a passphrase for a copy. Whoever holds the file can try as often as they like, so that its
 * length is what protects it; a copy can be opened with whatever it was sealed with.
 */
export const PASSPHRASE_MIN_CHARS = 10
/** More than anybody types; keeps a pasted book out of the key derivation. */
export const PASSPHRASE_MAX_CHARS = 1_000

/** What keeps a passphrase and its repetition from being used, undefined when nothing does. */
export function passphraseProblem(
  passphrase: string,
  again: string,
): 'short' | 'long' | 'different' | undefined {
  const length = [...normalPassphrase(passphrase)].length
  if (length < PASSPHRASE_MIN_CHARS) return 'short'
  if (passphrase.length > PASSPHRASE_MAX_CHARS) return 'long'
  return normalPassphrase(passphrase) === normalPassphrase(again) ? undefined : 'different'
}

/**
 * The form that a key is made of (Unicode NFKC): a Vietnamese letter typed as one character or with its tone mark
 * apart, and a digit typed in a Chinese input method at full width, are the same passphrase on every keyboard.
 */
export function normalPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC')
}
