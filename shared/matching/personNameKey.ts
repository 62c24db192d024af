import { fold, hasCjk } from './fold'

const MAX_KEY_CHARS = 400
const HANGUL = /\p{Script=Hangul}/u
const INSIDE_WORD = /(?<=\p{L})["'’‘ʼ`´׳״.](?=\p{L})/gu

/** Courtesies and degrees that are no part of a name. Words that are also names (Anh, Ba) stay. */
const COURTESIES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof sir madam mme mlle herr frau sig sigra senor senora sr sra srta dipl ing phd mba msc bsc cpa
  先生 女士 小姐 经理 經理 様 さん 氏 님 씨`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
const GLUED_COURTESIES = ['先生', '女士', '小姐', '経理', '经理', '經理', '様', 'さん', '님', '씨']

/**
 * The words of a person's name, folded, courtesies dropped, in the order written. Chinese, Japanese and
 * Korean names are one word even when written with spaces (`王 思远` -> `['王思远']`).
 */
export function personNameWords(name: string): string[] {
  const plain = fold(name.slice(0, MAX_KEY_CHARS).replace(INSIDE_WORD, ''))
  const words = plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const joined: string[] = []
  let open = false
  for (const word of words) {
    const whole = hasCjk(word) || HANGUL.test(word)
    if (whole && open) joined[joined.length - 1] += word
    else joined.push(word)
    open = whole
  }
  const kept = joined.map(withoutGluedCourtesy).filter((word) => !COURTESIES.has(word))
  return kept.length > 0 ? kept : joined
}

/**
 * The key under which two spellings of one name are equal whatever the order: `Trần Thị Ngọc Ánh` and
 * `Ngoc Anh TRAN THI` are the same. Undefined if the name holds no letter or digit.
 */
export function personNameKey(name: string): string | undefined {
  const words = personNameWords(name)
  return words.length === 0 ? undefined : words.toSorted().join(' ')
}

function withoutGluedCourtesy(word: string): string {
  const courtesy = GLUED_COURTESIES.find((end) => word.endsWith(end) && word.length > end.length)
  return courtesy === undefined ? word : word.slice(0, -courtesy.length)
}
