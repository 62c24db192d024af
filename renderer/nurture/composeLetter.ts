import { type Gift, giftsFor, givenPieces } from '#shared/library/giving'
import type { FilledLetter } from '#shared/nurture/letters/fillLetter'
import { openFields } from '#shared/nurture/letters/letterPieces'
import type { LetterField } from '#shared/nurture/letters/letterTemplate'
import {
  filledLetter,
  type LetterSource,
  letterSource,
  sourceLanguage,
} from '#shared/nurture/letters/ownTemplates'
import { promisedTogether } from '#shared/nurture/letters/promisedTogether'
import type { HandleKind } from '#shared/records/handle'
import type { PlanStep } from '#shared/records/nurture'
import type { Person } from '#shared/records/person'
import type { Brief } from '../store/queries/nurture'
import { briefValues } from './briefValues'
import type { KeptLetter } from './LetterDrafts'
import { templateKeyOf, type Work } from './work'

/** What a letter is made from. */
export interface LetterParts {
  readonly work: Work
  readonly brief: Brief
  /** The way that it would go. */
  readonly carrier: HandleKind | undefined
  /** What the person has changed. */
  readonly kept: KeptLetter | undefined
  /** Another language than theirs, as long as nothing is kept. */
  readonly chosen?: string | undefined
  readonly today: string
}

/** A letter as it stands: filled from the customer's page, with what the person has changed. */
export interface Composed {
  readonly source: LetterSource
  readonly language: string
  /** The language it begins in. */
  readonly theirs: string
  readonly subject: string
  readonly body: string
  readonly isEdited: boolean
  readonly filled: FilledLetter
  /** Fields that still stand in the text as they are written. */
  readonly open: readonly LetterField[]
  readonly values: Readonly<Partial<Record<LetterField, string | undefined>>>
  /** The piece that goes with it. */
  readonly gift: Gift | undefined
  readonly gifts: readonly Gift[]
}

/** The letter that tells of what is still to come; every other is about its own promise alone. */
const THANKS = 'letter.thanks'
const EMPTY: FilledLetter = { subject: '', body: '', missing: [], open: [], filled: [] }

/** Who the letter goes to: the person of the touch, else the first one on the page. */
export function letterPerson(work: Work, brief: Brief): Person | undefined {
  const { people } = brief.page
  return people.find((person) => person.id === work.touch?.personId) ?? people[0]
}

/** Makes the letter of a piece of work; a window shows it, a mail merge takes it as it is. */
export function composeLetter({ work, brief, carrier, kept, chosen, today }: LetterParts): Composed {
  const person = letterPerson(work, brief)
  const { customer, interactions } = brief.page
  const step = stepOf(work, brief)
  const source = letterSource(brief.templates, {
    templateKey: templateKeyOf(work),
    templateId: step?.templateId,
  })
  const theirs = sourceLanguage(source, person?.language, customer.language, customer.country)
  const language = kept?.language ?? chosen ?? theirs
  const given = givenPieces(interactions, brief.engagements)
  const contentId = kept?.contentId ?? step?.contentId ?? source.own?.contentId
  const gifts = giftsFor(brief.content, language, given, today)
  // What is still a draft is not given, even where a step names it.
  const gift = gifts.find((known) => known.piece.id === contentId)
  const piece = gift?.edition?.title ?? gift?.piece.title
  const promise =
    templateKeyOf(work) === THANKS
      ? promisedTogether(brief.promise, brief.page.promises, { personId: person?.id, today, language })
      : brief.promise
  const values = briefValues({ ...brief, promise }, person, piece, language)
  const filled = filledLetter(source, language, carrier, values) ?? EMPTY
  const isEdited = kept?.body !== undefined
  const subject = kept?.subject ?? filled.subject
  const body = kept?.body ?? filled.body
  const open = isEdited ? openFields(`${subject}\n${body}`) : filled.open
  return { source, language, theirs, subject, body, isEdited, filled, open, values, gift, gifts }
}

/** The words with the address of the piece below them, where it has one. */
export function withLink({ body, gift }: Pick<Composed, 'body' | 'gift'>): string {
  const url = gift?.edition?.url
  return url === undefined || body.includes(url) ? body : `${body}\n\n${url}`
}

/** The step of the plan version that the touch's run pins. */
function stepOf(work: Work, brief: Brief): PlanStep | undefined {
  const enrolment = brief.enrolments.find((run) => run.id === work.touch?.enrolmentId)
  const plan = brief.plans.find((version) => version.id === enrolment?.planId)
  return plan?.steps.find((step) => step.key === work.touch?.stepKey)
}
