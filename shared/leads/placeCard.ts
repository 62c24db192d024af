import type { CardLine, CardReading } from '../capture/cardLine'
import { readCardText } from '../capture/cardText'
import type { HandleKind } from '../records/handle'
import type { LeadDraft } from './leadDraft'

/** Where a line of the card may go. */
export const CARD_TARGETS = [
  'company',
  'person',
  'title',
  'phone',
  'email',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
  'web',
  'address',
  'note',
] as const
export type CardTarget = (typeof CARD_TARGETS)[number]

type HandleTarget = Extract<CardTarget, HandleKind>

const TEXT_FIELDS = {
  company: 'company',
  person: 'person',
  title: 'title',
  web: 'website',
  address: 'address',
} as const
const HANDLE_TARGETS: ReadonlySet<string> = new Set([
  'phone',
  'email',
  'whatsapp',
  'wechat',
  'line',
  'zalo',
  'linkedin',
])

/**
 * Puts what can be read in only one way (addresses, numbers, the web) where it belongs, as far as the field is
 * still empty, and fills in the country. What is only likely stays for the person to place.
 */
export function placeSureLines(draft: LeadDraft, reading: CardReading): Partial<LeadDraft> {
  let next = draft
  for (const line of reading.lines) {
    const target = targetOf(line)
    if (line.sure && target !== undefined && placeOf(next, line) === undefined) {
      next = { ...next, ...placeLine(next, line, target) }
    }
  }
  const country = draft.country === '' ? reading.country?.country : undefined
  const { handles, phone, email, website } = next
  return { handles, phone, email, website, ...(country === undefined ? {} : { country }) }
}

/** The card's new text, and the sure lines in it that the text before did not have, put where they belong. */
export function placeNewLines(draft: LeadDraft, before: string, cardText: string): Partial<LeadDraft> {
  const reading = readCardText(cardText, draft.country === '' ? undefined : draft.country)
  const known = new Set(before.split('\n').map((line) => line.trim()))
  const lineOf = (start: number) => {
    const from = cardText.lastIndexOf('\n', start) + 1
    return cardText.slice(from).split('\n', 1)[0]?.trim() ?? ''
  }
  const lines = reading.lines.filter(({ start }) => !known.has(lineOf(start)))
  return { cardText, ...placeSureLines(draft, { ...reading, lines }) }
}

/** The change that puts a line into a field. A full text field gets the line behind what it has. */
export function placeLine(draft: LeadDraft, line: CardLine, target: CardTarget): Partial<LeadDraft> {
  // A handle is kept without its label, other text as it stands on the card.
  const text = line.kind === 'other' || target === 'note' ? line.entered : line.value
  if (target === 'note') return { note: joined(draft.note, text) }
  if (target === 'phone' && draft.phone === '') return { phone: text }
  if (target === 'email' && draft.email === '') return { email: text }
  if (isHandleTarget(target)) return { handles: [...draft.handles, { kind: target, entered: text }] }
  const field = TEXT_FIELDS[target]
  const old = draft[field]
  return { [field]: field === 'address' ? joined(old, text) : text }
}

/** Where a line stands in the draft already; undefined while it has no place. */
export function placeOf(draft: LeadDraft, line: CardLine): CardTarget | undefined {
  const texts = new Set([line.value, line.entered])
  for (const target of Object.keys(TEXT_FIELDS) as (keyof typeof TEXT_FIELDS)[]) {
    const value = draft[TEXT_FIELDS[target]]
    if (texts.has(value) || (target === 'address' && value.split(', ').some((part) => texts.has(part))))
      return target
  }
  if (texts.has(draft.phone)) return 'phone'
  if (texts.has(draft.email)) return 'email'
  const handle = draft.handles.find((candidate) => texts.has(candidate.entered))
  if (handle !== undefined) return CARD_TARGETS.find((target) => target === handle.kind)
  return draft.note.includes(line.entered) && line.entered !== '' ? 'note' : undefined
}

/** The field that a line seems meant for; undefined for what is shown but offered for nothing. */
export function targetOf(line: CardLine): CardTarget | undefined {
  return CARD_TARGETS.find((target) => target === line.kind)
}

function isHandleTarget(target: CardTarget): target is HandleTarget {
  return HANDLE_TARGETS.has(target)
}

function joined(old: string, added: string): string {
  return old.trim() === '' ? added : `${old}, ${added}`
}
