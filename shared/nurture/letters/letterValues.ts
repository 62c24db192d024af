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
  readonly fair?: Pick<Touchpoint, 'name' | 'city' | 'startsOn' | 'endsOn' | 'halls' | 'booth'> | undefined
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
    fairDays: fair === undefined ? undefined : writtenDays(fair, language),
    booth: fair === undefined ? undefined : [...(fair.halls ?? []), fair.booth].filter(Boolean).join(', '),
    promised: promise?.text,
    dueOn: promise === undefined ? undefined : writtenDay(promise.dueOn, language),
    piece,
    myName,
    myCompany,
  }
}

/** `10–13 December`, `10 December`; undefined for a fair whose days are not known. */
function writtenDays(
  { startsOn, endsOn }: Pick<Touchpoint, 'startsOn' | 'endsOn'>,
  language: string,
): string | undefined {
  if (startsOn === undefined) return undefined
  const instant = (day: IsoDate) => new Date(`${day}T00:00:00Z`)
  return dayFormat(language).formatRange(instant(startsOn), instant(endsOn ?? startsOn))
}

/** `24 November`, `11月24日`: the year goes without saying in a letter about the next days. */
function writtenDay(day: IsoDate, language: string): string {
  return dayFormat(language).format(new Date(`${day}T00:00:00Z`))
}

function dayFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
}
