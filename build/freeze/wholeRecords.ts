import type { TableName } from '#shared/records/tables'
import { customerWhole } from './customerWhole'
import { houseWhole } from './houseWhole'
import { nurtureWhole } from './nurtureWhole'
import { type Base, FROZEN_AT, frozenId, type Whole } from './wholeParts'

/** For every table one record in which no field is left out: what a schema's frozen snapshot must be able to carry. */
const WHOLE: { readonly [T in TableName]: Whole<T> } = { ...customerWhole, ...nurtureWhole, ...houseWhole }

/** The whole records of all tables, each with a tombstone beside it. */
export function wholeRecords(
  schema: number,
): { readonly table: TableName; readonly record: Base & Record<string, unknown> }[] {
  return (Object.keys(WHOLE) as TableName[]).sort().flatMap((table, index) => {
    const { id, fields } = WHOLE[table]
    const record = {
      id,
      schema,
      rev: 3,
      createdAt: FROZEN_AT,
      updatedAt: FROZEN_AT + 60_000,
      origin: 'import' as const,
      extra: { Saison: 'Herbst' },
      custom: { colour: 'sand', pallets: 4, vip: true },
      ...fields,
    }
    const tombstone = { ...record, id: frozenId(1_000 + index), deletedAt: FROZEN_AT + 90_000 }
    return [
      { table, record },
      { table, record: tombstone },
    ]
  })
}
