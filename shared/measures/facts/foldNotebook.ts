import type { CustomerFacts } from './customerFacts'
import type { CustomerRecords, ReadCustomer } from './customerRecords'
import type { FoldContext } from './foldContext'
import { foldCustomer } from './foldCustomer'
import { ownDays } from './ownDay'

/** The tables that measures read, whole. */
export type NotebookTables = Omit<CustomerRecords, 'customer'> & {
  readonly customers: readonly ReadCustomer[]
}
type Owned = Exclude<keyof CustomerRecords, 'customer' | 'relations'>

const OWNED: readonly Owned[] = [
  'interactions',
  'stageMoves',
  'quotes',
  'orders',
  'payments',
  'samples',
  'memberships',
  'consents',
  'engagements',
  'hours',
]

/**
 * The facts of every live customer, in the order of `customers`. One pass over each table. A record that still names
 * a page which was merged into another belongs to that other; one whose customer is gone is left out. Folding one
 * customer with `foldCustomer` from the same records gives the same facts.
 */
export function foldNotebook(tables: NotebookTables, context: FoldContext): CustomerFacts[] {
  const home = mergedHome(tables.customers)
  const books = new Map<string, Record<string, unknown[]>>()
  for (const { id, deletedAt } of tables.customers) if (deletedAt === undefined) books.set(id, {})
  const put = (customerId: string | undefined, table: string, record: object): void => {
    const book = customerId === undefined ? undefined : books.get(home(customerId))
    if (book === undefined) return
    const list = book[table]
    if (list === undefined) book[table] = [record]
    else list.push(record)
  }
  for (const table of OWNED) for (const record of tables[table] ?? []) put(record.customerId, table, record)
  for (const tie of tables.relations ?? []) {
    const own = { ...tie, fromId: home(tie.fromId), toId: home(tie.toId) }
    for (const id of new Set([own.fromId, own.toId])) put(id, 'relations', own)
  }
  const dayOf = ownDays(context.zone)
  return tables.customers.flatMap((customer) => {
    const book = books.get(customer.id)
    return book === undefined ? [] : [foldCustomer({ ...book, customer } as CustomerRecords, context, dayOf)]
  })
}

/** Follows pages to the one that they were merged into, over several merges; a ring of them ends somewhere on it. */
export function mergedHome(
  customers: Iterable<Pick<ReadCustomer, 'id' | 'deletedAt' | 'mergedIntoId'>>,
): (customerId: string) => string {
  const into = new Map<string, string>()
  for (const { id, deletedAt, mergedIntoId } of customers)
    if (deletedAt !== undefined && mergedIntoId !== undefined) into.set(id, mergedIntoId)
  return (customerId) => {
    let at = customerId
    for (let hops = 0; hops <= into.size; hops += 1) {
      const next = into.get(at)
      if (next === undefined) return at
      at = next
    }
    return at
  }
}
