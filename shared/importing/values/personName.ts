/** A name in parts, as far as the file gives them. */
export interface NameParts {
  readonly full?: string
  readonly first?: string
  readonly middle?: string
  readonly last?: string
  readonly suffix?: string
}

// Han, kana, hangul: family name first, no space between.
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・]+$/u
// "Smith, PhD", "Lee, MBA, PMP": short, capitals or known forms.
const CREDENTIALS =
  /^(.+?),\s*((?:[A-Z][A-Za-z]{0,4}\.?[A-Z]{0,3}\.?|Jr\.?|Sr\.?|I{1,3}|Esq\.?|CPSM®?)(?:[,\s]+[A-Z][\w.®]{1,7})*)$/u

/**
 * One line for a name: the file's own full name, else its parts in the order of their script.
 * CJK names are never split or spaced.
 */
export function fullNameOf(parts: NameParts): string {
  if (parts.full !== undefined && parts.full !== '') return parts.full
  const first = parts.first ?? ''
  const last = parts.last ?? ''
  if (last !== '' && first !== '' && CJK.test(last + first)) return last + first
  return [first, parts.middle ?? '', last].filter((part) => part !== '').join(' ')
}

/** Takes credentials off a last name: `Sample, PhD` -> `Sample` + `PhD`. */
export function splitCredentials(last: string): { readonly last: string; readonly suffix?: string } {
  const match = CREDENTIALS.exec(last)
  return match ? { last: match[1] ?? last, suffix: match[2] ?? '' } : { last }
}

/** True when the text holds a letter or digit of any script; an emoji alone names nobody. */
export function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** GBK and other narrow code pages lose letters on the way out: `Bj?rn`, `??igo`. */
export function looksLossy(name: string): boolean {
  return /\p{L}\?+\p{L}|^\?+\p{L}|\ufffd/u.test(name)
}
