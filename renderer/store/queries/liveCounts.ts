import type { TableName } from '#shared/records/tables'
import type { NotebookDatabase } from '../database'

/** The kinds of records that a person counts a notebook by, with an index that tombstones are not in. */
const COUNTED = {
  customers: 'updatedAt',
  people: 'customerId',
  interactions: 'at',
  promises: 'customerId',
  quotes: 'on',
  orders: 'on',
  touchpoints: 'kind',
  attachments: undefined,
} as const satisfies Partial<Record<TableName, string | undefined>>

export type CountedTable = keyof typeof COUNTED

/** In the order in which they are shown. */
export const COUNTED_TABLES = Object.keys(COUNTED) as CountedTable[]

/** How many live records of each kind there are. */
export async function liveCounts(db: NotebookDatabase): Promise<Readonly<Record<CountedTable, number>>> {
  const counts = await Promise.all(
    COUNTED_TABLES.map(async (table): Promise<[CountedTable, number]> => {
      const index = COUNTED[table]
      const rows = db.rows(table)
      if (index !== undefined) return [table, await rows.orderBy(index).count()]
      return [table, await rows.filter(({ body }) => body.deletedAt === undefined).count()]
    }),
  )
  return Object.fromEntries(counts) as Record<CountedTable, number>
}

/** When the newest change was made; undefined in an empty notebook. */
export async function lastChangeAt(db: NotebookDatabase): Promise<number | undefined> {
  return (await db.changeLog.orderBy('seq').last())?.at
}
