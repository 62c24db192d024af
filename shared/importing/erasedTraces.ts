import { OWN_ID_SCHEME, ROW_SCHEME } from '../matching/externalId'
import type { ImportRecord } from './importRecord'

/** Kinds under which a telephone number is kept; whatever is done with it, it is one number. */
const PHONES: ReadonlySet<string> = new Set(['phone', 'whatsapp'])

/**
 * By what somebody who was erased would be known again in a row: its addresses, the ids of other systems, and the row
 * itself. Of these the notebook keeps keyed hashes alone (`erasures`), so that they can be recognised and not be read.
 * The words are those that an erasure hashes: `phone:+4915…`, `email:ana@…`, `ext:hubspot:17`.
 */
export function erasedTraces(record: ImportRecord, rowId: string): string[] {
  const addresses = record.handles.map(({ kind, value }) => `${PHONES.has(kind) ? 'phone' : kind}:${value}`)
  const ids = (record.externalIds ?? []).map(({ scheme, value }) =>
    scheme === OWN_ID_SCHEME ? `id:${value}` : `ext:${scheme}:${value}`,
  )
  return [...addresses, ...ids, `ext:${ROW_SCHEME}:${rowId}`]
}
