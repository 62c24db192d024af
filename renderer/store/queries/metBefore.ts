import Dexie from 'dexie'
import type { Customer } from '#shared/records/customer'
import type { Interaction } from '#shared/records/interaction'
import type { Person } from '#shared/records/person'
import type { PromiseRecord } from '#shared/records/promise'
import type { Order, Quote } from '#shared/records/trade'
import type { NotebookDatabase } from '../database'
import { decodeRow, liveRecords } from '../rows'

/** What one wants to know at once about somebody met before. */
export interface MetBefore {
  readonly customer: Customer
  readonly person: Person | undefined
  readonly lastTalk: Interaction | undefined
  readonly lastPrice: Quote | Order | undefined
  readonly openPromise: PromiseRecord | undefined
}

/** Reads the last talk, last price and oldest open promise of a customer; undefined when deleted meanwhile. */
export async function metBefore(
  db: NotebookDatabase,
  customerId: string,
  personId: string | undefined,
): Promise<MetBefore | undefined> {
  const row = await db.rows('customers').get(customerId)
  const customer = row === undefined ? undefined : decodeRow('customers', row)
  if (customer === undefined || customer.deletedAt !== undefined) return undefined
  const personRow = personId === undefined ? undefined : await db.rows('people').get(personId)
  const talks = await db
    .rows('interactions')
    .where('[customerId+at]')
    .between([customerId, Dexie.minKey], [customerId, Dexie.maxKey])
    .reverse()
    .limit(1)
    .toArray()
  const promises = liveRecords(
    'promises',
    await db.rows('promises').where('customerId').equals(customerId).toArray(),
  )
  const open = promises
    .filter((promise) => promise.doneAt === undefined)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return {
    customer,
    person: personRow === undefined ? undefined : decodeRow('people', personRow),
    lastTalk: liveRecords('interactions', talks)[0],
    lastPrice: await lastDocument(db, customerId),
    openPromise: open[0],
  }
}

async function lastDocument(db: NotebookDatabase, customerId: string): Promise<Quote | Order | undefined> {
  const newest = async (table: 'quotes' | 'orders') => {
    const rows = await db
      .rows(table)
      .where('[customerId+on]')
      .between([customerId, Dexie.minKey], [customerId, Dexie.maxKey])
      .reverse()
      .limit(1)
      .toArray()
    return liveRecords(table, rows)[0]
  }
  const found = [await newest('quotes'), await newest('orders')].filter((record) => record !== undefined)
  return found.sort((a, b) => (a.on < b.on ? 1 : -1))[0]
}
