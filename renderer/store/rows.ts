import type { LooseRecord } from '#shared/changes/changeSet'
import type { RecordOf, TableName } from '#shared/records/tables'

/**
 * A row of the index: the record in `body`, beside it only what is queried. Nothing personal may become a key:
 * a later passphrase lock turns `body` into ciphertext and leaves the rest as it is.
 */
export interface Row {
  readonly id: string
  readonly body: LooseRecord
  readonly [key: string]: unknown
}

type KeysOf = { readonly [T in TableName]?: (record: RecordOf<T>) => Readonly<Record<string, unknown>> }

const ofCustomer = (record: { customerId?: string | undefined }) => ({ customerId: record.customerId })
const onDay = (record: { customerId: string; on: string }) => ({
  customerId: record.customerId,
  on: record.on,
})

/** The index keys of each table. A tombstone gets none, so that it shows in no query. */
const keysOf: KeysOf = {
  appointments: (appointment) => ({
    customerId: appointment.customerId,
    openAt: appointment.doneAt === undefined ? appointment.startsAt : undefined,
  }),
  attachments: ofCustomer,
  consents: ofCustomer,
  content: (piece) => ({ on: piece.on }),
  costs: (cost) => ({ touchpointId: cost.touchpointId, on: cost.on }),
  customers: (customer) => ({ stage: customer.stage, updatedAt: customer.updatedAt }),
  distinctions: (distinction) => ({ aId: distinction.aId, bId: distinction.bId }),
  engagements: (engagement) => ({
    customerId: engagement.customerId,
    at: engagement.at,
    contentId: engagement.contentId,
  }),
  enrolments: (enrolment) => ({
    customerId: enrolment.customerId,
    // Only the ones that still plan touches; IndexedDB has no boolean keys.
    running: enrolment.endedAt === undefined && enrolment.pausedAt === undefined ? 1 : undefined,
  }),
  exports: (run) => ({ at: run.createdAt }),
  facts: (fact) => ({ customerId: fact.customerId, positionId: fact.positionId }),
  hours: (hours) => ({ customerId: hours.customerId, on: hours.on }),
  importMappings: (mapping) => ({ fingerprint: mapping.fingerprint }),
  interactions: (interaction) => ({
    customerId: interaction.customerId,
    touchpointId: interaction.touchpointId,
    at: interaction.at,
    contentId: interaction.contentId,
  }),
  memberships: (membership) => ({ customerId: membership.customerId, carrierId: membership.carrierId }),
  merges: (merge) => ({ winnerId: merge.winnerId, loserId: merge.loserId }),
  orders: onDay,
  payments: onDay,
  people: ofCustomer,
  promises: (promise) => ({
    customerId: promise.customerId,
    openDue: promise.doneAt === undefined ? promise.dueOn : undefined,
  }),
  quotes: onDay,
  rates: (rate) => ({ on: rate.on }),
  relations: (relation) => ({ fromId: relation.fromId, toId: relation.toId }),
  samples: onDay,
  segmentSnapshots: (snapshot) => ({ segmentId: snapshot.segmentId, on: snapshot.on }),
  stageMoves: (move) => ({ customerId: move.customerId, at: move.at }),
  touches: (touch) => ({ customerId: touch.customerId, enrolmentId: touch.enrolmentId, on: touch.on }),
  touchpoints: (touchpoint) => ({ kind: touchpoint.kind }),
  traffic: (traffic) => ({ from: traffic.from }),
}

/** Turns a record into its row. Together with `decodeRow` the one seam between records and storage. */
export function encodeRow(table: TableName, record: LooseRecord): Row {
  const deriveKeys = keysOf[table] as ((record: LooseRecord) => Readonly<Record<string, unknown>>) | undefined
  if (deriveKeys === undefined || record.deletedAt !== undefined) return { id: record.id, body: record }
  const keys = Object.entries(deriveKeys(record)).filter(([, value]) => value !== undefined)
  return { id: record.id, ...Object.fromEntries(keys), body: record }
}

/** Gives back the record of a row, tombstones included. */
export function decodeRow<T extends TableName>(_table: T, row: Row): RecordOf<T> {
  return row.body as unknown as RecordOf<T>
}

/** Gives back the live records of some rows. */
export function liveRecords<T extends TableName>(table: T, rows: readonly Row[]): RecordOf<T>[] {
  return rows.map((row) => decodeRow(table, row)).filter((record) => record.deletedAt === undefined)
}
