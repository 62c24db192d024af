import { replaceFields } from '../changes/buildChange'
import type { Change, LooseRecord } from '../changes/changeSet'
import { sameValue } from '../changes/sameValue'
import { CUSTOMER_FIELDS, type PageRecord } from '../merging/references'
import type { AnyRecord } from '../records/record'
import type { TableName } from '../records/tables'

/** How a record of a backup stands today: not there (any more), or with other values. */
export type Difference = 'missing' | 'changed'

/** Fields that tell of the keeping of a record, not of its content. */
const KEEPING: ReadonlySet<string> = new Set(['id', 'rev', 'updatedAt'])

/**
 * How a live record of a backup differs from the notebook; undefined where it does not. What was written since and is
 * not in the backup is no difference: taking back takes nothing away. Nor is what was merged: it goes on in another
 * record, and would come back as its double.
 */
export function differenceOf(then: LooseRecord, now: LooseRecord | undefined): Difference | undefined {
  if (now?.mergedIntoId !== undefined) return undefined
  if (now === undefined || now.deletedAt !== undefined) return 'missing'
  return differingFields(then, now).length > 0 ? 'changed' : undefined
}

/** The customers whose page a record stands on. */
export function customersOf({ table, record }: PageRecord): readonly string[] {
  if (table === 'customers') return [record.id]
  const ids = (CUSTOMER_FIELDS[table] ?? []).map((field) => record[field])
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/**
 * The changes that bring records of a backup back, at `at` (epoch ms): what is missing comes again, what was changed
 * has its values of then, and nothing else is touched. A tie between two customers comes back only where both are there
 * afterwards: `isThere` tells of customers of today that are not among the records. Undoing them gives today again.
 */
export function takeBackChanges(
  records: readonly PageRecord[],
  now: (table: TableName, id: string) => LooseRecord | undefined,
  isThere: (customerId: string) => boolean,
  at: number,
): Change[] {
  const coming = new Set(records.filter(({ table }) => table === 'customers').map(({ record }) => record.id))
  return records.flatMap((page) => {
    const { table, record: then } = page
    if (!customersOf(page).every((id) => coming.has(id) || isThere(id))) return []
    const current = now(table, then.id)
    if (current === undefined) return [{ table, id: then.id, after: { ...then, updatedAt: at } }]
    if (differenceOf(then, current) === undefined) return []
    const fields = differingFields(then, current)
    const values = Object.fromEntries(fields.map((field) => [field, then[field]]))
    return [replaceFields(table, current as unknown as AnyRecord, { ...values, updatedAt: at })]
  })
}

function differingFields(then: LooseRecord, now: LooseRecord): string[] {
  const fields = new Set([...Object.keys(then), ...Object.keys(now)])
  return [...fields].filter((field) => !KEEPING.has(field) && !sameValue(then[field], now[field]))
}
