import { companyWords, hasLegalForm } from '../matching/companyKey'
import { fold, hasCjk } from '../matching/fold'
import type { CardLineKind } from './cardLine'
import {
  ADDRESS_WORDS,
  addressMarks,
  COMPANY_PARTS,
  COMPANY_WORDS,
  TITLE_PARTS,
  TITLE_WORDS,
} from './cardWords'
import { countryNamed } from './countryNames'

/** What the sure finds of the same card say about its other lines. */
export interface CardContext {
  /** Local parts of personal email addresses, folded, letters only. */
  readonly locals: readonly string[]
  /** Owners' names in domains: `bepxanh` of `bepxanh.com.vn`. */
  readonly owners: readonly string[]
}

export type Guess = Extract<CardLineKind, 'company' | 'person' | 'title' | 'address' | 'country' | 'other'>

const MAX_GUESSED_CHARS = 300
const MAX_PERSON_WORDS = 5

/** The likeliest kind of a piece of text that holds no address of any sort. */
export function guessKind(text: string, context: CardContext): Guess {
  if (text.length > MAX_GUESSED_CHARS || !/\p{L}/u.test(text)) return 'other'
  const words = wordsOf(text)
  if (countryNamed(text) !== undefined) return 'country'
  const address = addressScore(text, words)
  if (address < 3 && isCompany(text, words, context)) return 'company'
  if (isTitle(text, words)) return address >= 3 ? 'address' : 'title'
  if (address >= 2) return 'address'
  return isPerson(text, words, context) ? 'person' : 'other'
}

/** Whether a piece is a job title as far as its words go. */
export function isTitle(text: string, words: readonly string[] = wordsOf(text)): boolean {
  if (words.length > 8) return false
  return words.some((word) => TITLE_WORDS.has(word)) || TITLE_PARTS.some((part) => text.includes(part))
}

/** Whether a piece can be the name of a person: few words, no digits, capitals where the script has them. */
function isPerson(text: string, words: readonly string[], context: CardContext): boolean {
  if (/[\p{Nd}@:：;!?%&/]/u.test(text) || words.length === 0 || words.length > MAX_PERSON_WORDS) return false
  if (hasCjk(text))
    return [...text.replace(/[\s・]/g, '')].length <= 6 && [...text.replace(/\s/g, '')].length >= 2
  if (/\p{Script=Hangul}/u.test(text)) return [...text.replace(/\s/g, '')].length <= 5
  const inMail = words.filter(
    (word) => word.length > 1 && context.locals.some((local) => local.includes(word)),
  )
  if (inMail.length > 0 && words.length > 1) return true
  if (words.length < 2) return false
  const names = text
    .trim()
    .split(/[\s.]+/)
    .filter((word) => word !== '')
  return names.every((word) =>
    /^(?:\p{Lu}|\p{Lo}|(?:van|von|de|der|den|da|di|del|la|le|bin|al|el|y|e|dos|af)$)/u.test(word),
  )
}

/** Whether several words are a name of which the personal email address holds a part. */
function isInMail(words: readonly string[], context: CardContext): boolean {
  if (words.length < 2) return false
  return words.some((word) => word.length > 2 && context.locals.some((local) => local.includes(word)))
}

function isCompany(text: string, words: readonly string[], context: CardContext): boolean {
  if (hasLegalForm(text) && !isTitle(text, words)) return true
  if (COMPANY_PARTS.some((part) => text.includes(part)) && !TITLE_PARTS.some((part) => text.endsWith(part)))
    return true
  // `Camila Rojas` at camila@rojas.cl is the person, whoever owns the domain.
  if (isInMail(words, context) && words.length <= MAX_PERSON_WORDS && !/\p{Nd}/u.test(text)) return false
  const letters = companyWords(text).join('')
  if (letters.length >= 3 && context.owners.some((owner) => owner === letters)) return true
  if (
    letters.length >= 4 &&
    words.length <= 6 &&
    context.owners.some((owner) => owner.length >= 4 && (letters.includes(owner) || owner.includes(letters)))
  )
    return true
  return (
    words.length > 1 &&
    words.some((word) => COMPANY_WORDS.has(word)) &&
    !words.some((word) => TITLE_WORDS.has(word))
  )
}

/** Two and more is likely an address, three and more hardly anything else. */
function addressScore(text: string, words: readonly string[]): number {
  const digits = /\p{Nd}/u.test(text) ? 1 : 0
  const street = words.filter((word) => ADDRESS_WORDS.has(word)).length
  const compound = words.some((word) =>
    /.{3}(?:strasse|str|gatan|vagen|platz|straat|gade|vej|gasse|allee|damm)$/.test(word),
  )
    ? 2
    : 0
  const commas = Math.min(2, text.split(/[,，](?![0-9])/).length - 1)
  const postcode = /\b[0-9]{4,6}\b/.test(text) ? 1 : 0
  const marks = Math.min(3, addressMarks(text))
  if (digits + street + compound + marks === 0) return 0
  // `20095 Hamburg` is short; a sentence with a number in it is not.
  if (street + compound + marks + commas === 0 && words.length > 4) return 0
  // A comma or a word alone is found in slogans and titles as well.
  return (
    digits + Math.min(2, street) + compound + commas + postcode + (marks > 1 ? marks : digits > 0 ? marks : 0)
  )
}

/** The folded words of a piece. */
export function wordsOf(text: string): string[] {
  return fold(text.replace(/(?<=\p{L})["'’״׳.](?=\p{L})/gu, ''))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}
