import { useMemo, useState } from 'react'
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
import type { HandleKind } from '#shared/records/handle'
import type { PlanStep } from '#shared/records/nurture'
import type { Person } from '#shared/records/person'
import { dayIn } from '#shared/time/calendarDay'
import type { Brief } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { briefValues } from './briefValues'
import { useLetterDrafts } from './LetterDrafts'
import { templateKeyOf, type Work } from './work'

/** The letter of a piece of work: filled from the customer's page, or as the person has changed it. */
export interface Letter {
  readonly language: string
  /** Theirs first, then English and Chinese, then what one's own template speaks. */
  readonly languages: readonly string[]
  readonly setLanguage: (language: string) => void
  readonly subject: string
  readonly body: string
  /** Where values landed; empty once the person has changed the text. */
  readonly filled: FilledLetter['filled']
  /** Fields that the template asks for and the page does not know. */
  readonly missing: readonly LetterField[]
  /** Fields that still stand in the text as they are written: it can't go out like this. */
  readonly open: readonly LetterField[]
  readonly fieldCount: number
  readonly templateKey: string | undefined
  /** The name of the template of one's own that it began with. */
  readonly ownTemplate: string | undefined
  readonly isEdited: boolean
  /** False once the disk has refused what was changed: only the window has it. */
  readonly isOnDisk: boolean
  readonly edit: (text: { readonly subject: string; readonly body: string }) => void
  /** Back to the template. */
  readonly reset: () => void
  /** The piece that goes with it. */
  readonly gift: Gift | undefined
  /** What else could go with it, best first. */
  readonly gifts: readonly Gift[]
  /** Another piece, or none. */
  readonly give: (contentId: string | undefined) => void
}

const EMPTY: FilledLetter = { subject: '', body: '', missing: [], open: [], filled: [] }
/** What a draft says of the piece when there is to be none. */
const NO_PIECE = ''

/** Who the letter goes to: the person of the touch, else the first one on the page. */
export function letterPerson(work: Work, brief: Brief): Person | undefined {
  const { people } = brief.page
  return people.find((person) => person.id === work.touch?.personId) ?? people[0]
}

export function useLetter(work: Work, brief: Brief, carrier: HandleKind | undefined): Letter {
  const { of, isKept, keep, forget } = useLetterDrafts()
  const today = dayIn(deviceZone(), useNow())
  const person = letterPerson(work, brief)
  const { customer } = brief.page
  const kept = of(work.key)
  const [chosen, setChosen] = useState<string>()
  const step = stepOf(work, brief)
  const templateKey = templateKeyOf(work)
  const source = useMemo(
    () => letterSource(brief.templates, { templateKey, templateId: step?.templateId }),
    [brief.templates, templateKey, step?.templateId],
  )
  const theirs = sourceLanguage(source, person?.language, customer.language, customer.country)
  const language = kept?.language ?? chosen ?? theirs
  const given = useMemo(
    () => givenPieces(brief.page.interactions, brief.engagements),
    [brief.page.interactions, brief.engagements],
  )
  const contentId = kept?.contentId ?? step?.contentId ?? source.own?.contentId
  const gifts = useMemo(
    () => giftsFor(brief.content, language, given, today),
    [brief.content, language, given, today],
  )
  // What is still a draft is not given, even where a step names it.
  const gift = gifts.find((known) => known.piece.id === contentId)
  const filled = useMemo(
    () => fill(source, language, carrier, brief, person, gift),
    [source, language, carrier, brief, person, gift],
  )
  const isEdited = kept?.body !== undefined
  const subject = kept?.subject ?? filled.subject
  const body = kept?.body ?? filled.body
  const base = { letter: 1 as const, key: work.key, language }
  return {
    language,
    languages: [
      ...new Set([
        theirs,
        'en',
        'zh-Hans',
        ...(source.own?.variants.map((variant) => variant.language) ?? []),
      ]),
    ],
    setLanguage: (next) => {
      // The other language starts from its own template; a changed text is given up by the person's own choice.
      if (kept?.contentId === undefined) forget(work.key)
      else keep({ ...base, language: next, contentId: kept.contentId })
      setChosen(next)
    },
    subject,
    body,
    filled: isEdited ? [] : filled.filled,
    missing: isEdited ? [] : filled.missing,
    open: isEdited ? openFields(`${subject}\n${body}`) : filled.open,
    fieldCount: new Set(filled.filled.map(({ field }) => field)).size + filled.missing.length,
    templateKey,
    ownTemplate: source.own?.name,
    isEdited,
    isOnDisk: isKept(work.key),
    edit: (text) => keep({ ...base, ...text, ...pieceOf(kept) }),
    reset: () => (kept?.contentId === undefined ? forget(work.key) : keep({ ...base, ...pieceOf(kept) })),
    gift,
    gifts,
    give: (next) =>
      keep({
        ...base,
        ...(isEdited ? { subject, body } : {}),
        contentId: next ?? NO_PIECE,
      }),
  }
}

function pieceOf(kept: { readonly contentId?: string | undefined } | undefined): { contentId?: string } {
  return kept?.contentId === undefined ? {} : { contentId: kept.contentId }
}

/** The step of the plan version that the touch's run pins. */
function stepOf(work: Work, brief: Brief): PlanStep | undefined {
  const enrolment = brief.enrolments.find((run) => run.id === work.touch?.enrolmentId)
  const plan = brief.plans.find((version) => version.id === enrolment?.planId)
  return plan?.steps.find((step) => step.key === work.touch?.stepKey)
}

function fill(
  source: LetterSource,
  language: string,
  carrier: HandleKind | undefined,
  brief: Brief,
  person: Person | undefined,
  gift: Gift | undefined,
): FilledLetter {
  const piece = gift?.edition?.title ?? gift?.piece.title
  const values = briefValues(brief, person, piece, language)
  return filledLetter(source, language, carrier, values) ?? EMPTY
}
