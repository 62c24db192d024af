import { OWN_ID_SCHEME, ROW_SCHEME } from '../matching/externalId'
import { externalTrace, handleTrace, idTrace } from '../matching/traces'
import type { ImportRecord } from './importRecord'

/** By what somebody who was erased would be known again in a row: its addresses, the ids of systems, and the row itself. */
export function erasedTraces(record: ImportRecord, rowId: string): string[] {
  const addresses = record.handles.map(({ kind, value }) => handleTrace(kind, value))
  const ids = (record.externalIds ?? []).map(({ scheme, value }) =>
    scheme === OWN_ID_SCHEME ? idTrace(value) : externalTrace(scheme, value),
  )
  return [...addresses, ...ids, externalTrace(ROW_SCHEME, rowId)]
}
