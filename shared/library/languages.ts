import { LETTER_LANGUAGES } from '../nurture/letters/shippedLetters'

/** Languages of this trade's customers beyond those that letters are shipped in. */
const FURTHER = ['pt', 'pt-BR', 'it', 'nl', 'pl', 'tr', 'ru', 'ja', 'ko', 'th', 'id', 'fa', 'hi']

/** What an edition or a letter may be offered in; one that is there already stays in the list whatever it is. */
export function offeredLanguages(present: readonly string[]): string[] {
  return [...new Set([...LETTER_LANGUAGES, ...FURTHER, ...present])]
}
