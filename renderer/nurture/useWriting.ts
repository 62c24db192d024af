import { useState } from 'react'
import { type WritingWay, writingWays } from '#shared/nurture/carriers'
import { type GiveAsk, giveAsk } from '#shared/nurture/giveAsk'
import { letterPurpose } from '#shared/nurture/reach'
import type { HandleKind } from '#shared/records/handle'
import { dayIn } from '#shared/time/calendarDay'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'
import type { Brief } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { useLetterDrafts } from './LetterDrafts'
import { type Letter, letterPerson, useLetter } from './useLetter'
import { useSettle } from './useSettle'
import type { Work } from './work'

/** The four ways out of the notebook, all equals. */
export const OUTLETS = ['eml', 'mailto', 'whatsapp', 'copy'] as const
export type Outlet = (typeof OUTLETS)[number]

/** Where the letter was taken to, and how that went. */
export interface Outcome {
  readonly outlet: Outlet
  readonly message: string
  readonly failed: boolean
}

/** Writing one letter: the text, the ways to send it, and logging that it was sent. */
export interface Writing {
  readonly letter: Letter
  readonly ways: readonly WritingWay[]
  /** The way an outlet would take; undefined where there is none. */
  readonly wayOf: (outlet: Outlet) => WritingWay | undefined
  readonly write: (outlet: Outlet, way?: WritingWay) => Promise<void>
  readonly outcome: Outcome | undefined
  /** Whether the letter went out of the notebook by one of the outlets. */
  readonly isTaken: boolean
  readonly giveAsk: GiveAsk
  readonly done: (quietly?: boolean) => Promise<boolean>
}

export function useWriting(work: Work, brief: Brief, name: string): Writing {
  const bridge = useBridge()
  const { sources } = useNotebook()
  const text = useText()
  const errorText = useErrorText()
  const letter = useLetter(work, brief)
  const settle = useSettle()
  const { forget } = useLetterDrafts()
  const [outcome, setOutcome] = useState<Outcome>()
  const [carrier, setCarrier] = useState<HandleKind>()
  const [isTaken, setTaken] = useState(false)
  const person = letterPerson(work, brief)
  const { customer, consents } = brief.page
  const words = [...consents, ...brief.refusals]
  const handles = [...(person?.handles ?? []), ...customer.handles]
  const who = { customerId: customer.id, personId: person?.id, handles }
  const ways = writingWays(who, words, letterPurpose(work.touch?.templateKey))

  const wayOf = (outlet: Outlet) =>
    ways.find((way) => way.consent.allowed !== false && outletOf(way) === outlet)

  const write = async (outlet: Outlet, given?: WritingWay) => {
    const way = given ?? wayOf(outlet)
    if (way === undefined && outlet !== 'copy') return
    const told = (message: string, failed = false) => setOutcome({ outlet, message, failed })
    const written = letter.subject === '' ? letter.body : `${letter.subject}\n\n${letter.body}`
    if (outlet === 'copy' || way === undefined) {
      if (!(await copied(way?.handle.kind === 'email' ? written : letter.body)))
        return told(errorText('letter.notCopied'), true)
      told(
        way === undefined
          ? text('letter.copiedAnywhere')
          : text('letter.copied', { carrier: text(`handle.${way.handle.kind}`), to: way.handle.entered }),
      )
    } else if (outlet === 'eml') {
      const saved = await bridge.call['letter:saveEml']({
        to: { name: person?.fullName ?? customer.name, address: way.handle.value },
        subject: letter.subject,
        body: letter.body,
        language: letter.language,
        about: [person?.latinName, person?.fullName, customer.name].filter((name) => name !== undefined),
        on: dayIn(deviceZone(), sources.now()),
      })
      if (!saved.ok) return told(errorText(saved.error.code), true)
      if (saved.value === null) return
      told(text('letter.saved', { file: saved.value.fileName }))
    } else {
      const target =
        outlet === 'mailto'
          ? { means: 'mailto' as const, address: way.handle.value, subject: letter.subject }
          : { means: 'whatsapp' as const, digits: (way.link ?? '').replace(/\D/g, '') }
      const opened = await bridge.call['letter:open'](target, letter.body)
      if (!opened.ok) return told(errorText(opened.error.code), true)
      if (!opened.value.carriesText && !(await copied(letter.body)))
        return told(errorText('letter.notCopied'), true)
      told(text(opened.value.carriesText ? 'letter.opened' : 'letter.openedToPaste'))
    }
    setTaken(true)
    setCarrier(way?.assumed === true ? 'whatsapp' : way?.handle.kind)
  }

  const done = async (quietly = false) => {
    const isLetter = letter.body.trim() !== '' && (work.kind !== 'promise' || work.by === 'us')
    const saved = await settle.done(
      work,
      name,
      {
        text: isLetter ? letter.body : undefined,
        // Without an outlet nobody knows how it went: the notebook then says only that it was written.
        carrier,
        personId: person?.id,
      },
      quietly,
    )
    if (saved) forget(work.key)
    return saved
  }

  return { letter, ways, wayOf, write, outcome, isTaken, giveAsk: giveAsk(brief.page.interactions), done }
}

/** A window without the focus may not write to the clipboard. */
function copied(words: string): Promise<boolean> {
  return navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  )
}

function outletOf(way: WritingWay): Outlet {
  switch (way.means) {
    case 'eml':
      return 'eml'
    case 'mailto':
      return 'mailto'
    case 'whatsappLink':
      return 'whatsapp'
    default:
      return 'copy'
  }
}
