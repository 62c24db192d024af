/** What a character is to the tokeniser. */
export const SEPARATOR = 1
export const LETTER = 2
export const DIGIT = 3
/** A letter of a script that is written without spaces, or whose words are looked up from the middle. */
export const UNSPACED = 4

const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30fc\u3099\u309a]/u
const WORD = /[\p{L}\p{M}\p{N}]/u
const NUMBER = /[0-9]/

/** Looking a character up in the Unicode tables costs a hundred times more than looking it up here. */
const known = new Uint8Array(0x10000)

/** The class of a folded code point. Only 0-9 are digits: folding has seen to the others. */
export function classOf(code: number): number {
  if (code > 0xffff) return judge(code)
  const seen = known[code] ?? 0
  if (seen !== 0) return seen
  const kind = judge(code)
  known[code] = kind
  return kind
}

function judge(code: number): number {
  const char = String.fromCodePoint(code)
  if (NUMBER.test(char)) return DIGIT
  if (!WORD.test(char)) return SEPARATOR
  return UNSPACED_SCRIPT.test(char) ? UNSPACED : LETTER
}
