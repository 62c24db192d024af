import { distance } from 'fastest-levenshtein'

/** Shorter words than this are other words when one letter differs: Hem, Heim, Ham. */
const MIN_CHARS = 6

/**
 * Whether two texts are one typing mistake apart: a letter too many, too few or another one. Equal texts are no typo,
 * and a digit never is one: Hall 6 is not Hall 8.
 */
export function isTypo(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  if (Math.min(a.length, b.length) < MIN_CHARS) return false
  if (a.replace(/[^0-9]/g, '') !== b.replace(/[^0-9]/g, '')) return false
  return distance(a, b) === 1
}

/**
 * Keys of which two texts that are one typing mistake apart always share one: a mistake leaves the first or the last
 * half as it was. Sharing one proves nothing.
 */
export function typoKeys(text: string): string[] {
  if (text.length < MIN_CHARS) return []
  const halves = [Math.floor(text.length / 2), Math.floor((text.length - 1) / 2)]
  return [...new Set(halves.flatMap((half) => [`<${text.slice(0, half)}`, `>${text.slice(-half)}`]))]
}
