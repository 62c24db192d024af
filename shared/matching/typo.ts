/** Shorter words than this are other words when one letter differs: Hem, Heim, Ham. */
const MIN_CHARS = 6

/**
 * Whether two texts are one typing mistake apart: a letter too many, too few or another one. Equal texts are no typo,
 * and a digit never is one: Hall 6 is not Hall 8.
 */
export function isTypo(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || short.length < MIN_CHARS || a === b) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  const rest = short.length === long.length ? short.slice(same + 1) : short.slice(same)
  if (rest !== long.slice(same + 1)) return false
  return !isDigit(long[same]) && (short.length < long.length || !isDigit(short[same]))
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
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
