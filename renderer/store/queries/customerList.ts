import type { Customer } from '#shared/records/customer'
import type { Person } from '#shared/records/person'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'

/** One line of the list. */
export interface CustomerLine {
  readonly customer: Customer
  readonly person: Person | undefined
}

/** All customers, the one last worked with first. Ids only: the lines in sight are read when they come into sight. */
export function recentCustomerIds(db: NotebookDatabase): Promise<string[]> {
  return db.rows('customers').orderBy('updatedAt').reverse().primaryKeys()
}

/** The customers last worked with, the latest first. */
export function latestCustomerIds(db: NotebookDatabase, count: number): Promise<string[]> {
  return db.rows('customers').orderBy('updatedAt').reverse().limit(count).primaryKeys()
}

/** The lines for some ids. A customer deleted meanwhile is left out. */
export async function customerLines(
  db: NotebookDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CustomerLine>> {
  const [rows, people] = await Promise.all([
    db.rows('customers').bulkGet([...ids]),
    db.rows('people').where('customerId').anyOf(ids).toArray(),
  ])
  const firstPerson = new Map<string, Person>()
  for (const person of liveRecords('people', people)) {
    if (!firstPerson.has(person.customerId)) firstPerson.set(person.customerId, person)
  }
  const lines = new Map<string, CustomerLine>()
  for (const row of rows) {
    const customer = row === undefined ? undefined : decodeRow('customers', row)
    if (customer === undefined || customer.deletedAt !== undefined) continue
    lines.set(customer.id, { customer, person: firstPerson.get(customer.id) })
  }
  return lines
}
