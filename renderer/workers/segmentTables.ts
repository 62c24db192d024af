import type { SubjectRecords } from '#shared/segments/foldSubject'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'
import { type IdRange, rowsBetween } from './recordsByCustomer'

/** The tables that rules of segments ask about, the index that finds a customer's records, and what the fold calls them. */
const OWNED = {
  people: { index: 'customerId', as: 'people' },
  facts: { index: 'customerId', as: 'learnt' },
  interactions: { index: '[customerId+at]', as: 'interactions' },
  stageMoves: { index: '[customerId+at]', as: 'stageMoves' },
  quotes: { index: '[customerId+on]', as: 'quotes' },
  orders: { index: '[customerId+on]', as: 'orders' },
  payments: { index: '[customerId+on]', as: 'payments' },
  samples: { index: '[customerId+on]', as: 'samples' },
  memberships: { index: 'customerId', as: 'memberships' },
  consents: { index: 'customerId', as: 'consents' },
  engagements: { index: '[customerId+at]', as: 'engagements' },
  promises: { index: 'customerId', as: 'promises' },
  enrolments: { index: 'customerId', as: 'enrolments' },
} as const
type Owned = keyof typeof OWNED
export const OWNED_BY_CUSTOMER = Object.keys(OWNED) as readonly Owned[]

/** The records of a customer as they are gathered. */
type Book = Omit<SubjectRecords, 'customer' | 'relations'>

/**
 * Reads what belongs to the customers of some ranges of ids, all of one moment. For neighbours that is one request a
 * table, far fewer than one a customer.
 */
export async function readSubjectBooks(
  db: NotebookDatabase,
  ranges: readonly IdRange[],
): Promise<ReadonlyMap<string, Book>> {
  const books = new Map<string, Record<string, object[]>>()
  await Promise.all(
    OWNED_BY_CUSTOMER.map(async (table) => {
      const { as, index } = OWNED[table]
      const read = await Promise.all(ranges.map((range) => rowsBetween(db, table, index, range)))
      for (const record of liveRecords(table, read.flat())) {
        const book = books.get(record.customerId) ?? {}
        books.set(record.customerId, book)
        const list = book[as]
        if (list === undefined) book[as] = [record]
        else list.push(record)
      }
    }),
  )
  return books as ReadonlyMap<string, Book>
}
