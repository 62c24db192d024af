import { fold } from './fold'
import { GLUED_FORMS, leadingForm, trailingForm } from './legalForms'

const MAX_KEY_CHARS = 400
/** Written inside one word, and left out by half of those who write it: O'Brien, בע״מ, L’Oréal. */
const INSIDE_WORD = /(?<=\p{L})["'’‘ʼ`´׳״”“](?=\p{L})/gu

/**
 * The words of a company's name that tell it from others: folded, legal forms dropped from both ends,
 * punctuation gone (`Công ty CP Bếp Xanh` -> `['bep', 'xanh']`, `Co., Ltd`, `有限公司`, `GmbH & Co. KG`).
 * A name that is nothing but a legal form keeps its words. Empty only if there is no letter or digit.
 */
export function companyWords(name: string): string[] {
  const words = plainWords(name.slice(0, MAX_KEY_CHARS))
  const kept = dropForms(words.flatMap(withoutGluedForms))
  return kept.length > 0 ? kept : words
}

/** The key under which two spellings of one company are equal; undefined if the name says nothing. */
export function companyKey(name: string): string | undefined {
  const key = companyWords(name).join(' ')
  return key === '' ? undefined : key
}

/** Whether a text carries a legal form at one of its ends: a strong sign of a company's name. */
export function hasLegalForm(text: string): boolean {
  const words = plainWords(text.slice(0, MAX_KEY_CHARS))
  const cut = words.flatMap(withoutGluedForms)
  return (
    cut.join('') !== words.join('') ||
    trailingForm(words) > 0 ||
    (leadingForm(words) > 0 && words[0] !== 'the')
  )
}

/** Folded words; dotted single letters are one word (`S.p.A.` -> `spa`), other dots separate. */
function plainWords(name: string): string[] {
  const words: string[] = []
  for (const chunk of fold(name.replace(INSIDE_WORD, '')).split(/[^\p{L}\p{M}\p{N}.]+/u)) {
    const parts = chunk.split('.').filter((part) => part !== '')
    if (parts.length > 1 && parts.every((part) => part.length === 1)) words.push(parts.join(''))
    else words.push(...parts)
  }
  return words
}

function withoutGluedForms(word: string): string[] {
  let rest = word
  for (const form of GLUED_FORMS) {
    if (rest.length > form.length && rest.endsWith(form)) rest = rest.slice(0, -form.length)
    if (rest.length > form.length && rest.startsWith(form)) rest = rest.slice(form.length)
  }
  return [rest]
}

function dropForms(words: readonly string[]): string[] {
  let kept = [...words]
  for (;;) {
    const trailing = trailingForm(kept)
    if (trailing > 0) kept = kept.slice(0, -trailing)
    const leading = leadingForm(kept)
    if (leading > 0) kept = kept.slice(leading)
    if (trailing === 0 && leading === 0) return kept
  }
}
