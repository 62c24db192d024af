/**
 * Spells Chinese characters in Latin letters, one syllable a character: `王思远` -> `['wang', 'si', 'yuan']`. Given from
 * outside, since the tables that it takes are big. Undefined for a text without Chinese characters.
 */
export type SpellChinese = (text: string, kind: 'person' | 'company') => readonly string[] | undefined

/**
 * The ways in which a Chinese person's name is written in one row of Latin letters: family name first or last, of one
 * syllable or of two.
 */
export function spelledPersonKeys(syllables: readonly string[]): string[] {
  const turned = (count: number) => [...syllables.slice(count), ...syllables.slice(0, count)].join('')
  const keys = [syllables.join(''), ...(syllables.length > 1 ? [turned(1)] : [])]
  return [...new Set(syllables.length > 2 ? [...keys, turned(2)] : keys)]
}
