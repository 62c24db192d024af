import { hasCjk } from './fold'

const HANGUL = /\p{Script=Hangul}/u
/** Two names that share fewer of their character pairs than this are different names. */
const MIN_SHARED = 0.6

/** Whether a word is compared character by character, since its script does not space words (Han, kana, Hangul). */
export function isWholeWord(word: string): boolean {
  return hasCjk(word) || HANGUL.test(word)
}

/** The neighbouring characters of a word in twos; none for a single character. */
export function characterPairs(word: string): string[] {
  const chars = [...word]
  return chars.slice(1).map((char, at) => (chars[at] ?? '') + char)
}

/**
 * How well an unfinished word fits a stored one, 0 to 1: equal 1, part of it 0.9, containing it or sharing
 * most pairs of characters less. 0 for anything that would be a guess.
 */
export function wholeWordFit(typed: string, stored: string): number {
  if (typed === stored) return 1
  const wanted = characterPairs(typed)
  if (wanted.length === 0) return 0
  if (stored.includes(typed)) return 0.9
  const held = new Set(characterPairs(stored))
  if (held.size === 0) return 0
  const shared = wanted.filter((pair) => held.has(pair)).length
  const part = (2 * shared) / (wanted.length + held.size)
  return part < MIN_SHARED ? 0 : 0.8 * part
}
