import { OWN_ID_SCHEME } from '../matching/externalId'
import type { ImportHandle } from './importRecord'

/** The column, the same in every language, by which a table that this app wrote is told from all others. */
export const OWN_ID_HEADER = 'Orchard ID'

/** What a card that this app wrote says of its maker. */
export const OWN_PRODUCT = '-//Orchard//EN'

interface ExternalId {
  readonly scheme: string
  readonly value: string
}

/** The ids under which a record stands in our own exports: in a table, and in a card. */
export function ownIdsOf(recordId: string): readonly ExternalId[] {
  return [
    { scheme: OWN_ID_SCHEME, value: recordId },
    { scheme: 'vcard', value: `urn:uuid:${recordId}` },
  ]
}

/** Whether an id says no more than the record's own id does. */
export function isOwnId(recordId: string, { scheme, value }: ExternalId): boolean {
  return ownIdsOf(recordId).some((own) => own.scheme === scheme && own.value === value)
}

/** In what we have written ourselves it is said whose an address is: info@ of a one-man firm is that man's. */
export function withoutRole(handle: ImportHandle): ImportHandle {
  return { ...handle, flags: (handle.flags ?? []).filter((flag) => flag !== 'roleAddress') }
}
