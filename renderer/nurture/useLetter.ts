import { useMemo, useState } from 'react'
import type { Gift } from '#shared/library/giving'
import type { FilledLetter } from '#shared/nurture/letters/fillLetter'
import type { LetterField } from '#shared/nurture/letters/letterTemplate'
import type { HandleKind } from '#shared/records/handle'
import { dayIn } from '#shared/time/calendarDay'
import type { Brief } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import { composeLetter } from './composeLetter'
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

/** What a draft says of the piece when there is to be none. */
const NO_PIECE = ''

export function useLetter(work: Work, brief: Brief, carrier: HandleKind | undefined): Letter {
  const { of, isKept, keep, forget } = useLetterDrafts()
  const today = dayIn(deviceZone(), useNow())
  const kept = of(work.key)
  const [chosen, setChosen] = useState<string>()
  const composed = useMemo(
    () => composeLetter({ work, brief, carrier, kept, chosen, today }),
    [work, brief, carrier, kept, chosen, today],
  )
  const { source, theirs, language, subject, body, filled, isEdited } = composed
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
    open: composed.open,
    fieldCount: new Set(filled.filled.map(({ field }) => field)).size + filled.missing.length,
    templateKey: templateKeyOf(work),
    ownTemplate: source.own?.name,
    isEdited,
    isOnDisk: isKept(work.key),
    edit: (text) => keep({ ...base, ...text, ...pieceOf(kept) }),
    reset: () => (kept?.contentId === undefined ? forget(work.key) : keep({ ...base, ...pieceOf(kept) })),
    gift: composed.gift,
    gifts: composed.gifts,
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
