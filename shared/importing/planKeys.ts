import { companyKey } from '../matching/companyKey'
import { domainKey, parseEmail } from '../matching/emailKey'
import { isOwnScheme, ROW_SCHEME } from '../matching/externalId'
import { fold } from '../matching/fold'
import { personNameKey } from '../matching/personNameKey'
import type { Customer } from '../records/customer'
import type { Handle } from '../records/handle'
import type { Person } from '../records/person'
import { CHAT_SCHEME } from './chatText'
import type { FormatId } from './formats'
import type { ImportHandle, ImportRecord } from './importRecord'

/** Kinds whose value is a phone number when it is in E.164. */
const PHONE_KINDS: ReadonlySet<string> = new Set(['phone', 'whatsapp', 'zalo', 'telegram'])
/** Accounts that one person has; a page on the web or an unnamed account proves nothing. */
const ACCOUNT_KINDS: ReadonlySet<string> = new Set([
  'wechat',
  'line',
  'zalo',
  'linkedin',
  'skype',
  'qq',
  'telegram',
])

/** Everything about somebody that may tell who they are, as it is compared. */
export interface PartyKeys {
  /** Ids of other systems that are theirs alone. */
  readonly ids: readonly string[]
  /** Ids that a second file may give to somebody else: running numbers, badges of another fair. */
  readonly weakIds: readonly string[]
  readonly emails: readonly string[]
  /** info@ and the like: they lead to the company. */
  readonly roleEmails: readonly string[]
  readonly phones: readonly string[]
  readonly accounts: readonly string[]
  /** Domains of work addresses and of the website. */
  readonly domains: readonly string[]
  /** Of the ids those that one person has only one of: two that differ are two people. */
  readonly ownIds: readonly string[]
}

/** What a row says about who it is. */
export interface RowKeys extends PartyKeys {
  readonly rowId: string
  readonly nameKey?: string | undefined
  readonly companyKey?: string | undefined
  readonly country?: string | undefined
  /** Whether the row names a person, and whether a company. */
  readonly hasName: boolean
  readonly hasCompany: boolean
  /** Whether it gives somebody to talk to: a name, or an address that is not a department's. */
  readonly wantsPerson: boolean
  /** It only says what people we know did: took notice, paid, won a deal. A stranger in it is asked about. */
  readonly isNotice: boolean
  /** It is a message of a chat: nothing but a name tells who it is. */
  readonly isChat: boolean
}

/** The id of a row: its source and what it says, wherever it stands in a file. */
export function rowIdOf(format: FormatId, hash: string): string {
  return `${format}:${hash}`
}

/** The keys of one row. */
export function keysOfRow(record: ImportRecord, rowId: string): RowKeys {
  const { domain } = record.company ?? {}
  const own = domain === undefined ? undefined : domainKey(domain)
  const contacts = keysOfHandles(record.handles.filter(isTrusted))
  return {
    ...contacts,
    ...keysOfIds(record.externalIds),
    rowId,
    domains: own === undefined ? contacts.domains : [...new Set([own, ...contacts.domains])],
    nameKey: record.person && personNameKey(record.person.fullName),
    companyKey: record.company && companyKey(record.company.name),
    country: record.company?.country ?? record.country,
    hasName: record.person !== undefined,
    hasCompany: record.company !== undefined,
    isNotice: record.engagements !== undefined || record.payment !== undefined || isNamedByIdAlone(record),
    isChat: record.externalIds?.some(({ scheme }) => scheme === CHAT_SCHEME) === true,
    wantsPerson:
      record.person !== undefined ||
      (record.company === undefined && hasPersonalAddress(record, contacts.emails)),
  }
}

/** A deal that only gives the number of somebody in another system: whom we don't know by it is a stranger. */
function isNamedByIdAlone({ person, company, handles }: ImportRecord): boolean {
  return person === undefined && company === undefined && handles.length === 0
}

function hasPersonalAddress(record: ImportRecord, emails: readonly string[]): boolean {
  return emails.length > 0 || record.handles.some(({ kind }) => kind !== 'email')
}

/** The keys of a person of the notebook. */
export function keysOfPerson(person: Pick<Person, 'handles' | 'externalIds'>): PartyKeys {
  return { ...keysOfHandles(person.handles), ...keysOfIds(person.externalIds) }
}

/** The keys of a customer of the notebook, its people left out. */
export function keysOfCustomer(customer: Pick<Customer, 'handles' | 'externalIds' | 'website'>): PartyKeys {
  const contacts = keysOfHandles(customer.handles)
  const own = customer.website === undefined ? undefined : domainKey(customer.website)
  return {
    ...contacts,
    ...keysOfIds(customer.externalIds),
    domains: own === undefined ? contacts.domains : [...new Set([own, ...contacts.domains])],
  }
}

/** The sources of the rows that a record remembers; only such as have one meaning in every file. */
export function sourcesOf(ids: readonly { scheme: string; value: string }[] | undefined): string[] {
  const formats = (ids ?? [])
    .filter(({ scheme }) => scheme === ROW_SCHEME)
    .map(({ value }) => value.slice(0, value.indexOf(':')))
  return [...new Set(formats)].filter((format) => !isGeneric(format))
}

/** Whether two of its files need not come from one place: then a name in one says nothing about the other. */
function isGeneric(format: string): boolean {
  return format === 'table' || format === 'vcard'
}

/** The key of an id of another system. */
export function idKey(scheme: string, value: string): string {
  return `${scheme}\n${value}`
}

function isWeak(scheme: string): boolean {
  return scheme === 'badge' || scheme.startsWith('column:')
}

function keysOfIds(ids: readonly { scheme: string; value: string }[] | undefined) {
  const all = ids ?? []
  return {
    ids: all.filter(({ scheme }) => !isWeak(scheme)).map(({ scheme, value }) => idKey(scheme, value)),
    weakIds: all.filter(({ scheme }) => isWeak(scheme)).map(({ scheme, value }) => idKey(scheme, value)),
    ownIds: all.filter(({ scheme }) => isOwnScheme(scheme)).map(({ scheme, value }) => idKey(scheme, value)),
  }
}

type AnyHandle = Pick<Handle, 'kind' | 'value'>

function keysOfHandles(handles: readonly AnyHandle[]): Omit<PartyKeys, 'ids' | 'weakIds' | 'ownIds'> {
  const emails: string[] = []
  const roleEmails: string[] = []
  const phones: string[] = []
  const accounts: string[] = []
  const domains: string[] = []
  for (const { kind, value } of handles) {
    if (kind === 'email') {
      const parts = parseEmail(value)
      if (parts === undefined) continue
      ;(parts.role ? roleEmails : emails).push(parts.key)
      const domain = parts.freeMail ? undefined : domainKey(parts.domain)
      if (domain !== undefined) domains.push(domain)
    } else if (PHONE_KINDS.has(kind) && /^\+[0-9]{7,15}$/.test(value)) phones.push(value)
    else if (ACCOUNT_KINDS.has(kind)) accounts.push(`${kind}:${fold(value).replace(/^@|\s+/g, '')}`)
  }
  return { emails, roleEmails, phones: [...new Set(phones)], accounts, domains: [...new Set(domains)] }
}

/** A fax serves a whole floor, and digits that a spreadsheet rounded belong to nobody. */
function isTrusted({ flags }: ImportHandle): boolean {
  return flags === undefined || !flags.some((flag) => flag === 'fax' || flag === 'digitsDoubtful')
}
