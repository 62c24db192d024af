import { useMemo, useState } from 'react'
import { type FilledLetter, fillLetter } from '#shared/nurture/letters/fillLetter'
import { letterLanguage } from '#shared/nurture/letters/letterLanguage'
import type { LetterField } from '#shared/nurture/letters/letterTemplate'
import { letterValues } from '#shared/nurture/letters/letterValues'
import { shippedLetter } from '#shared/nurture/letters/shippedLetters'
import type { Person } from '#shared/records/person'
import type { Brief } from '../store/queries/nurture'
import { useLetterDrafts } from './LetterDrafts'
import { templateKeyOf, type Work } from './work'

/** The letter of a piece of work: filled from the customer's page, or as the person has changed it. */
export interface Letter {
  readonly language: string
  /** Theirs first, then English and Chinese. */
  readonly languages: readonly string[]
  readonly setLanguage: (language: string) => void
  readonly subject: string
  readonly body: string
  /** Where values landed; empty once the person has changed the text. */
  readonly filled: FilledLetter['filled']
  /** Fields that the template asks for and the page does not know. */
  readonly missing: readonly LetterField[]
  readonly fieldCount: number
  readonly templateKey: string | undefined
  readonly isEdited: boolean
  /** False once the disk has refused what was changed: only the window has it. */
  readonly isOnDisk: boolean
  readonly edit: (text: { readonly subject: string; readonly body: string }) => void
  /** Back to the template. */
  readonly reset: () => void
}

const EMPTY: FilledLetter = { subject: '', body: '', missing: [], filled: [] }

/** Who the letter goes to: the person of the touch, else the first one on the page. */
export function letterPerson(work: Work, brief: Brief): Person | undefined {
  const { people } = brief.page
  return people.find((person) => person.id === work.touch?.personId) ?? people[0]
}

export function useLetter(work: Work, brief: Brief): Letter {
  const { of, isKept, keep, forget } = useLetterDrafts()
  const person = letterPerson(work, brief)
  const { customer } = brief.page
  const theirs = letterLanguage(person?.language, customer.language, customer.country)
  const kept = of(work.key)
  const [chosen, setChosen] = useState<string>()
  const language = kept?.language ?? chosen ?? theirs
  const templateKey = templateKeyOf(work)
  const filled = useMemo(
    () => fill(templateKey, language, brief, person),
    [templateKey, language, brief, person],
  )
  return {
    language,
    languages: [...new Set([theirs, 'en', 'zh-Hans'])],
    setLanguage: (next) => {
      // The other language starts from its own template; a changed text is given up by the person's own choice.
      forget(work.key)
      setChosen(next)
    },
    subject: kept?.subject ?? filled.subject,
    body: kept?.body ?? filled.body,
    filled: kept === undefined ? filled.filled : [],
    missing: kept === undefined ? filled.missing : [],
    fieldCount: new Set(filled.filled.map(({ field }) => field)).size + filled.missing.length,
    templateKey,
    isEdited: kept !== undefined,
    isOnDisk: isKept(work.key),
    edit: (text) => keep({ letter: 1, key: work.key, language, ...text }),
    reset: () => forget(work.key),
  }
}

function fill(
  templateKey: string | undefined,
  language: string,
  brief: Brief,
  person: Person | undefined,
): FilledLetter {
  const template = templateKey === undefined ? undefined : shippedLetter(templateKey, language)
  if (template === undefined) return EMPTY
  const values = letterValues(
    {
      person,
      product: brief.product,
      fair: brief.fair,
      promise: brief.promise,
      myName: brief.me?.name,
      myCompany: brief.settings?.companyName,
    },
    language,
  )
  return fillLetter(template, values)
}
