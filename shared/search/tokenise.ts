import { phoneTokens } from './phoneTokens'
import { TOKEN_MAX_CHARS, type Word, words } from './words'

/**
 * Every token under which a text is found, each once: words; for unspaced scripts each pair of neighbouring
 * characters and the last character alone; `o'brien` and `jean-luc` also as one word; numbers also joined
 * across their groups and, for a search by the last digits, reversed behind `~`.
 */
export function tokenise(text: string): string[] {
  const tokens = new Set<string>()
  const found = words(text)
  for (const word of found) {
    if (word.unspaced) for (const pair of pairs(word.text)) tokens.add(pair)
    else tokens.add(word.text)
  }
  for (const token of joinedWords(found)) tokens.add(token)
  for (const token of phoneTokens(found)) tokens.add(token)
  return [...tokens]
}

/** `青禾餐` -> `青禾`, `禾餐`, `餐`. A search for one character is a search for pairs that start with it. */
export function pairs(run: string): string[] {
  const chars = [...run]
  return chars.map((char, at) => char + (chars[at + 1] ?? ''))
}

function joinedWords(found: readonly Word[]): string[] {
  const joined: string[] = []
  let chain = ''
  let length = 0
  for (const [at, word] of found.entries()) {
    const linked = at > 0 && !word.unspaced && /^['’‘`´׳״"-]$/.test(word.gap) && chain !== ''
    if (linked) {
      chain += word.text
      length++
    } else {
      if (length > 1) joined.push(chain.slice(0, TOKEN_MAX_CHARS))
      chain = word.unspaced ? '' : word.text
      length = 1
    }
  }
  if (length > 1 && chain !== '') joined.push(chain.slice(0, TOKEN_MAX_CHARS))
  return joined
}
