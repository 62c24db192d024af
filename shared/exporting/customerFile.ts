import type { Appointment } from '../records/appointment'
import type { Attachment } from '../records/attachment'
import type { Membership } from '../records/carrier'
import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Interaction } from '../records/interaction'
import type { Enrolment, Touch } from '../records/nurture'
import type { Person } from '../records/person'
import type { PromiseRecord } from '../records/promise'
import type { Order, Quote } from '../records/trade'

/** One customer with the live records that an export is made of. Only what the asked file needs has been read. */
export interface CustomerFile {
  readonly customer: Customer
  readonly people: readonly Person[]
  readonly consents: readonly Consent[]
  readonly memberships: readonly Membership[]
  readonly interactions: readonly Interaction[]
  readonly promises: readonly PromiseRecord[]
  readonly quotes: readonly Quote[]
  readonly orders: readonly Order[]
  readonly enrolments: readonly Enrolment[]
  readonly touches: readonly Touch[]
  readonly appointments: readonly Appointment[]
  /** Photos of this customer's meetings. */
  readonly photos: readonly Attachment[]
}

/** Somebody, or the company itself, each of which has a row or a card of its own. */
export interface Party {
  readonly customer: Customer
  readonly person: Person | undefined
}

/** The parties of a customer: its people, and before them the company where it has addresses of its own or no people. */
export function partiesOf({ customer, people }: Pick<CustomerFile, 'customer' | 'people'>): Party[] {
  const isParty = customer.handles.length > 0 || people.length === 0
  return [...(isParty ? [undefined] : []), ...people].map((person) => ({ customer, person }))
}
