import { digitRuns, phoneAlternatives } from './phoneTokens'
import { pairs } from './tokenise'
import { words } from './words'

/** One condition of a query. A document must meet them all. */
export interface QueryTerm {
  /** Any of these may be met: the token itself, or for digits its other spellings. */
  readonly tokens: readonly string[]
  /** Whether a token that merely starts with it will do. */
  readonly prefix: boolean
  /** Whether a typing mistake is thinkable: words of four letters and more. */
  readonly forgiving: boolean
}

const FORGIVING_CHARS = 4
/** Nobody types a longer query; a pasted letter must not become a thousand conditions. */
const MAX_TERMS = 24

/**
 * Takes a query apart. Words but the last must stand whole, the last may be unfinished; unspaced scripts
 * match from any character. `joined` is a second reading in which the groups of a phone number are one.
 */
export function queryTerms(query: string): { terms: QueryTerm[]; joined?: QueryTerm[] } {
  const found = words(query.slice(0, 500))
  const perWord = found.map((word, at) =>
    termsOf(word.text, word.unspaced, word.digits, at === found.length - 1),
  )
  const terms = perWord.flat().slice(0, MAX_TERMS)
  const run = digitRuns(found).find((candidate) => candidate.last > candidate.first)
  if (!run) return { terms }
  const joined = [
    ...perWord.slice(0, run.first).flat(),
    ...termsOf(run.digits, false, true, true),
    ...perWord.slice(run.last + 1).flat(),
  ]
  return { terms, joined: joined.slice(0, MAX_TERMS) }
}

function termsOf(text: string, unspaced: boolean, digits: boolean, last: boolean): QueryTerm[] {
  if (unspaced) {
    const cut = pairs(text)
    // The pairs hold every character; the last one alone matters only if it is all there is.
    const needed = cut.length > 1 ? cut.slice(0, -1) : cut
    return needed.map((pair) => ({ tokens: [pair], prefix: cut.length === 1, forgiving: false }))
  }
  if (digits)
    return [{ tokens: [text, ...(last ? phoneAlternatives(text) : [])], prefix: last, forgiving: false }]
  return [{ tokens: [text], prefix: last, forgiving: text.length >= FORGIVING_CHARS }]
}
