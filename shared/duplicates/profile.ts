import { companyWords } from '../matching/companyKey'
import { type ContactKey, contactKeysOf } from '../matching/contactKeys'
import { domainKey } from '../matching/emailKey'
import { isOwnScheme } from '../matching/externalId'
import { personNameKey, personNameWords } from '../matching/personNameKey'
import { type SpellChinese, spelledPersonKeys } from '../matching/syllables'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'

/** A name as it is compared, beside how it stands in the notebook. */
export interface ProfileName {
  readonly value: string
  readonly key: string
}

/** What of an address is compared. */
export type ComparedContact = Pick<ContactKey, 'type' | 'key' | 'value' | 'e164' | 'role'>

/** Everything about a page that may tell whose it is: small enough to hold one for every customer. */
export interface Profile {
  readonly id: string
  readonly createdAt: number
  readonly country: string | undefined
  readonly companies: readonly ProfileName[]
  /** In one row of letters, so that spaces and Chinese characters make no difference. */
  readonly spelledCompanies: readonly ProfileName[]
  /** The page of somebody without a company: it bears the person's name. */
  readonly isPersonal: boolean
  readonly names: readonly ProfileName[]
  readonly spelledNames: readonly ProfileName[]
  readonly contacts: readonly ComparedContact[]
  readonly domains: readonly string[]
  readonly ids: readonly ProfileName[]
}

type ComparedCustomer = Pick<
  Customer,
  'id' | 'createdAt' | 'name' | 'latinName' | 'otherNames' | 'country' | 'website' | 'handles' | 'externalIds'
>
type ComparedPerson = Pick<Person, 'fullName' | 'latinName' | 'otherNames' | 'handles' | 'externalIds'>

/** Reads a customer and its living people. */
export function profileOf(
  customer: ComparedCustomer,
  people: readonly ComparedPerson[],
  spell: SpellChinese,
): Profile {
  const { id, createdAt, country, website } = customer
  const companyNames = distinct([customer.name, customer.latinName, ...(customer.otherNames ?? [])])
    .map((value) => ({ value, words: companyWords(value) }))
    .filter(({ words }) => words.length > 0)
  const personNames = distinct(
    people.flatMap((person) => [person.fullName, person.latinName, ...(person.otherNames ?? [])]),
  )
  const handles = [...customer.handles, ...people.flatMap((person) => person.handles)]
  const contacts = handles.flatMap((handle) => contactKeysOf(handle, country))
  const domain = website === undefined ? undefined : domainKey(website)
  const domains = new Set(contacts.flatMap((contact) => contact.domain ?? []))
  if (domain !== undefined) domains.add(domain)
  const ids = [customer.externalIds, ...people.map((person) => person.externalIds)]
    .flatMap((each) => each ?? [])
    .filter(({ scheme }) => isOwnScheme(scheme))
  return {
    id,
    createdAt,
    country,
    companies: companyNames.map(({ value, words }) => ({ value, key: words.join(' ') })),
    spelledCompanies: companyNames.map(({ value, words }) => ({ value, key: spelledCompany(words, spell) })),
    isPersonal: personNames.includes(customer.name),
    names: personNames.flatMap((value) => named(value, personNameKey(value))),
    spelledNames: personNames.flatMap((value) =>
      spelledPerson(value, spell).flatMap((key) => named(value, key)),
    ),
    contacts: contacts.filter(({ key }) => !key.startsWith('web:')).map(compared),
    domains: [...domains],
    ids: ids.map(({ scheme, value }) => ({ value: `${scheme} ${value}`, key: `${scheme}\n${value}` })),
  }
}

/** Without what only finds somebody while a number is typed; what is written as it is compared is kept once. */
function compared({ type, key, value, e164, role }: ContactKey): ComparedContact {
  return {
    type,
    key,
    value: value === key ? key : value,
    ...(e164 !== undefined && { e164 }),
    ...(role === true && { role }),
  }
}

function spelledCompany(words: readonly string[], spell: SpellChinese): string {
  const letters = words.join('')
  return spell(letters, 'company')?.join('') ?? letters
}

/** A Latin name as it is written, a Chinese one in each way in which it may be. */
function spelledPerson(name: string, spell: SpellChinese): string[] {
  const letters = personNameWords(name).join('')
  const syllables = spell(letters, 'person')
  return syllables === undefined ? [letters] : spelledPersonKeys(syllables)
}

function named(value: string, key: string | undefined): ProfileName[] {
  return key === undefined || key === '' ? [] : [{ value, key }]
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts)].filter((text): text is string => text !== undefined && text !== '')
}
