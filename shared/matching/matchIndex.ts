import { companyKey, companyWords } from './companyKey'
import { ContactIndex } from './contactIndex'
import { contactKeysOf } from './contactKeys'
import { domainKey } from './emailKey'
import type { Match, MatchCustomer, MatchPerson, MatchQuery } from './match'
import { MatchTally } from './matchTally'
import { type NameEntry, type NameHit, NameIndex } from './nameIndex'
import { personNameKey, personNameWords } from './personNameKey'
import type { SpellChinese } from './syllables'

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
/** Names that sound alike are less than names that are written alike. */
const SPELLED = 0.85
/** More people than this with one name: the name alone says less. */
const COMMON_NAME = 3

/** An empty index. With `spell`, Chinese names are found by their Latin spelling and the other way round. */
export function createMatchIndex(spell: SpellChinese = () => undefined): MatchIndex {
  return new CustomerMatchIndex(spell)
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

  constructor(private readonly spell: SpellChinese) {}

  put(customer: MatchCustomer, people: readonly MatchPerson[]): void {
    this.remove(customer.id)
    if (customer.deletedAt !== undefined) return
    const alive = people.filter((person) => person.deletedAt === undefined)
    const known: Known = {
      companies: companyEntries(customer, this.spell),
      people: alive.flatMap((person) => personEntries(customer.id, person, this.spell)),
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
    // Whose name is written alike sounds alike as well: that is no second reason.
    const written = new Set<string>()
    for (const { text, isSpelled } of companySpellings(typed, this.spell)) {
      const key = companyKey(text)
      if (key === undefined) continue
      for (const { entry, fit, kind } of plainFirst(this.companies.find(companyWords(text), key))) {
        const home = this.known.get(entry.customerId)?.country
        const elsewhere = country !== undefined && home !== undefined && country !== home
        const sounds = isSpelled || entry.isSpelled === true
        if (sounds && written.has(entry.customerId)) continue
        if (!sounds) written.add(entry.customerId)
        const code = sounds ? 'spelledCompany' : kind === 'same' ? 'sameCompany' : 'similarCompany'
        const score =
          kind === 'same'
            ? elsewhere
              ? SCORE.sameCompanyElsewhere
              : SCORE.sameCompany
            : SCORE.similarCompany * fit * (elsewhere ? 0.8 : 1)
        const worth = sounds ? score * SPELLED : score
        tally.add(entry.customerId, undefined, worth, { code, params: { name: entry.name } })
      }
    }
  }

  private findPerson(typed: string, tally: MatchTally): void {
    const written = new Set<string | undefined>()
    for (const { text, isSpelled } of personSpellings(typed, this.spell)) {
      const key = personNameKey(text)
      if (key === undefined) continue
      const common = this.people.namesakes(key) > COMMON_NAME
      for (const { entry, fit, kind } of plainFirst(this.people.find(personNameWords(text), key))) {
        const code = kind === 'same' ? 'sameName' : kind === 'part' ? 'partOfName' : 'similarName'
        const score = kind === 'same' && common ? SCORE.commonName : SCORE[code] * fit
        const sounds = isSpelled || entry.isSpelled === true
        if (sounds && written.has(entry.personId)) continue
        if (!sounds) written.add(entry.personId)
        tally.add(entry.customerId, entry.personId, sounds ? score * SPELLED : score, {
          code: sounds ? 'spelledName' : code,
          params: { name: entry.name },
        })
      }
    }
  }
}

function companyEntries(customer: MatchCustomer, spell: SpellChinese): NameEntry[] {
  const names = distinct([customer.name, customer.latinName, ...(customer.otherNames ?? [])])
  return names.flatMap((name) =>
    companySpellings(name, spell).flatMap(({ text, isSpelled }) => {
      const key = companyKey(text)
      if (key === undefined) return []
      const words = distinct(companyWords(text))
      return [{ customerId: customer.id, name, words, key, ...(isSpelled && { isSpelled }) }]
    }),
  )
}

function personEntries(customerId: string, person: MatchPerson, spell: SpellChinese): NameEntry[] {
  const names = distinct([person.fullName, person.latinName, ...(person.otherNames ?? [])])
  return names.flatMap((name) =>
    personSpellings(name, spell).flatMap(({ text, isSpelled }) => {
      const key = personNameKey(text)
      if (key === undefined) return []
      const words = distinct(personNameWords(text))
      return [{ customerId, personId: person.id, name, words, key, ...(isSpelled && { isSpelled }) }]
    }),
  )
}

interface Spelling {
  readonly text: string
  readonly isSpelled: boolean
}

/** A company's name as it is written and, if it is Chinese, as it sounds. */
function companySpellings(name: string, spell: SpellChinese): Spelling[] {
  const syllables = spell(companyWords(name).join(''), 'company')
  return [{ text: name, isSpelled: false }, ...sounding(syllables?.join(''))]
}

/** A person's name as it is written and, if it is Chinese, as it sounds: family name and given name. */
function personSpellings(name: string, spell: SpellChinese): Spelling[] {
  const syllables = spell(personNameWords(name).join(''), 'person')
  const [family = '', ...given] = syllables ?? []
  return [{ text: name, isSpelled: false }, ...sounding(syllables && `${family} ${given.join('')}`)]
}

/** Names that fit as they are written before those that fit by their sound. */
function plainFirst(hits: readonly NameHit[]): NameHit[] {
  return hits.toSorted((a, b) => Number(a.entry.isSpelled === true) - Number(b.entry.isSpelled === true))
}

function sounding(text: string | undefined): Spelling[] {
  return text === undefined || text.trim() === '' ? [] : [{ text, isSpelled: true }]
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts)].filter((text): text is string => text !== undefined && text !== '')
}
