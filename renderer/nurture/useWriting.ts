import { useState } from 'react'
import { type WritingWay, writingWays } from '#shared/nurture/carriers'
import { type GiveAsk, giveAsk } from '#shared/nurture/giveAsk'
import { loggedSubject } from '#shared/nurture/letters/loggedSubject'
import { letterPurpose } from '#shared/nurture/reach'
import type { HandleKind } from '#shared/records/handle'
import { dayIn } from '#shared/time/calendarDay'
import { comma } from '../i18n/signs'
import { useErrorText, useText } from '../i18n/text'
import { useBridge } from '../shell/BridgeContext'
import { currentRecord } from '../store/currentRecord'
import { useNotebook } from '../store/NotebookContext'
import type { Brief } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'
import { letterPerson, withLink } from './composeLetter'
import { copyLetter } from './copyLetter'
import { useLetterDrafts } from './LetterDrafts'
import { linkedinTarget } from './linkedinTarget'
import { type Letter, useLetter } from './useLetter'
import { useSettle } from './useSettle'
import type { Work } from './work'

/** As much of a title as a file's name may hold. */
const MAX_FILE_NAME = 200

/** The five ways out of the notebook, all equals. */
export const OUTLETS = ['eml', 'mailto', 'whatsapp', 'linkedin', 'copy'] as const
export type Outlet = (typeof OUTLETS)[number]

/** Where the letter was taken to, and how that went. */
export interface Outcome {
  readonly outlet: Outlet
  readonly message: string
  readonly failed: boolean
  /** The file that the letter was saved as. */
  readonly fileName?: string | undefined
}

/** Writing one letter: the text, the ways to send it, and logging that it was sent. */
export interface Writing {
  readonly letter: Letter
  readonly ways: readonly WritingWay[]
  /** Whether an outlet leads to this person at all. */
  readonly leads: (outlet: Outlet) => boolean
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
  const notebook = useNotebook()
  const { sources } = notebook
  const text = useText()
  const errorText = useErrorText()
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
  const letter = useLetter(work, brief, ways.find((way) => way.consent.allowed !== false)?.handle.kind)
  const body = withLink(letter)

  const copied = (content: string) => copyLetter(content, letter.language, letter.gift?.edition?.url)

  const wayOf = (outlet: Outlet) =>
    ways.find((way) => way.consent.allowed !== false && outletOf(way) === outlet)

  const linkedin = linkedinTarget(ways, words, { person, customer })
  const leads = (outlet: Outlet) =>
    outlet === 'copy' || (outlet === 'linkedin' ? linkedin !== undefined : wayOf(outlet) !== undefined)

  const fieldNames = () => letter.open.map((field) => text(`letter.field.${field}`)).join(comma(text))

  /** The file of the piece; `gone` when the notebook does not know it any more. */
  const attachedFile = async () => {
    const attachmentId = letter.gift?.edition?.attachmentId
    if (attachmentId === undefined) return undefined
    const record = await currentRecord(notebook.database(), 'attachments', attachmentId)
    if (record === undefined) return 'gone'
    const { hash, mediaType, fileName } = record
    return { hash, mediaType, fileName: fileName ?? letter.gift?.piece.title.slice(0, MAX_FILE_NAME) ?? hash }
  }

