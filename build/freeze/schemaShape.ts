import * as z from 'zod'
import { TABLE_NAMES, tableSchemas } from '#shared/records/tables'

/**
 * What the records of this build may look like, table by table, as JSON Schema. Two builds with the same shape read each
 * other's records; another shape needs another schema version.
 */
export function schemaShape(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, z.toJSONSchema(tableSchemas[table], { unrepresentable: 'any' })]),
  )
}
