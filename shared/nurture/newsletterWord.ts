import type { Consent } from '../records/consent'
import type { Customer } from '../records/customer'
import type { Handle } from '../records/handle'
import type { Person } from '../records/person'
import { mayWrite } from './consent'

/** An address of a page, and whose it is: a person's, or the company's own. */
export interface PageAddress {
  readonly customerId: string
  readonly person?: Person | undefined
  readonly handle: Handle
}

/** The last word about newsletters to one address; `none` where nobody said anything. */
type NewsletterWord =
  | { readonly state: 'none' }
  | { readonly state: Consent['state']; readonly consent: Consent }

/** Every address of a page to which a newsletter could go: those of its people, then the company's own. */
export function newsletterAddresses(
  customer: Pick<Customer, 'id' | 'handles'>,
  people: readonly Person[],
): PageAddress[] {
  const of = (handles: readonly Handle[], person?: Person): PageAddress[] =>
    handles
      // A web page can't be written to.
      .filter(({ kind }) => kind !== 'web')
      .map((handle) => ({ customerId: customer.id, handle, ...(person === undefined ? {} : { person }) }))
  return [...people.flatMap((person) => of(person.handles, person)), ...of(customer.handles)]
}

/** What was said last about newsletters to an address (see `mayWrite` for which record covers which question). */
export function newsletterWord(address: PageAddress, consents: readonly Consent[]): NewsletterWord {
  const answer = mayWrite(
    {
      customerId: address.customerId,
      personId: address.person?.id,
      carrier: address.handle.kind,
      address: address.handle.value,
      purpose: 'newsletter',
    },
    consents,
  )
  if (answer.allowed === 'unknown') return { state: 'none' }
  const consent = consents.find(({ id }) => id === answer.consentId)
  return consent === undefined ? { state: 'none' } : { state: consent.state, consent }
}
