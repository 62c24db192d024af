import { companyKey, companyWords } from './companyKey'
import { ContactIndex } from './contactIndex'
import { contactKeysOf } from './contactKeys'
import { domainKey } from './emailKey'
import type { Match, MatchCustomer, MatchPerson, MatchQuery } from './match'
import { MatchTally } from './matchTally'
import { type NameEntry, NameIndex } from './nameIndex'
import { personNameKey, personNameWords } from './personNameKey'

/** Everybody in the notebook, ready to answer "met before?" at each keystroke. */
export interface MatchIndex {
  /** Adds a customer with all of its people, or replaces what was known. A deleted one is taken out. */
  put(customer: MatchCustomer, people: readonly MatchPerson[]): void
  /** Forgets a customer and its people; an unknown id is no failure. */
  remove(customerId: string): void
  /** Who may be meant, best first, with reasons. An empty query finds nobody. The order is always the same. */
  find(query: MatchQuery, limit: number): Match[]
  /** How many customers there are. */
  size(): number
}

/** Worth of a reason by itself; several together count as one minus the product of the doubts. */
const SCORE = {
  sameCompany: 0.8,
  sameCompanyElsewhere: 0.6,
  similarCompany: 0.65,
  sameName: 0.55,
  commonName: 0.4,
  partOfName: 0.4,
  similarName: 0.4,
  sameDomain: 0.6,
} as const
/** More people than this with one name: the name alone says less. */
const COMMON_NAME = 3

/** An empty index. */
export function createMatchIndex(): MatchIndex {
  return new CustomerMatchIndex()
}

interface Known {
  readonly companies: readonly NameEntry[]
  readonly people: readonly NameEntry[]
  readonly country?: string
}

class CustomerMatchIndex implements MatchIndex {
  private readonly known = new Map<string, Known>()
  private readonly companies = new NameIndex()
  private readonly people = new NameIndex()
  private readonly contacts = new ContactIndex()

  put(customer: MatchCustomer, people: readonly MatchPerson[]): void {
    this.remove(customer.id)
    if (customer.deletedAt !== undefined) return
    const alive = people.filter((person) => person.deletedAt === undefined)
    const known: Known = {
      companies: companyEntries(customer),
      people: alive.flatMap((person) => personEntries(customer.id, person)),
      ...(customer.country !== undefined && { country: customer.country }),
    }
    for (const entry of known.companies) this.companies.add(entry)
    for (const entry of known.people) this.people.add(entry)
    this.known.set(customer.id, known)
    const { country } = customer
    const own = customer.handles.flatMap((handle) => contactKeysOf(handle, country))
    const domain = customer.website === undefined ? undefined : domainKey(customer.website)
    this.contacts.put(customer.id, [
      ...own.map((key) => ({ key })),
      ...alive.flatMap((person) =>
        person.handles.flatMap((handle) =>
          contactKeysOf(handle, country).map((key) => ({ key, personId: person.id })),
        ),
      ),
      ...(domain === undefined
        ? []
        : [{ key: { type: 'handle' as const, key: `web:${domain}`, value: domain, domain } }]),
    ])
  }

  remove(customerId: string): void {
    const known = this.known.get(customerId)
    if (!known) return
    for (const entry of known.companies) this.companies.remove(entry)
    for (const entry of known.people) this.people.remove(entry)
    this.contacts.remove(customerId)
    this.known.delete(customerId)
  }

  size(): number {
    return this.known.size
  }

  find(query: MatchQuery, limit: number): Match[] {
    const tally = new MatchTally()
    this.contacts.find(query, tally)
    const domain = query.domain === undefined ? undefined : domainKey(query.domain)
    if (domain !== undefined) this.contacts.findDomain(domain, SCORE.sameDomain, tally)
    if (query.company !== undefined) this.findCompany(query.company, query.country, tally)
    if (query.person !== undefined) this.findPerson(query.person, tally)
    return tally.matches(limit)
  }

  private findCompany(typed: string, country: string | undefined, tally: MatchTally): void {
    const key = companyKey(typed)
    if (key === undefined) return
    for (const { entry, fit, kind } of this.companies.find(companyWords(typed), key)) {
      const home = this.known.get(entry.customerId)?.country
      const elsewhere = country !== undefined && home !== undefined && country !== home
      const params = { name: entry.name }
      if (kind === 'same') {
        const score = elsewhere ? SCORE.sameCompanyElsewhere : SCORE.sameCompany
        tally.add(entry.customerId, undefined, score, { code: 'sameCompany', params })
      } else {
        const score = SCORE.similarCompany * fit * (elsewhere ? 0.8 : 1)
        tally.add(entry.customerId, undefined, score, { code: 'similarCompany', params })
      }
    }
  }

  private findPerson(typed: string, tally: MatchTally): void {
    const key = personNameKey(typed)
    if (key === undefined) return
    const common = this.people.namesakes(key) > COMMON_NAME
    for (const { entry, fit, kind } of this.people.find(personNameWords(typed), key)) {
      const code = kind === 'same' ? 'sameName' : kind === 'part' ? 'partOfName' : 'similarName'
      const score = kind === 'same' && common ? SCORE.commonName : SCORE[code] * fit
      tally.add(entry.customerId, entry.personId, score, { code, params: { name: entry.name } })
    }
  }
}

function companyEntries(customer: MatchCustomer): NameEntry[] {
  return distinct([customer.name, customer.latinName]).flatMap((name) => {
    const key = companyKey(name)
    if (key === undefined) return []
    return [{ customerId: customer.id, name, words: distinct(companyWords(name)), key }]
  })
}

function personEntries(customerId: string, person: MatchPerson): NameEntry[] {
  return distinct([person.fullName, person.latinName]).flatMap((name) => {
    const key = personNameKey(name)
    if (key === undefined) return []
    return [{ customerId, personId: person.id, name, words: distinct(personNameWords(name)), key }]
  })
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts)].filter((text): text is string => text !== undefined && text !== '')
}
