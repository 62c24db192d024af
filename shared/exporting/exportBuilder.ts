import type { OwnField } from '../ownFields/ownField'
import type { Plan } from '../records/nurture'
import { type ReportWords, reportWords } from '../reporting/words'
import type { Cell, Column } from '../reporting/workbook'
import { type AgendaContext, agendaOf } from './agenda'
import {
  type AudienceFormat,
  audienceHeader,
  audiencePerson,
  audienceRow,
  companyRow,
  hashedColumns,
  isPersonalPage,
} from './audiences'
import { contactCards } from './contactCard'
import { contactColumns, contactRows } from './contactTable'
import type { CustomerFile } from './customerFile'
import type { ExportHead, ExportPart } from './exportFile'
import {
  canBeHashed,
  type ExportChoice,
  type ExportMoment,
  type HistoryTable,
  tablesOf,
} from './exportRequest'
import { addTally, type ExportTally, type LeftOutReason, NOTHING, rowsTally } from './exportTally'
import { historyColumns, historyRows } from './historyTables'
import { type MailingFormat, mailingHeader, mailingRow } from './mailingLists'
import {
  audienceInvitations,
  hasCompanyRefused,
  type Invitation,
  mailingInvitations,
  type Recipient,
  SeenAddresses,
} from './recipients'

/** What every part of a file draws on beside the customers. */
export interface ExportLookups {
  /** Names of touchpoints, products and staff by id. */
  readonly names: ReadonlyMap<string, string>
  readonly plans: readonly Plan[]
  readonly workingDays: readonly number[]
  /** The notebook's own fields. */
  readonly own: readonly OwnField[]
  /** For a calendar file: what is planned for each customer. */
  readonly planned?: AgendaContext['planned']
}

/** Some of a file, and what it counts. */
export interface BuiltPart {
  readonly part: ExportPart
  readonly tally: ExportTally
}

/** What programs call the calendar that they make of the file: the product's name, in every language the same. */
const CALENDAR_NAME = 'Orchard'

/** What stands at the top of the file that a choice makes; `own` are the notebook's own fields. */
export function exportHead(
  choice: ExportChoice,
  moment: ExportMoment,
  own: readonly OwnField[] = [],
): ExportHead {
  const words = reportWords(moment.language)
  const { format } = choice
  switch (format) {
    case 'xlsx':
      return {
        kind: 'xlsx',
        direction: words.direction,
        sheets: tablesOf(choice).map((table) => ({
          name: sheetName(table, words),
          columns: columnsOf(table, words, own),
        })),
      }
    case 'csvExcel':
    case 'csvPlain':
      return {
        kind: 'csv',
        for: format === 'csvExcel' ? 'excel' : 'plain',
        columns: columnsOf(tablesOf(choice)[0] ?? 'main', words, own),
        hashed: [],
      }
    case 'vcard3':
    case 'vcard4':
      return { kind: 'vcard', version: format === 'vcard3' ? '3.0' : '4.0' }
    case 'icsEvents':
    case 'icsTasks':
      return {
        kind: 'calendar',
        name: CALENDAR_NAME,
        asTasks: format === 'icsTasks',
      }
    case 'mailchimp':
    case 'listmonk':
      return listHead(mailingHeader(format))
    case 'brevo':
      return { ...listHead(mailingHeader(format)), delimiter: ';' }
    default:
      return listHead(
        audienceHeader(format),
        choice.hashed && canBeHashed(format) ? hashedColumns(format) : [],
      )
  }
}

/** The name of the file that is offered, without its ending. */
export function exportTitle(choice: ExportChoice, moment: ExportMoment): string {
  const { text } = reportWords(moment.language)
  const what =
    choice.subject === 'history' && choice.format !== 'xlsx'
      ? text(`export.table.${choice.table}`)
      : choice.subject === 'mailing' || choice.subject === 'audience'
        ? text(`export.format.${choice.format}`)
        : text(`export.subject.${choice.subject}`)
  return `Orchard ${what} ${moment.today}`
}

/**
 * Makes the parts of one file from customers, table after table. It remembers addresses that a list holds already, so
 * each customer must come once, all of them to one builder.
 */
export class ExportBuilder {
  private readonly words: ReportWords
  private readonly seen = new SeenAddresses()

  constructor(
    private readonly choice: ExportChoice,
    private readonly moment: ExportMoment,
    private readonly lookups: ExportLookups,
  ) {
    this.words = reportWords(moment.language)
  }

