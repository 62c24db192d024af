import { fold } from '../matching/fold'
import { classOf, DIGIT, LETTER, SEPARATOR, UNSPACED } from './charClass'

/** A name of ten thousand characters is found by its first hundred; a token longer than this is cut. */
export const TOKEN_MAX_CHARS = 64

/** A stretch of text between separators, in one way of writing. */
export interface Word {
  readonly text: string
  /** Written without spaces (Han, kana, Hangul, Thai ...), so that it must be found from its middle too. */
  readonly unspaced: boolean
  /** Only digits. */
  readonly digits: boolean
  /** The separators before it, as folded. */
  readonly gap: string
}

/** Cuts a text into folded words, in order. A change between spaced and unspaced scripts cuts, too. */
export function words(text: string): Word[] {
  const plain = fold(text)
  const found: Word[] = []
  let start = -1
  let wordClass = SEPARATOR
  let digits = true
  let gapStart = 0
  const close = (end: number): void => {
    if (start < 0) return
    const cut = plain.slice(start, Math.min(end, start + TOKEN_MAX_CHARS))
    const unspaced = wordClass === UNSPACED
    // An unspaced run is a sentence, not a word: it is never cut.
    const text = unspaced ? plain.slice(start, end) : cut
    found.push({ text, unspaced, digits: digits && !unspaced, gap: plain.slice(gapStart, start) })
    start = -1
    gapStart = end
  }
  for (let at = 0; at < plain.length; ) {
    const code = plain.codePointAt(at) ?? 0
    const kind = classOf(code)
    if (kind === SEPARATOR) close(at)
    else {
      const spaced = kind !== UNSPACED
      if (start >= 0 && spaced !== (wordClass !== UNSPACED)) close(at)
      if (start < 0) {
        start = at
        wordClass = spaced ? LETTER : UNSPACED
        digits = true
      }
      if (kind !== DIGIT) digits = false
    }
    at += code > 0xffff ? 2 : 1
  }
  close(plain.length)
  return found
}
