import { OWN_ID_SCHEME } from '../matching/externalId'
import type { ImportHandle } from './importRecord'

/** The column, the same in every language, by which a table that this app wrote is told from all others. */
export const OWN_ID_HEADER = 'Orchard ID'

/** What a card that this app wrote says of its maker. */
export const OWN_PRODUCT = '-//Orchard//EN'

/** Before what we ourselves say about a row, in any language, where it stands beside the row's own cells. */
const OWN_NOTE = 'Orchard: '

/** The heading of a column with our own words about the rows of somebody's file. */
export function ownNoteHeader(caption: string): string {
  return `${OWN_NOTE}${caption}`
}

/** Whether a column holds such words: they are none of the row's. */
export function isOwnNoteHeader(header: string): boolean {
  return header.startsWith(OWN_NOTE)
}

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
