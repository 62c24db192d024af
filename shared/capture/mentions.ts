import { fold, isCjkCode } from '../matching/fold'
import type { NoteContext } from './noteMark'

const MAX_NAME_CHARS = 80

/** Who is meant by the words after an `@`. */
export interface Mention {
  /** How many code units of the text belong to the name; 0 if there is no name. */
  readonly length: number
  readonly personIds: readonly string[]
}

/**
 * Reads the name that a text begins with: as many words as still begin somebody's name, or a word within
 * it (`Ngọc Á`, `Anh` for Trần Thị Ngọc Ánh). Without anybody fitting it is the first word. Chinese
 * needs no space after the name: `王思远说` is 王思远.
 */
export function readMention(text: string, people: NoteContext['people']): Mention {
  const typed = foldedChars(text.slice(0, MAX_NAME_CHARS))
  let best = { length: 0, chars: 0, personIds: new Set<string>() }
  for (const person of people) {
    for (const name of [person.fullName, person.latinName]) {
      if (name === undefined) continue
      for (const form of startsOf(fold(name.slice(0, MAX_NAME_CHARS)))) {
        const fit = commonLength(typed, form)
        if (fit.chars === 0 || fit.chars < best.chars) continue
        if (fit.chars > best.chars) best = { ...fit, personIds: new Set() }
        best.personIds.add(person.id)
      }
    }
  }
  if (best.chars > 0) return { length: best.length, personIds: [...best.personIds] }
  const word = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’_-]{0,40}/u.exec(text.slice(0, MAX_NAME_CHARS))?.[0] ?? ''
  return { length: word.length, personIds: [] }
}

interface FoldedChar {
  readonly folded: string
  readonly end: number
}

/** Each character folded by itself, with where it ends, so that a match leads back to a place in the text. */
function foldedChars(text: string): FoldedChar[] {
  const chars: FoldedChar[] = []
  let end = 0
  for (const char of text) {
    end += char.length
    chars.push({ folded: fold(char), end })
  }
  return chars
}

/** The name itself and the rest of it from each later word on. */
function startsOf(name: string): string[] {
  const starts = [...name.matchAll(/[\p{L}\p{N}][^\s]*/gu)].map((match) => name.slice(match.index))
  return starts.length === 0 ? [] : starts
}

/** How much of the typed text is the beginning of a name, cut back to whole words where the script has words. */
function commonLength(typed: readonly FoldedChar[], name: string): { length: number; chars: number } {
  let rest = name
  let best = { length: 0, chars: 0 }
  for (const [at, char] of typed.entries()) {
    if (!rest.startsWith(char.folded)) break
    rest = rest.slice(char.folded.length)
    const next = typed[at + 1]?.folded
    const inside =
      next !== undefined && /^[\p{L}\p{M}\p{N}]/u.test(next) && !isCjkCode(next.codePointAt(0) ?? 0)
    const letter = /[\p{L}\p{N}]/u.test(char.folded) || char.folded === ''
    // Marks that fold to nothing belong to the letter before them.
    if (!inside && letter && next !== '') best = { length: char.end, chars: at + 1 }
  }
  return best
}
