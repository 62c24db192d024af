import type { RecordOf } from '#shared/records/tables'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { type IdRange, rowsBetween } from './recordsByCustomer'

/** The tables whose records belong to one customer, each with the index that finds them by it. */
const OWNED = {
  interactions: '[customerId+at]',
  stageMoves: '[customerId+at]',
  quotes: '[customerId+on]',
  orders: '[customerId+on]',
  payments: '[customerId+on]',
  samples: '[customerId+on]',
  memberships: 'customerId',
  consents: 'customerId',
  engagements: '[customerId+at]',
  hours: 'customerId',
} as const
type Owned = keyof typeof OWNED
export const OWNED_TABLES = Object.keys(OWNED) as readonly Owned[]

/** The records of one customer as they are gathered: `foldCustomer` wants them with the customer and its ties. */
export type Book = { -readonly [T in Owned]?: RecordOf<T>[] }

/**
 * Reads everything that belongs to the customers of some ranges, within one transaction, and gives it to the page that
 * `home` names: one request a range and table, which for neighbours is far less than one a customer.
 */
export async function readBooks(
  db: NotebookDatabase,
  ranges: readonly IdRange[],
  home: (customerId: string) => string,
): Promise<Map<string, Book>> {
  const books = new Map<string, Book>()
  await db.transaction('r', OWNED_TABLES, async () => {
    await Promise.all(
      OWNED_TABLES.map(async (table) => {
        const read = ranges.map((range) => rowsBetween(db, table, OWNED[table], range))
        for (const rows of await Promise.all(read)) {
          for (const record of liveRecords(table, rows)) put(books, home, table, record)
        }
      }),
    )
  })
  // A page into which others were merged is read in several ranges, whose order is no order of its records.
  for (const book of books.values()) for (const records of Object.values(book)) records.sort(byId)
  return books
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function put(
  books: Map<string, Book>,
  home: (customerId: string) => string,
  table: Owned,
  record: { readonly customerId?: string | undefined },
): void {
  if (record.customerId === undefined) return
  const id = home(record.customerId)
  const book = books.get(id) ?? {}
  books.set(id, book)
  const list = book[table] as object[] | undefined
  if (list === undefined) Object.assign(book, { [table]: [record] })
  else list.push(record)
}
