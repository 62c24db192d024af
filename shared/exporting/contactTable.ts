import { OWN_ID_HEADER } from '../importing/ownIds'
import { OWN_COLUMNS, type OwnColumn } from '../importing/presets/ownContacts'
import { parseCountry } from '../importing/values/country'
import { mayWrite } from '../nurture/consent'
import type { OwnField } from '../ownFields/ownField'
import type { Consent } from '../records/consent'
import type { Handle, HandleKind } from '../records/handle'
import { momentCell, textCell } from '../reporting/cells'
import type { ReportWords } from '../reporting/words'
import type { Cell, Column } from '../reporting/workbook'
import type { ZoneName } from '../time/values'
import { type CustomerFile, type Party, partiesOf } from './customerFile'
import { ownCells, ownColumns } from './ownCells'

const COLUMN_KEYS = Object.keys(OWN_COLUMNS) as OwnColumn[]

/** How wide each column is, about so many digits; 16 where nothing is said. */
const WIDTHS: Readonly<Partial<Record<OwnColumn, number>>> = {
  'exportColumn.company': 30,
  'exportColumn.name': 24,
  'exportColumn.title': 22,
  'exportColumn.email': 32,
  'exportColumn.phone': 22,
  'exportColumn.linkedin': 30,
  'exportColumn.messaging': 26,
  'exportColumn.otherAddress': 26,
  'exportColumn.address': 36,
  'exportColumn.website': 28,
  'exportColumn.language': 11,
  'exportColumn.grade': 8,
  'exportColumn.tags': 24,
  'exportColumn.source': 26,
  'exportColumn.salutation': 11,
}
const USUAL_WIDTH = 16
/** Never numbers, whatever they look like. */
const TEXT_ONLY: ReadonlySet<OwnColumn> = new Set([
  'exportColumn.email',
  'exportColumn.phone',
  'exportColumn.whatsapp',
  'exportColumn.wechat',
  'exportColumn.linkedin',
  'exportColumn.messaging',
  'exportColumn.otherAddress',
])
/** Services of which one account has a column of its own. */
const OWN_COLUMN_KINDS: ReadonlySet<HandleKind> = new Set(['email', 'phone', 'whatsapp', 'web', 'other'])
const LINKEDIN_SLUG = /^[^\s/:?#]+$/

/** What the words in a table depend on. */
export interface ContactTableContext {
  readonly words: ReportWords
  readonly zone: ZoneName
  /** For a program: codes instead of names. */
  readonly isPlain: boolean
  /** Names of fairs and other touchpoints by id. */
  readonly sourceNames: ReadonlyMap<string, string>
  /** The notebook's own fields. */
  readonly own?: readonly OwnField[]
}

/** The columns of the table of customers and people. The first names the record, so that a row finds back to it. */
export function contactColumns({ text }: ReportWords, own: readonly OwnField[] = []): Column[] {
  return [
    { caption: OWN_ID_HEADER, width: 38, holds: 'id' },
    ...COLUMN_KEYS.map(
      (key): Column => ({
        caption: text(key),
        width: WIDTHS[key] ?? USUAL_WIDTH,
        holds: TEXT_ONLY.has(key) ? 'id' : 'plain',
      }),
    ),
    ...ownColumns(own),
  ]
}

/** One row for each party of a customer; what belongs to the company stands in each. */
export function contactRows(file: CustomerFile, context: ContactTableContext): Cell[][] {
  return partiesOf(file).map((party) => contactRow(party, file.consents, context))
}

function contactRow(party: Party, consents: readonly Consent[], context: ContactTableContext): Cell[] {
  const { customer, person } = party
  const { words, zone, isPlain, sourceNames, own = [] } = context
  const { handles } = person ?? customer
  const { country, grade, sourceTouchpointId } = customer
  const language = person?.language ?? customer.language
  const columns: Readonly<Record<OwnColumn, Cell>> = {
    'exportColumn.company': textCell(customer.name),
    'exportColumn.name': textCell(person?.fullName),
    'exportColumn.firstName': textCell(person?.firstName),
    'exportColumn.lastName': textCell(person?.lastName),
    'exportColumn.latinName': textCell((person ?? customer).latinName),
    'exportColumn.salutation': textCell(person?.salutation),
    'exportColumn.title': textCell(person?.title),
    'exportColumn.email': all(handles, 'email'),
    'exportColumn.phone': all(handles, 'phone'),
    'exportColumn.whatsapp': all(handles, 'whatsapp'),
    'exportColumn.wechat': textCell(first(handles, 'wechat')?.value),
    'exportColumn.linkedin': textCell(linkedinUrl(first(handles, 'linkedin')?.value)),
    'exportColumn.messaging': textCell(messaging(handles, words)),
    'exportColumn.otherAddress': textCell(
      handles
        .filter(({ kind }) => kind === 'web' || kind === 'other')
        .map(({ value }) => value)
        .join('; '),
    ),
    'exportColumn.country': textCell(
      country === undefined || isPlain ? country : countryName(country, words),
    ),
    'exportColumn.city': textCell(customer.city),
    'exportColumn.address': textCell(customer.address),
    'exportColumn.website': textCell(customer.website),
    'exportColumn.language': textCell(language),
    'exportColumn.stage': isPlain ? customer.stage : words.text(`stage.${customer.stage}`),
    'exportColumn.grade': textCell(grade),
    'exportColumn.tags': textCell(tagList(customer.tags)),
    'exportColumn.source': textCell(sourceNames.get(sourceTouchpointId ?? '')),
    'exportColumn.unsubscribed': hasUnsubscribed(party, consents)
      ? isPlain
        ? 'yes'
        : words.text('exportColumn.yes')
      : null,
    'exportColumn.created': momentCell((person ?? customer).createdAt, zone),
    'exportColumn.changed': momentCell(
      Math.max(customer.updatedAt, person?.updatedAt ?? customer.updatedAt),
      zone,
    ),
  }
  return [
    (person ?? customer).id,
    ...COLUMN_KEYS.map((key) => columns[key]),
    ...ownCells(party, own, words, isPlain),
  ]
}

function first(handles: readonly Handle[], kind: HandleKind): Handle | undefined {
  return handles.find((handle) => handle.kind === kind)
}

function all(handles: readonly Handle[], kind: HandleKind): Cell {
  return textCell(
    handles
      .filter((handle) => handle.kind === kind)
      .map(({ value }) => value)
      .join('; '),
  )
}

/** Accounts without a column: `LINE: ana; WeChat: ana2`, the second of a service too. */
function messaging(handles: readonly Handle[], words: ReportWords): string {
  const inColumns = new Set([first(handles, 'wechat'), first(handles, 'linkedin')])
  return handles
    .filter((handle) => !OWN_COLUMN_KINDS.has(handle.kind) && !inColumns.has(handle))
    .map(({ kind, value }) => `${words.text(`handle.${kind}`)}: ${value}`)
    .join('; ')
}

function linkedinUrl(value: string | undefined): string | undefined {
  if (value === undefined || !LINKEDIN_SLUG.test(value)) return value
  return `https://www.linkedin.com/in/${value}`
}

/** A comma within a tag is no end of it: a semicolon says so even where there is one tag only. */
function tagList(tags: readonly string[]): string {
  const only = tags.length === 1 ? tags[0] : undefined
  return only !== undefined && /[,，、]/.test(only) ? `${only};` : tags.join('; ')
}

/** A name that a reader could take for another country's (Guinea) is written as the code. */
function countryName(code: string, words: ReportWords): string {
  const name = words.country(code)
  return parseCountry(name).code === code ? name : code
}

/** A no to letters at any of the addresses travels along: a table must not make anybody forget it. */
function hasUnsubscribed({ customer, person }: Party, consents: readonly Consent[]): boolean {
  const emails = (person ?? customer).handles.filter(({ kind }) => kind === 'email')
  const asked: (string | undefined)[] = emails.length === 0 ? [undefined] : emails.map(({ value }) => value)
  return asked.some(
    (address) =>
      mayWrite(
        { customerId: customer.id, personId: person?.id, carrier: 'email', address, purpose: 'newsletter' },
        consents,
      ).allowed === false,
  )
}