  const write = async (outlet: Outlet, given?: WritingWay) => {
    const way = given ?? wayOf(outlet)
    if (given === undefined && !leads(outlet)) return
    const told = (message: string, failed = false) => setOutcome({ outlet, message, failed })
    const attachmentId = letter.gift?.edition?.attachmentId
    // Only a mail file carries a file; the other ways say that it is still to be sent.
    const taken = (message: string) =>
      told(outlet === 'eml' || attachmentId === undefined ? message : `${message} ${text('gift.fileStays')}`)
    if (letter.open.length > 0) return told(text('letter.openFields', { fields: fieldNames() }), true)
    const written = letter.subject === '' ? body : `${letter.subject}\n\n${body}`
    if (outlet === 'linkedin' && linkedin !== undefined) {
      // Before LinkedIn takes the focus, without which nothing can be copied.
      if (!(await copied(body))) return told(errorText('letter.notCopied'), true)
      const opened = await bridge.call['letter:open'](linkedin, '')
      if (!opened.ok) return told(errorText(opened.error.code), true)
      taken(text(linkedin.means === 'linkedin' ? 'letter.openedLinkedin' : 'letter.searchedLinkedin'))
    } else if (outlet === 'copy' || way === undefined) {
      if (!(await copied(way?.handle.kind === 'email' ? written : body)))
        return told(errorText('letter.notCopied'), true)
      taken(
        way === undefined
          ? text('letter.copiedAnywhere')
          : text('letter.copied', { carrier: text(`handle.${way.handle.kind}`), to: way.handle.entered }),
      )
    } else if (outlet === 'eml') {
      const attached = await attachedFile()
      if (attached === 'gone') return told(errorText('letter.attachmentLost'), true)
      const saved = await bridge.call['letter:saveEml']({
        to: { name: person?.fullName ?? customer.name, address: way.handle.value },
        subject: letter.subject,
        body,
        language: letter.language,
        about: [person?.latinName, person?.fullName, customer.name].filter((name) => name !== undefined),
        on: dayIn(deviceZone(), sources.now()),
        ...(attached === undefined ? {} : { attachments: [attached] }),
      })
      if (!saved.ok) return told(errorText(saved.error.code), true)
      if (saved.value === null) return
      const { fileName } = saved.value
      setOutcome({ outlet, message: text('letter.saved', { file: fileName }), failed: false, fileName })
    } else {
      const target =
        outlet === 'mailto'
          ? { means: 'mailto' as const, address: way.handle.value, subject: letter.subject }
          : { means: 'whatsapp' as const, digits: (way.link ?? '').replace(/\D/g, '') }
      const opened = await bridge.call['letter:open'](target, body)
      if (!opened.ok) return told(errorText(opened.error.code), true)
      if (!opened.value.carriesText && !(await copied(body))) return told(errorText('letter.notCopied'), true)
      taken(text(opened.value.carriesText ? 'letter.opened' : 'letter.openedToPaste'))
    }
    setTaken(true)
    setCarrier(carrierOf(outlet, way))
  }

  const done = async (quietly = false) => {
    const isLetter = letter.body.trim() !== '' && (work.kind !== 'promise' || work.by === 'us')
    const saved = await settle.done(
      work,
      name,
      {
        // A subject goes with a mail alone; where nobody knows how it went, it stays with what was written.
        subject: isLetter && (carrier ?? 'email') === 'email' ? loggedSubject(letter.subject) : undefined,
        text: isLetter ? body : undefined,
        // Without an outlet nobody knows how it went: the notebook then says only that it was written.
        carrier,
        personId: person?.id,
        given:
          letter.gift === undefined
            ? undefined
            : {
                contentId: letter.gift.piece.id,
                title: letter.gift.piece.title,
                attachmentId: letter.gift.edition?.attachmentId,
              },
      },
      quietly,
    )
    if (saved) forget(work.key)
    return saved
  }

  return {
    letter,
    ways,
    leads,
    wayOf,
    write,
    outcome,
    isTaken,
    giveAsk: giveAsk(brief.page.interactions),
    done,
  }
}

function carrierOf(outlet: Outlet, way: WritingWay | undefined): HandleKind | undefined {
  if (outlet === 'linkedin') return 'linkedin'
  return way?.assumed === true ? 'whatsapp' : way?.handle.kind
}

function outletOf(way: WritingWay): Outlet {
  switch (way.means) {
    case 'eml':
      return 'eml'
    case 'mailto':
      return 'mailto'
    case 'whatsappLink':
      return 'whatsapp'
    case 'linkedinPage':
      return 'linkedin'
    default:
      return 'copy'
  }
}
