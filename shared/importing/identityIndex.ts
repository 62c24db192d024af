import { pairKey } from '../duplicates/duplicatePair'
import { companyKey } from '../matching/companyKey'
import { ROW_SCHEME } from '../matching/externalId'
import { personNameKey } from '../matching/personNameKey'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'
import { ownIdsOf } from './ownIds'
import { idKey, keysOfCustomer, keysOfPerson, type PartyKeys, type RowKeys, sourcesOf } from './planKeys'

/** A customer or a person, of the notebook or planned: the planned ones have no id yet. */
export interface Party {
  /** Index of the customer; a customer's own index for itself. */
  readonly customer: number
  readonly isPerson: boolean
  readonly id?: string | undefined
  /** The company's or the person's name as it is compared. */
  readonly nameKey?: string | undefined
  /** Of customers only; rows of the file add to them. */
  country?: string | undefined
  readonly domains?: string[] | undefined
  /** The page of somebody without a company: it bears a person's name or an address. */
  readonly isPersonal?: boolean | undefined
  /** Of people only: see `PartyKeys`. */
  readonly ownIds?: string[] | undefined
}

type Places = Map<string, number | number[]>

/** Who is who, by every key that identifies. Small enough for some hundred thousand people. */
export class IdentityIndex {
  readonly parties: Party[] = []
  private readonly ids: Places = new Map()
  private readonly weakIds: Places = new Map()
  private readonly emails: Places = new Map()
  private readonly roleEmails: Places = new Map()
  private readonly phones: Places = new Map()
  private readonly accounts: Places = new Map()
  private readonly domains: Places = new Map()
  private readonly companies: Places = new Map()
  /** `customer index + name` -> person. */
  private readonly names: Places = new Map()
  /** Name -> person of the notebook, whatever the company. */
  private readonly knownNames: Places = new Map()
  /** `source + company + name` -> person: one source means one person by a name at a company. */
  private readonly sourced: Places = new Map()

  /** `distinctions` are pairs of customers of which somebody said that they are not the same, as `pairKey` names them. */
  constructor(private readonly distinctions: ReadonlySet<string> = new Set()) {}

  /** Whether somebody said of two customers, given by index, that they are not the same. */
  areDistinct(one: number, other: number): boolean {
    const [a, b] = [this.parties[one]?.id, this.parties[other]?.id]
    return a !== undefined && b !== undefined && this.distinctions.has(pairKey(a, b))
  }

  /** Adds a customer of the notebook with its living people. */
  addKnown(customer: Customer, people: readonly Person[]): void {
    const addresses = new Set(
      [...customer.handles, ...people.flatMap(({ handles }) => handles)].map(({ entered }) => entered),
    )
    const isPersonal =
      addresses.has(customer.name) || people.some(({ fullName }) => fullName === customer.name)
    const keys = keysOfCustomer(customer)
    const peopleKeys = people.map(keysOfPerson)
    const domains = new Set([...keys.domains, ...peopleKeys.flatMap((each) => each.domains)])
    const company = this.addParty(
      {
        customer: this.parties.length,
        isPerson: false,
        id: customer.id,
        nameKey: companyKey(customer.name),
        country: customer.country,
        domains: [...domains],
        isPersonal,
      },
      keys,
    )
    this.noteOwnIds(customer.id, company)
    for (const domain of domains) note(this.domains, domain, company)
    this.noteCompany(company, companyKey(customer.name))
    for (const name of furtherNames(customer)) this.noteCompany(company, companyKey(name))
    for (const [at, person] of people.entries()) {
      const own = peopleKeys[at] ?? keys
      const party = {
        customer: company,
        isPerson: true,
        id: person.id,
        nameKey: personNameKey(person.fullName),
        ownIds: [...own.ownIds],
      }
      const index = this.addParty(party, own)
      this.noteOwnIds(person.id, index)
      if (party.nameKey !== undefined) note(this.knownNames, party.nameKey, index)
      for (const name of furtherNames(person)) this.noteName(company, personNameKey(name), index)
      for (const source of sourcesOf(person.externalIds))
        this.noteSourced(source, company, party.nameKey, index)
    }
  }

  /** Adds a customer that a row would create; returns its index. */
  addCompany(row: RowKeys, isPersonal: boolean): number {
    const company = this.parties.length
    const { country, domains, companyKey: nameKey } = row
    this.parties.push({
      customer: company,
      isPerson: false,
      nameKey,
      country,
      domains: [...domains],
      isPersonal,
    })
    for (const domain of domains) note(this.domains, domain, company)
    this.noteCompany(company, nameKey)
    return company
  }

  /** Adds a person that a row would create; returns its index. */
  addPerson(customer: number, row: RowKeys, source: string): number {
    const person = this.parties.length
    this.parties.push({ customer, isPerson: true, nameKey: row.nameKey, ownIds: [] })
    this.noteName(customer, row.nameKey, person)
    this.noteSourced(source, customer, row.nameKey, person)
    return person
  }

