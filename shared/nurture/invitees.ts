import { groupedBy } from '../grouping/groupedBy'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Person } from '../records/person'
import type { Touchpoint } from '../records/touchpoint'
import { writingWays } from './carriers'

/** Why somebody is thought of before a fair. */
export const INVITE_REASONS = ['visitor', 'country', 'warm'] as const
export type InviteReason = (typeof INVITE_REASONS)[number]

/** Why somebody who would be thought of is not. */
export const NOT_INVITED = ['refused', 'noWay', 'lost', 'invited'] as const
export type NotInvited = (typeof NOT_INVITED)[number]

/** Somebody to invite. */
export interface Invitee {
  readonly customer: Customer
  /** Who gets the letter; absent where only the company is known. */
  readonly person: Person | undefined
  readonly reasons: readonly InviteReason[]
  /** Whether a yes to being written to is on record; without one nobody has said anything. */
  readonly hasAgreed: boolean
}

/** Whom a round before a fair is drawn from: live records, with what makes somebody a guest. */
export interface RoundInput {
  readonly fair: Touchpoint
  readonly customers: readonly Customer[]
  readonly people: readonly Person[]
  /** Noes by whoever left a list of ours included. */
  readonly consents: readonly Consent[]
  /** Ids of customers who were met at an earlier edition. */
  readonly visitors: ReadonlySet<string>
  readonly warm: ReadonlySet<string>
  /** Ids of customers who are on an invitation to this fair already. */
  readonly invited: ReadonlySet<string>
}

/** Who may be invited, those with most reasons first, and how many are left out and why. */
export interface Round {
  readonly invitees: readonly Invitee[]
  readonly leftOut: Readonly<Record<NotInvited, number>>
}

/**
 * The round of invitations before a fair: past visitors, customers in its country, and warm ones. Whoever closed every
 * way to be written to is left out, and so is who has none, is lost, or has been invited.
 */
export function invitationRound(input: RoundInput): Round {
  const { customers, people, consents } = input
  const leftOut: Record<NotInvited, number> = { refused: 0, noWay: 0, lost: 0, invited: 0 }
  const firstPerson = new Map<string, Person>()
  for (const person of people) {
    if (!firstPerson.has(person.customerId)) firstPerson.set(person.customerId, person)
  }
  const words = groupedBy(consents, ({ customerId }) => customerId)
  const invitees: Invitee[] = []
  for (const customer of customers) {
    const reasons = reasonsFor(customer, input)
    if (reasons.length === 0) continue
    const person = firstPerson.get(customer.id)
    const invitee = inviteeOf(customer, person, reasons, words.get(customer.id) ?? [], input)
    if (typeof invitee === 'string') leftOut[invitee] += 1
    else invitees.push(invitee)
  }
  return { invitees: invitees.sort(byReasons), leftOut }
}

function reasonsFor({ id, country }: Customer, { fair, visitors, warm }: RoundInput): InviteReason[] {
  return [
    ...(visitors.has(id) ? (['visitor'] as const) : []),
    ...(country !== undefined && country === fair.country ? (['country'] as const) : []),
    ...(warm.has(id) ? (['warm'] as const) : []),
  ]
}

function inviteeOf(
  customer: Customer,
  person: Person | undefined,
  reasons: readonly InviteReason[],
  consents: readonly Consent[],
  { invited }: RoundInput,
): Invitee | NotInvited {
  if (invited.has(customer.id)) return 'invited'
  if (customer.stage === 'lost') return 'lost'
  const handles = [...(person?.handles ?? []), ...customer.handles]
  const who = { customerId: customer.id, personId: person?.id, handles }
  const ways = writingWays(who, consents, 'followUp')
  if (ways.length === 0) return 'noWay'
  const answers = ways.map(({ consent }) => consent.allowed)
  if (answers.every((allowed) => allowed === false)) return 'refused'
  return { customer, person, reasons, hasAgreed: answers.includes(true) }
}

function byReasons(a: Invitee, b: Invitee): number {
  const [x, y] = [a.customer, b.customer]
  return (
    b.reasons.length - a.reasons.length ||
    (x.grade ?? 'Z').localeCompare(y.grade ?? 'Z') ||
    (x.name < y.name ? -1 : 1)
  )
}
