import type { Person } from '../../records/person'

/** The two names a letter may address somebody by. */
export interface LetterNames {
  readonly firstName?: string
  readonly salutationName?: string
}

/** Languages in which a letter addresses people by their whole name or by title and family name. */
const FORMAL = ['zh-Hans', 'zh-Hant', 'vi', 'ar', 'fr', 'de']

/**
 * How to address a person in a letter. `salutationName` is the salutation with the family name where both
 * are on record (`Frau Rathke`), else the whole name in formal languages, else the first name.
 * A first name is never cut out of a whole name: in many scripts that would be the wrong half.
 */
export function letterNames(
  person: Pick<Person, 'fullName' | 'firstName' | 'lastName' | 'salutation'>,
  language: string,
): LetterNames {
  const firstName = present(person.firstName)
  const fullName = present(person.fullName)
  const [salutation, lastName] = [present(person.salutation), present(person.lastName)]
  const titled = salutation === undefined || lastName === undefined ? undefined : `${salutation} ${lastName}`
  const salutationName = titled ?? (FORMAL.includes(language) ? fullName : (firstName ?? fullName))
  const first = firstName ?? (FORMAL.includes(language) ? undefined : fullName)
  return {
    ...(first === undefined ? {} : { firstName: first }),
    ...(salutationName === undefined ? {} : { salutationName }),
  }
}

function present(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === undefined || trimmed === '' ? undefined : trimmed
}
