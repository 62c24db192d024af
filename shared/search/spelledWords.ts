/** A name is found from any of its first syllables: a company's kind of business stands further on. */
const STARTS = 12
/** Nobody types more of a name than this in one go. */
const JOINED_SYLLABLES = 8

/**
 * The Latin words under which a name in Chinese characters is found, by its syllables: each of them, what it is in one
 * row from any of them on, and the initials from any of them on.
 *
 * @example spelledWords(['wang', 'si', 'yuan']) // 'wang wangsiyuan wsy si siyuan sy yuan'
 */
export function spelledWords(syllables: readonly string[]): string {
  const found = new Set<string>()
  for (const [start, syllable] of syllables.slice(0, STARTS).entries()) {
    const from = syllables.slice(start, start + JOINED_SYLLABLES)
    found.add(syllable)
    found.add(from.join(''))
    // One initial alone is the beginning of the syllable itself.
    if (from.length > 1) found.add(from.map((each) => each[0] ?? '').join(''))
  }
  return [...found].join(' ')
}
