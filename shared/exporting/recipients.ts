import { mayWrite } from '../nurture/consent'
import type { Membership } from '../records/carrier'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Handle, HandleKind } from '../records/handle'
import type { Person } from '../records/person'
import type { LeftOutReason } from './exportTally'

/** Somebody, or a company by its own address, with the addresses that may be used. */
export interface Recipient {
  readonly customer: Customer
  /** Absent for the company's own address (info@). */
  readonly person: Person | undefined
  /** Normalised, the preferred one first. */
  readonly emails: readonly string[]
  /** In E.164, for advertising audiences only. */
  readonly phones: readonly string[]
}

/** Somebody who is in the list, or why not. */
export type Invitation = { readonly recipient: Recipient } | { readonly leftOut: LeftOutReason }

/** Whose consent is asked about, and what for. */
export interface Invited {
  readonly customer: Customer
  readonly people: readonly Person[]
  /** Live ones only. */
  readonly consents: readonly Consent[]
}

/** Who of somebody's people must be on a list of ours to be in a mailing. */
export interface ListAsked {
  readonly carrierId: string
  /** Live records, those of people who have left included. */
  readonly memberships: readonly Membership[]
}

const E164 = /^\+[1-9]\d{6,14}$/
/** Carriers over which a number is a phone number. */
const CALLED: readonly HandleKind[] = ['phone', 'whatsapp']

/**
 * Who of a customer's people may be put into a newsletter list, and with which address: those who said yes to a
 * newsletter by email. A "no" at one of their addresses keeps all of them out: who unsubscribes in one place has not
 * asked to be written to in another. With a list, only who is on it: being on it is no consent, and a consent does not
 * put anybody on it.
 */
export function mailingInvitations(invited: Invited, list?: ListAsked): Invitation[] {
  return invitations(invited, ['email'], list)
}

/**
 * Who may be put into an advertising audience: those who said yes to a newsletter over the carrier of the address
 * that leaves. A "no" over any carrier, whatever it was about, keeps the person out altogether.
 */
export function audienceInvitations(invited: Invited): Invitation[] {
  return invitations(invited, ['email', ...CALLED])
}

/** Whether the company itself, and not one of its people, has said no to being written to. */
export function hasCompanyRefused(consents: readonly Consent[]): boolean {
  return hasRefused(undefined, consents, ['email', ...CALLED])
}

function invitations(invited: Invited, carriers: readonly HandleKind[], list?: ListAsked): Invitation[] {
  const { customer, people } = invited
  const own = customer.handles.some(({ kind }) => carriers.includes(kind)) || people.length === 0
  const parties = [...people, ...(own ? [undefined] : [])]
  return parties.map((person) => absence(person, list) ?? invite(invited, person, carriers))
}

/** Why somebody who is not on the list is not in the mailing; undefined for who is on it, and where no list is asked. */
function absence(person: Person | undefined, list: ListAsked | undefined): Invitation | undefined {
  if (list === undefined) return undefined
  const own = list.memberships.filter(
    ({ carrierId, personId }) => carrierId === list.carrierId && personId === person?.id,
  )
  if (own.some(({ leftAt }) => leftAt === undefined)) return undefined
  return { leftOut: own.some(({ leftReason }) => leftReason === 'unsubscribed') ? 'withdrawn' : 'notOnList' }
}

function invite(
  { customer, consents }: Invited,
  person: Person | undefined,
  carriers: readonly HandleKind[],
): Invitation {
  const handles = (person ?? customer).handles.filter(({ kind }) => carriers.includes(kind))
  if (handles.length === 0) return { leftOut: 'noAddress' }
  if (hasRefused(person, consents, carriers)) return { leftOut: 'withdrawn' }
  const answers = handles.map((handle) => ({
    handle,
    allowed: mayWrite(
      {
        customerId: customer.id,
        personId: person?.id,
        carrier: handle.kind,
        address: handle.value,
        purpose: 'newsletter',
      },
      consents,
    ).allowed,
  }))
  const allowed = preferredFirst(
    answers.filter((answer) => answer.allowed === true).map((answer) => answer.handle),
  )
  const emails = addresses(allowed, (kind) => kind === 'email')
  const phones = addresses(allowed, (kind) => CALLED.includes(kind)).filter((value) => E164.test(value))
  if (emails.length === 0 && phones.length === 0) return { leftOut: 'noConsent' }
  return { recipient: { customer, person, emails, phones } }
}

/**
 * Whether the last word about any address, carrier and purpose was a no. For newsletters that is a no by email; for
 * audiences a no over any carrier.
 */
function hasRefused(
  person: Person | undefined,
  consents: readonly Consent[],
  carriers: readonly HandleKind[],
): boolean {
  const isAudience = carriers.length > 1
  const latest = new Map<string, Consent>()
  for (const consent of consents) {
    if (consent.personId !== undefined && consent.personId !== person?.id) continue
    if (!isAudience && !carriers.includes(consent.carrier)) continue
    const key = JSON.stringify([consent.carrier, consent.address ?? null, consent.purpose])
    const known = latest.get(key)
    if (known === undefined || isLater(consent, known)) latest.set(key, consent)
  }
  return [...latest.values()].some(
    (consent) => consent.state === 'withdrawn' && !isOvertaken(consent, latest),
  )
}

function isLater(next: Consent, known: Consent): boolean {
  return next.at > known.at || (next.at === known.at && next.state === 'withdrawn')
}

/** A later yes to newsletters over the same carrier, for that address or all, takes a no back. */
function isOvertaken(no: Consent, latest: ReadonlyMap<string, Consent>): boolean {
  return [...latest.values()].some(
    (yes) =>
      yes.state === 'given' &&
      yes.purpose === 'newsletter' &&
      yes.carrier === no.carrier &&
      (yes.address === undefined || yes.address === no.address) &&
      yes.at > no.at,
  )
}

function preferredFirst(handles: readonly Handle[]): Handle[] {
  return [...handles].sort((a, b) => Number(b.preferred === true) - Number(a.preferred === true))
}

function addresses(handles: readonly Handle[], wanted: (kind: HandleKind) => boolean): string[] {
  return [...new Set(handles.filter(({ kind }) => wanted(kind)).map(({ value }) => value))]
}

/** Keeps the first row of an address: two people with one mailbox would be written to twice. */
export class SeenAddresses {
  private readonly seen = new Set<string>()

  /** The recipient without addresses that are in the list already; undefined when none is left. */
  fresh(recipient: Recipient): Recipient | undefined {
    const emails = recipient.emails.filter((email) => !this.seen.has(email.toLowerCase()))
    const phones = recipient.phones.filter((phone) => !this.seen.has(phone))
    if (emails.length === 0 && phones.length === 0) return undefined
    for (const email of emails) this.seen.add(email.toLowerCase())
    for (const phone of phones) this.seen.add(phone)
    return { ...recipient, emails, phones }
  }
}
