import type { Customer } from '../records/customer'
import type { HandleKind } from '../records/handle'
import type { Person } from '../records/person'

/** What a card tells as a rule, and what a page without it can't be written to by. */
export const CARD_FIELDS = ['company', 'person', 'address'] as const
export type CardField = (typeof CARD_FIELDS)[number]

/** By a website alone nobody is reached. */
const NO_WAY_TO_WRITE: ReadonlySet<HandleKind> = new Set(['web'])

/** What of a card is not on the page yet; nothing where the card has been read. */
export function unreadFields(
  customer: Pick<Customer, 'name' | 'handles'>,
  person: Pick<Person, 'fullName' | 'handles'> | undefined,
): readonly CardField[] {
  const handles = [...customer.handles, ...(person?.handles ?? [])]
  const isReached = handles.some(({ kind }) => !NO_WAY_TO_WRITE.has(kind))
  return CARD_FIELDS.filter((field) => {
    if (field === 'company') return customer.name === ''
    return field === 'person' ? (person?.fullName ?? '') === '' : !isReached
  })
}
