import type { Person } from '../../records/person'
import type { Touchpoint } from '../../records/touchpoint'
import type { IsoDate } from '../../time/values'
import type { LetterField } from './letterTemplate'
import { letterNames } from './salutation'

/** What a letter to one person may draw on. */
export interface LetterSources {
  readonly person?: Pick<Person, 'fullName' | 'firstName' | 'lastName' | 'salutation'> | undefined
  /** The product that the talk was about. */
  readonly product?: string | undefined
  readonly fair?: Pick<Touchpoint, 'name' | 'city'> | undefined
  readonly promise?: { readonly text: string; readonly dueOn: IsoDate } | undefined
  /** What the piece that goes with the letter is called, in the letter's language where it has such a name. */
  readonly piece?: string | undefined
  readonly myName?: string | undefined
  readonly myCompany?: string | undefined
}

/**
 * The values of a letter's fields in a language. The day is written as that language writes days; a field
 * without a value is absent, and the letter does without it.
 */
export function letterValues(
  sources: LetterSources,
  language: string,
): Partial<Record<LetterField, string | undefined>> {
  const { person, product, fair, promise, piece, myName, myCompany } = sources
  return {
    ...(person === undefined ? {} : letterNames(person, language)),
    product,
    fairName: fair?.name,
    city: fair?.city,
    promised: promise?.text,
    dueOn: promise === undefined ? undefined : writtenDay(promise.dueOn, language),
    piece,
    myName,
    myCompany,
  }
}

/** `24 November`, `11月24日`: the year goes without saying in a letter about the next days. */
function writtenDay(day: IsoDate, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T00:00:00Z`))
}
