import { TABLE_NAMES, type TableName } from '#shared/records/tables'

/** Beside the domain tables: the log of changes, and one row that says how far the journal was applied. */
export const LOG_TABLE = 'changeLog'
export const META_TABLE = 'meta'

/** What schema version 1 indexes. IndexedDB costs per index and row: only what is queried stands here. */
const indexesV1: { readonly [T in TableName]?: string } = {
  attachments: 'id, customerId',
  consents: 'id, customerId',
  costs: 'id, touchpointId, on',
  customers: 'id, updatedAt, stage',
  distinctions: 'id, aId, bId',
  enrolments: 'id, customerId, running',
  exports: 'id, at',
  facts: 'id, customerId',
  interactions: 'id, [customerId+at], [touchpointId+at], at',
  merges: 'id, winnerId, loserId',
  orders: 'id, [customerId+on], on',
  people: 'id, customerId',
  promises: 'id, customerId, openDue',
  quotes: 'id, [customerId+on], on',
  rates: 'id, on',
  relations: 'id, fromId, toId',
  samples: 'id, [customerId+on]',
  stageMoves: 'id, [customerId+at], at',
  touches: 'id, customerId, enrolmentId, on',
  touchpoints: 'id, kind',
}

/** The Dexie schema of version 1. Old versions stay here for ever, each with its upgrade. */
export const schemaV1: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TABLE_NAMES.map((table) => [table, indexesV1[table] ?? 'id'])),
  [LOG_TABLE]: 'key, seq, *recordIds',
  [META_TABLE]: 'key',
}
