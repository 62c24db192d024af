import { type WritingWay, writingWays } from '../nurture/carriers'
import { LETTER_FIELDS, type LetterField } from '../nurture/letters/letterTemplate'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'
import { textCell } from '../reporting/cells'
import { type Cell, MAX_CELL_CHARS } from '../reporting/workbook'
import type { ExportHead } from './exportFile'

/** How a mail merge stands in the log of exports. */
export const MAIL_MERGE_AS = { subject: 'letters', format: 'mailMerge' } as const

/** A letter that is ready but for being sent. */
export interface ReadyLetter {
  readonly customer: Customer
  /** Absent where it goes to the company itself. */
  readonly person: Person | undefined
  /** BCP 47. */
  readonly language: string
  readonly subject: string
  readonly text: string
  /** What its fields were filled with. */
  readonly values: Readonly<Partial<Record<LetterField, string | undefined>>>
  /** Fields that still stand in the text as they are written. */
  readonly open: readonly LetterField[]
}

/** Why a letter is not in the sheet. `unfinished`: without words, with an open field, or longer than a cell. */
export const MERGE_LEFT_OUT = ['noConsent', 'withdrawn', 'noAddress', 'repeated', 'unfinished'] as const
export type MergeLeftOut = (typeof MERGE_LEFT_OUT)[number]

/** Where a letter may go by post of the web, or why it may not. */
export type MergeAddress = { readonly address: string } | { readonly leftOut: MergeLeftOut }

/**
 * The names of the columns. They are not translated: the letter in the word processor refers to them, and it must fit
 * next month's sheet whatever language the window speaks then.
 */
const PERSON_COLUMNS = ['Address', 'Salutation', 'FullName', 'FirstName', 'LastName', 'Company', 'Country']
const LETTER_COLUMNS = ['Language', 'Subject', 'Text']
/** Names are columns of their own already; the name to greet is none of them. */
const FIELD_COLUMNS = LETTER_FIELDS.filter((field) => field !== 'firstName')
export const MAIL_MERGE_COLUMNS: readonly string[] = [
  ...PERSON_COLUMNS,
  ...LETTER_COLUMNS,
  ...FIELD_COLUMNS.map((field) => `${field.slice(0, 1).toUpperCase()}${field.slice(1)}`),
]

/**
 * The e-mail address to which a letter may go in bulk: one for which a yes is on record. Who has said nothing may be
 * answered one by one; a mailing needs a word.
 */
export function mergeAddress(
  { customer, person }: Pick<ReadyLetter, 'customer' | 'person'>,
  consents: readonly Consent[],
  purpose: Consent['purpose'],
): MergeAddress {
  const handles = [...(person?.handles ?? []), ...customer.handles]
  const who = { customerId: customer.id, personId: person?.id, handles }
  const ways = writingWays(who, consents, purpose).filter(isMail)
  const open = ways.find((way) => way.consent.allowed === true)
  if (open !== undefined) return { address: open.handle.value }
  if (ways.length === 0) return { leftOut: 'noAddress' }
  return { leftOut: ways.every((way) => way.consent.allowed === false) ? 'withdrawn' : 'noConsent' }
}

function isMail({ handle, means }: WritingWay): boolean {
  // An address that is none can't be merged into one; it has no way but the clipboard.
  return handle.kind === 'email' && means === 'eml'
}

/** Whether a letter's words may go out as they are, and fit into a cell. */
export function isFinished({ text, open }: Pick<ReadyLetter, 'text' | 'open'>): boolean {
  return text.trim() !== '' && open.length === 0 && text.length <= MAX_CELL_CHARS
}

/** The letter's row, text in every cell; a cell without a value is empty and not missing. */
export function mailMergeRow(letter: ReadyLetter, address: string): Cell[] {
  const { customer, person, language, subject, text, values } = letter
  const cells = [
    address,
    person?.salutation,
    person?.fullName,
    values.firstName ?? person?.firstName,
    person?.lastName,
    customer.name,
    customer.country,
    language,
    subject,
    text,
    ...FIELD_COLUMNS.map((field) => values[field]),
  ]
  return cells.map(textCell)
}

/** The one sheet. Every cell is text, so that no program makes a number or a date of what is in it. */
export function mailMergeHead(): ExportHead {
  const columns = MAIL_MERGE_COLUMNS.map((caption) => ({
    caption,
    width: caption === 'Text' ? 60 : 22,
    holds: caption === 'Text' ? ('longText' as const) : ('id' as const),
  }))
  return { kind: 'xlsx', direction: 'ltr', sheets: [{ name: 'Letters', columns }] }
}

/** Keeps one letter of a kind for each address: two people with one mailbox would get it twice. */
export class MergedAddresses {
  private readonly seen = new Set<string>()

  /** True the first time that a letter of this kind goes to the address. */
  isFirst(kind: string, address: string): boolean {
    const key = JSON.stringify([kind, address.toLowerCase()])
    if (this.seen.has(key)) return false
    this.seen.add(key)
    return true
  }
}
