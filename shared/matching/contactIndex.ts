import { type ContactKey, contactKeysOfQuery, MIN_PARTIAL_DIGITS } from './contactKeys'
import { Holders } from './holders'
import type { MatchQuery } from './match'
import type { MatchTally } from './matchTally'

/** Worth of an address by itself; see matchIndex for how several add up. */
const SCORE = {
  email: 0.98,
  roleEmail: 0.7,
  sameDomain: 0.6,
  phone: 0.95,
  phoneTail: 0.85,
  partialPhone: 0.4,
  partialPhoneEachDigit: 0.08,
  handle: 0.95,
} as const
/** More unfinished-number hits than this say that too little has been typed. */
const MAX_PARTIAL = 50

interface Holder {
  readonly customerId: string
  readonly personId?: string
  readonly contact: ContactKey
}

/** Who can be reached under which address. */
export class ContactIndex {
  private readonly emails = new Holders<Holder>()
  private readonly phones = new Holders<Holder>()
  /** By the first and by the last six national digits, for numbers that are still being typed. */
  private readonly phoneStarts = new Holders<Holder>()
  private readonly phoneEnds = new Holders<Holder>()
  private readonly handles = new Holders<Holder>()
  private readonly domains = new Holders<Holder>()
  private readonly contacts = new Map<string, readonly Holder[]>()

  /** Adds all addresses of a customer and its people. The customer must not be in the index. */
  put(customerId: string, contacts: readonly { key: ContactKey; personId?: string }[]): void {
    const holders = contacts.map(({ key: contact, personId }) => ({
      customerId,
      contact,
      ...(personId !== undefined && { personId }),
    }))
    if (holders.length === 0) return
    this.contacts.set(customerId, holders)
    for (const holder of holders) {
      for (const [index, key] of this.places(holder.contact)) index.add(key, holder)
    }
  }

  /** Takes all addresses of a customer out. */
  remove(customerId: string): void {
    for (const holder of this.contacts.get(customerId) ?? []) {
      for (const [index, key] of this.places(holder.contact)) index.remove(key, holder)
    }
    this.contacts.delete(customerId)
  }

  /** Notes everybody who shares an address with the query. */
  find(query: MatchQuery, tally: MatchTally): void {
    for (const contact of contactKeysOfQuery(query)) {
      if (contact.type === 'email') this.findEmail(contact, tally)
      else if (contact.type === 'phone') this.findPhone(contact, tally)
      else {
        for (const holder of this.handles.of(contact.key)) {
          if (contact.domain !== undefined) continue
          note(tally, holder, SCORE.handle, 'sameHandle', {})
        }
      }
      if (contact.domain !== undefined) this.findDomain(contact.domain, SCORE.sameDomain, tally)
    }
  }

  /** Notes the customers whose email or web addresses belong to a domain (see domainKey). */
  findDomain(domain: string, score: number, tally: MatchTally): void {
    for (const holder of this.domains.of(domain)) {
      tally.add(holder.customerId, undefined, score, { code: 'sameDomain', params: { domain } })
    }
  }

  private places(contact: ContactKey): (readonly [Holders<Holder>, string])[] {
    const places: (readonly [Holders<Holder>, string])[] = []
    if (contact.type === 'email') places.push([this.emails, contact.key])
    else if (contact.type === 'handle') places.push([this.handles, contact.key])
    else {
      const digits = contact.digits ?? ''
      places.push([this.phones, contact.key])
      if (digits.length >= MIN_PARTIAL_DIGITS) {
        places.push([this.phoneStarts, digits.slice(0, MIN_PARTIAL_DIGITS)])
        places.push([this.phoneEnds, digits.slice(-MIN_PARTIAL_DIGITS)])
      }
    }
    if (contact.domain !== undefined) places.push([this.domains, contact.domain])
    return places
  }

  /** A department's address leads to the company and never to the person who happens to have it. */
  private findEmail(contact: ContactKey, tally: MatchTally): void {
    for (const holder of this.emails.of(contact.key)) {
      if (contact.role !== true) note(tally, holder, SCORE.email, 'sameEmail', {})
      else {
        const params = { value: holder.contact.value, role: true }
        tally.add(holder.customerId, undefined, SCORE.roleEmail, { code: 'sameEmail', params })
      }
    }
  }

  private findPhone(contact: ContactKey, tally: MatchTally): void {
    let exact = 0
    for (const holder of this.phones.of(contact.key)) {
      const [typed, stored] = [contact.e164, holder.contact.e164]
      if (typed !== undefined && stored !== undefined && typed !== stored) continue
      exact++
      const sure = typed !== undefined && typed === stored
      note(tally, holder, sure ? SCORE.phone : SCORE.phoneTail, 'samePhone', { partial: false })
    }
    const digits = contact.digits ?? ''
    if (exact > 0 || digits.length < MIN_PARTIAL_DIGITS) return
    const partial = new Set<Holder>()
    for (const holder of this.phoneEnds.of(digits.slice(-MIN_PARTIAL_DIGITS))) {
      if (!differ(contact, holder) && holder.contact.digits?.endsWith(digits)) partial.add(holder)
    }
    for (const holder of this.phoneStarts.of(digits.slice(0, MIN_PARTIAL_DIGITS))) {
      if (!differ(contact, holder) && holder.contact.digits?.startsWith(digits)) partial.add(holder)
    }
    if (partial.size > MAX_PARTIAL) return
    const score =
      SCORE.partialPhone + SCORE.partialPhoneEachDigit * Math.min(4, digits.length - MIN_PARTIAL_DIGITS)
    for (const holder of partial) note(tally, holder, score, 'samePhone', { partial: true })
  }
}

/** Whether two numbers belong to different countries. An unfinished one may look complete: `+84 905 550 1`. */
function differ(typed: ContactKey, holder: Holder): boolean {
  const stored = holder.contact.e164
  return typed.e164 !== undefined && stored !== undefined && !stored.startsWith(typed.e164)
}

function note(
  tally: MatchTally,
  holder: Holder,
  score: number,
  code: 'sameEmail' | 'samePhone' | 'sameHandle',
  more: Readonly<Record<string, boolean>>,
): void {
  const params = { value: holder.contact.value, ...more }
  tally.add(holder.customerId, holder.personId, score, { code, params })
}