  /** Notes what a row teaches about a party: the addresses and ids that it will have. */
  learn(party: number, row: RowKeys): void {
    this.noteContacts(party, row)
    note(this.ids, idKey(ROW_SCHEME, row.rowId), party)
    const { customer: company, ownIds } = this.parties[party] ?? { customer: party, ownIds: undefined }
    ownIds?.push(...row.ownIds.filter((id) => !ownIds.includes(id)))
    for (const email of row.roleEmails) note(this.roleEmails, email, company)
    const page = this.parties[company]
    if (page !== undefined) page.country ??= row.country
    for (const domain of row.domains) {
      note(this.domains, domain, company)
      if (page?.domains?.includes(domain) === false) page.domains.push(domain)
    }
  }

  /**
   * Forgets by what anybody is known, once nobody is looked for any more: of each party its page and its id stay. The keys
   * are by far the most that a plan holds of a row.
   */
  forgetKeys(): void {
    const { ids, weakIds, emails, roleEmails, phones, accounts, domains, companies } = this
    const named = [this.names, this.knownNames, this.sourced]
    const all = [ids, weakIds, emails, roleEmails, phones, accounts, domains, companies, ...named]
    for (const places of all) places.clear()
    for (const [at, { customer, isPerson, id }] of this.parties.entries())
      this.parties[at] = { customer, isPerson, id }
  }

  byId(key: string): readonly number[] {
    return placesOf(this.ids, key)
  }
  byWeakId(key: string): readonly number[] {
    return placesOf(this.weakIds, key)
  }
  byEmail(key: string): readonly number[] {
    return placesOf(this.emails, key)
  }
  byRoleEmail(key: string): readonly number[] {
    return placesOf(this.roleEmails, key)
  }
  byPhone(key: string): readonly number[] {
    return placesOf(this.phones, key)
  }
  byAccount(key: string): readonly number[] {
    return placesOf(this.accounts, key)
  }
  byDomain(key: string): readonly number[] {
    return placesOf(this.domains, key)
  }
  byCompany(key: string): readonly number[] {
    return placesOf(this.companies, key)
  }
  byName(customer: number, nameKey: string): readonly number[] {
    return placesOf(this.names, `${customer}\n${nameKey}`)
  }
  byKnownName(nameKey: string): readonly number[] {
    return placesOf(this.knownNames, nameKey)
  }
  bySource(source: string, customer: number, nameKey: string): readonly number[] {
    return placesOf(this.sourced, `${source}\n${customer}\n${nameKey}`)
  }

  private addParty(party: Party, keys: PartyKeys): number {
    const index = this.parties.length
    this.parties.push(party)
    if (party.isPerson) this.noteName(party.customer, party.nameKey, index)
    this.noteContacts(index, keys)
    for (const email of keys.roleEmails) note(this.roleEmails, email, party.customer)
    return index
  }

  private noteContacts(party: number, keys: PartyKeys): void {
    for (const key of keys.ids) note(this.ids, key, party)
    for (const key of keys.weakIds) note(this.weakIds, key, party)
    for (const key of keys.emails) note(this.emails, key, party)
    for (const key of keys.phones) note(this.phones, key, party)
    for (const key of keys.accounts) note(this.accounts, key, party)
  }

  /** What we have exported finds back to where it came from. */
  private noteOwnIds(recordId: string, party: number): void {
    for (const { scheme, value } of ownIdsOf(recordId)) note(this.ids, idKey(scheme, value), party)
  }

  private noteCompany(company: number, key: string | undefined): void {
    if (key !== undefined) note(this.companies, key, company)
  }

  private noteName(customer: number, key: string | undefined, person: number): void {
    if (key !== undefined) note(this.names, `${customer}\n${key}`, person)
  }

  private noteSourced(source: string, customer: number, key: string | undefined, person: number): void {
    if (key !== undefined) note(this.sourced, `${source}\n${customer}\n${key}`, person)
  }
}

/** How else somebody is written: in Latin letters, or on a page that was merged into this one. */
function furtherNames({ latinName, otherNames }: Pick<Customer, 'latinName' | 'otherNames'>): string[] {
  return [...(latinName === undefined ? [] : [latinName]), ...(otherNames ?? [])]
}

/** More holders of one key than this make it worthless; the list must not grow with the file. */
const MAX_HOLDERS = 20

function note(places: Places, key: string, party: number): void {
  const known = places.get(key)
  if (known === undefined) places.set(key, party)
  else if (typeof known === 'number') {
    if (known !== party) places.set(key, [known, party])
  } else if (known.length < MAX_HOLDERS && !known.includes(party)) known.push(party)
}

function placesOf(places: Places, key: string): readonly number[] {
  const found = places.get(key)
  return found === undefined ? [] : typeof found === 'number' ? [found] : found
}