  /** The next customers of a table; `sheet` is its place in the file. */
  part(files: readonly CustomerFile[], table: HistoryTable | 'main', sheet: number): BuiltPart {
    const { subject, format } = this.choice
    if (subject === 'calendar') return this.agenda(files)
    if (format === 'vcard3' || format === 'vcard4') return this.cards(files)
    if (subject === 'mailing' || subject === 'audience') return this.list(files)
    const { words, moment, lookups } = this
    const isPlain = format === 'csvPlain'
    const { zone } = moment
    const rows = files.flatMap((file) =>
      table === 'main'
        ? contactRows(file, { words, zone, isPlain, sourceNames: lookups.names, own: lookups.own })
        : historyRows(table, file, { words, zone, isPlain, names: lookups.names }),
    )
    return { part: { kind: 'rows', sheet, rows }, tally: rowsTally(rows.length) }
  }

  private agenda(files: readonly CustomerFile[]): BuiltPart {
    const { words, moment, lookups } = this
    const items = files.flatMap((file) =>
      agendaOf(file, { words, today: moment.today, zone: moment.zone, ...lookups }),
    )
    return { part: { kind: 'agenda', items }, tally: rowsTally(items.length) }
  }

  private cards(files: readonly CustomerFile[]): BuiltPart {
    const { photos } = this.choice
    const cards = files.flatMap((file) => contactCards(file, { photos, country: this.words.country }))
    const withPhoto = cards.filter(({ photo }) => photo !== undefined).length
    return { part: { kind: 'cards', cards }, tally: { ...rowsTally(cards.length), photos: withPhoto } }
  }

  private list(files: readonly CustomerFile[]): BuiltPart {
    const rows: Cell[][] = []
    let tally = NOTHING
    for (const file of files) {
      for (const entry of this.entriesOf(file)) {
        if ('leftOut' in entry) {
          tally = addTally(tally, leftOut(entry.leftOut))
          continue
        }
        rows.push(entry.row)
        tally = addTally(tally, entry.tally)
      }
    }
    return { part: { kind: 'rows', sheet: 0, rows }, tally }
  }

  private entriesOf(file: CustomerFile): ListEntry[] {
    const { format, hashed, subject, carrierId } = this.choice
    if (format === 'linkedinCompanies') return [companyEntry(file)]
    const list = carrierId === undefined ? undefined : { carrierId, memberships: file.memberships }
    const invitations = subject === 'mailing' ? mailingInvitations(file, list) : audienceInvitations(file)
    return invitations.map((invitation) =>
      this.entryOf(invitation, (recipient) =>
        subject === 'mailing'
          ? mailingRow(format as MailingFormat, recipient)
          : audienceRow(
              format as Exclude<AudienceFormat, 'linkedinCompanies'>,
              audiencePerson(recipient),
              hashed,
            ),
      ),
    )
  }

  private entryOf(invitation: Invitation, row: (recipient: Recipient) => Cell[]): ListEntry {
    if ('leftOut' in invitation) return invitation
    const { recipient } = invitation
    // LinkedIn takes no phone numbers: who can be reached by phone only has nothing to be found by.
    const isByEmail = this.choice.format === 'linkedinContacts'
    if (isByEmail && recipient.emails.length === 0) return { leftOut: 'noAddress' }
    const fresh = this.seen.fresh(isByEmail ? { ...recipient, phones: [] } : recipient)
    if (fresh === undefined) return { leftOut: 'repeated' }
    const withEmail = Number(fresh.emails.length > 0)
    const withPhone = Number(fresh.phones.length > 0)
    return { row: row(fresh), tally: { ...rowsTally(1), withEmail, withPhone } }
  }
}

type ListEntry = { readonly row: Cell[]; readonly tally: ExportTally } | { readonly leftOut: LeftOutReason }

/** A company is in the list by its name and domain; a page that is a person's own is no company. */
function companyEntry({ customer, people, consents }: CustomerFile): ListEntry {
  if (isPersonalPage(customer, people)) return { leftOut: 'personal' }
  if (hasCompanyRefused(consents)) return { leftOut: 'withdrawn' }
  return { row: companyRow(customer, people), tally: rowsTally(1) }
}

function leftOut(reason: LeftOutReason): ExportTally {
  return { ...NOTHING, leftOut: { ...NOTHING.leftOut, [reason]: 1 } }
}

function listHead(header: readonly string[], hashed: readonly number[] = []): ExportHead & { kind: 'csv' } {
  return {
    kind: 'csv',
    for: 'plain',
    columns: header.map((caption) => ({ caption, width: 20, holds: 'id' })),
    hashed: [...hashed],
  }
}

function columnsOf(table: HistoryTable | 'main', words: ReportWords, own: readonly OwnField[]): Column[] {
  return table === 'main' ? contactColumns(words, own) : historyColumns(table, words)
}

/** Spreadsheets forbid some signs in names of sheets, and more than 31 characters. */
function sheetName(table: HistoryTable | 'main', { text }: ReportWords): string {
  const name = table === 'main' ? text('export.subject.contacts') : text(`export.table.${table}`)
  return [...name.replace(/[[\]:*?/\\']/g, ' ')].slice(0, 31).join('')
}
