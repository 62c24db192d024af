import { createChange, type Patch, updateChange } from '../changes/buildChange'
import type { Change } from '../changes/changeSet'
import type { Customer } from '../records/customer'
import type { Handle } from '../records/handle'
import type { Interaction } from '../records/interaction'
import type { Person } from '../records/person'
import { normalisedHandle } from './draftHandles'

/** What is typed off a card. */
export interface CardFields {
  readonly company: string
  readonly person: string
  readonly title: string
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string
  readonly phone: string
  readonly email: string
  readonly website: string
  readonly address: string
}

/** The page that a card belongs to. */
export interface CardPage {
  readonly meeting: Interaction
  readonly customer: Customer
  readonly person: Person | undefined
}

/** What the page says already, as the form shows it. */
export function fieldsOfPage({ customer, person }: Pick<CardPage, 'customer' | 'person'>): CardFields {
  const first = (kind: 'phone' | 'email') =>
    [...(person?.handles ?? []), ...customer.handles].find((handle) => handle.kind === kind)?.entered ?? ''
  return {
    company: customer.name,
    person: person?.fullName ?? '',
    title: person?.title ?? '',
    country: customer.country ?? '',
    phone: first('phone'),
    email: first('email'),
    website: customer.website ?? '',
    address: customer.address ?? '',
  }
}

/**
 * What typing off a card changes on its page: fields that were typed over, and addresses that the page did not have. An
 * emptied field changes nothing, since a card that lacks something takes nothing away. Somebody of whom there was only
 * the card becomes a person, who was at the meeting. None when all was there.
 */
export function cardChanges(
  fields: CardFields,
  page: CardPage,
  context: { readonly at: number; readonly newId: () => string },
): Change[] {
  const { customer, person, meeting } = page
  const { at, newId } = context
  const typed = (text: string, known: string | undefined) =>
    text.trim() === '' || text.trim() === known ? undefined : text.trim()
  const patch = withoutUndefined({
    name: typed(fields.company, customer.name),
    country: typed(fields.country, customer.country),
    website: typed(fields.website, customer.website),
    address: typed(fields.address, customer.address),
  }) satisfies Patch<'customers'>
  const ofPage = updateChange('customers', customer, patch, at)
  const fresh = freshHandles(fields, page)
  const ofPerson = withoutUndefined({
    fullName: typed(fields.person, person?.fullName),
    title: typed(fields.title, person?.title),
    handles: fresh.length === 0 ? undefined : [...(person?.handles ?? []), ...fresh],
  })
  const isSaid = Object.keys(ofPerson).length > 0
  if (person !== undefined || !isSaid) {
    const known = person === undefined ? undefined : updateChange('people', person, ofPerson, at)
    return [ofPage, known].filter((one) => one !== undefined)
  }
  const id = newId()
  const made = { id, customerId: customer.id, fullName: '', handles: [], ...ofPerson }
  const wasThere = updateChange('interactions', meeting, { personIds: [id, ...meeting.personIds] }, at)
  return [ofPage, createChange('people', made, at), wasThere].filter((one) => one !== undefined)
}

/** The number and the mailbox, where the page has neither of that value yet. */
function freshHandles(fields: CardFields, { customer, person }: CardPage): Handle[] {
  const known = new Set(
    [...customer.handles, ...(person?.handles ?? [])].map(({ kind, value }) => `${kind}:${value}`),
  )
  const country = fields.country.trim() || (customer.country ?? '')
  return (['phone', 'email'] as const).flatMap((kind) => {
    const entered = fields[kind].trim()
    if (entered === '') return []
    const value = normalisedHandle(kind, entered, country)
    return known.has(`${kind}:${value}`) ? [] : [{ kind, value, entered }]
  })
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
