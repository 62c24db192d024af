import { BLANK } from './shells'

/** A name of fewer letters is also a word, and blanking it would damage what others have written. */
const SHORTEST = 4
/** A Chinese, Japanese or Korean name has two signs at least. */
const SHORTEST_CJK = 2
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether a name or an address is looked for in the texts of others. */
export function isSearched(word: string): boolean {
  return [...word].length >= (CJK.test(word) ? SHORTEST_CJK : SHORTEST)
}

/**
 * Makes what replaces names and addresses in a text by `BLANK`, whole words only, whatever their case; `undefined`
 * where there is nothing to look for.
 */
export function createRedactor(words: Iterable<string>): ((text: string) => string) | undefined {
  const searched = [...words].filter(isSearched).sort((a, b) => b.length - a.length)
  if (searched.length === 0) return undefined
  const pattern = new RegExp(searched.map(asPattern).join('|'), 'giu')
  return (text) => text.replace(pattern, BLANK)
}

/** The word as a pattern that does not begin or end within another word; Chinese has no gaps between words. */
function asPattern(word: string): string {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
  if (CJK.test(word)) return escaped
  return `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`
}

/** Applies `change` to every text in a value of JSON; the very value where nothing changes. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => mapTexts(item, change))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Readonly<Record<string, unknown>>
  const entries = Object.entries(fields).map(([name, item]) => [name, mapTexts(item, change)] as const)
  return entries.some(([name, item]) => item !== fields[name]) ? Object.fromEntries(entries) : value
}
