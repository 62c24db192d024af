import type { LetterKey, LetterSet, LetterTemplate } from './letterTemplate'
import { LETTER_KEYS } from './letterTemplate'
import { SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE } from './texts/chinese'
import { ENGLISH } from './texts/english'
import { GERMAN, SWEDISH } from './texts/germanic'
import { FRENCH, SPANISH } from './texts/romance'
import { ARABIC, HEBREW } from './texts/semitic'
import { VIETNAMESE } from './texts/vietnamese'

const SETS: readonly LetterSet[] = [
  ENGLISH,
  SIMPLIFIED_CHINESE,
  TRADITIONAL_CHINESE,
  SPANISH,
  FRENCH,
  GERMAN,
  SWEDISH,
  VIETNAMESE,
  HEBREW,
  ARABIC,
]

/** The languages that letters are shipped in, English first. */
export const LETTER_LANGUAGES: readonly string[] = SETS.map((set) => set.language)

/**
 * A shipped letter by its template key (`letter.thanks`) in a shipped language; English for any other.
 * Undefined for a key that names no shipped letter, such as an edited template's.
 */
export function shippedLetter(templateKey: string, language: string): LetterTemplate | undefined {
  const key = LETTER_KEYS.find((known) => templateKey === `letter.${known}`)
  return key === undefined
    ? undefined
    : letterOf(SETS.find((set) => set.language === language) ?? ENGLISH, key)
}

function letterOf(set: LetterSet, key: LetterKey): LetterTemplate {
  return { ...set.letters[key], fallbacks: set.fallbacks }
}
