/**
 * Beside the domain tables: the log of changes, one row that says how far the journal was applied, and the search as it
 * was kept, which may be thrown away at any time.
 */
export const LOG_TABLE = 'changeLog'
export const META_TABLE = 'meta'
export const SEARCH_TABLE = 'keptSearch'

/** Stores by name, each with what it indexes. IndexedDB costs per index and row: only what is queried stands here. */
type Stores = Readonly<Record<string, string>>

/** The Dexie schema of version 1. Old versions stay here for ever, each with its upgrade. */
const schemaV1: Stores = {
  attachments: 'id, customerId',
  channels: 'id',
  consents: 'id, customerId',
  costs: 'id, touchpointId, on',
  customers: 'id, updatedAt, stage',
  distinctions: 'id, aId, bId',
  enrolments: 'id, customerId, running',
  exports: 'id, at',
  facts: 'id, customerId',
  imports: 'id',
  interactions: 'id, [customerId+at], [touchpointId+at], at',
  merges: 'id, winnerId, loserId',
  orders: 'id, [customerId+on], on',
  people: 'id, customerId',
  plans: 'id',
  products: 'id',
  promises: 'id, customerId, openDue',
  quotes: 'id, [customerId+on], on',
  rates: 'id, on',
  relations: 'id, fromId, toId',
  samples: 'id, [customerId+on]',
  settings: 'id',
  staff: 'id',
  stageMoves: 'id, [customerId+at], at',
  touches: 'id, customerId, enrolmentId, on',
  touchpoints: 'id, kind',
  [LOG_TABLE]: 'key, seq, *recordIds',
  [META_TABLE]: 'key',
}

/** What version 2 added: stores, and keys that no row of version 1 has, so that nothing had to be rewritten. */
const addedV2: Stores = {
  appointments: 'id, customerId, openAt',
  carriers: 'id',
  content: 'id, on',
  engagements: 'id, [customerId+at], at, contentId',
  erasures: 'id',
  facts: 'id, customerId, positionId',
  hours: 'id, customerId, on',
  importMappings: 'id, fingerprint',
  interactions: 'id, [customerId+at], [touchpointId+at], at, contentId',
  memberships: 'id, customerId, carrierId',
  offers: 'id',
  payments: 'id, [customerId+on], on',
  positions: 'id',
  reports: 'id',
  segmentSnapshots: 'id, [segmentId+on]',
  segments: 'id',
  templates: 'id',
  traffic: 'id, from',
}

/** Every version by its number, with all its stores. */
export const SCHEMA_STORES: ReadonlyMap<number, Stores> = new Map([
  [1, schemaV1],
  [2, { ...schemaV1, ...addedV2 }],
  // Fields that nobody queries, and a place for what can be built again.
  [3, { ...schemaV1, ...addedV2, [SEARCH_TABLE]: 'key' }],
])
