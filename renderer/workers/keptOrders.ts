import type { Order } from '#shared/records/trade'
import type { NotebookDatabase } from '../store/database'
import { readKeptParts, writeKeptParts } from './keptParts'

/** What ranking needs of an order; its lines stay in the index. */
export type PricedOrder = Pick<Order, 'total' | 'on' | 'rate' | 'status'>

/** Raise the version whenever more or something else of an order is kept. */
const ORDERS = { name: 'orders', version: 1 }
const PART_CUSTOMERS = 1000

/** A customer and all orders that they have. */
export type OrdersOfOne = readonly [customerId: string, orders: readonly PricedOrder[]]

/**
 * The orders as they were kept, the entry up to which all are in them, and a way to read them part by part; undefined
 * where none were. Reading throws where a part is missing or spoilt.
 */
export async function readKeptOrders(
  db: NotebookDatabase,
): Promise<{ readonly seq: number; parts(): AsyncIterable<readonly OrdersOfOne[]> } | undefined> {
  const found = await readKeptParts<object, OrdersOfOne>(db, ORDERS)
  return found === undefined ? undefined : { seq: found.told.seq, parts: found.parts }
}

/** Keeps the orders of customers in the place of those before. */
export function writeKeptOrders(
  db: NotebookDatabase,
  seq: number,
  orders: readonly OrdersOfOne[],
  pause: () => Promise<void>,
): Promise<void> {
  const formOf = (one: OrdersOfOne) => one
  return writeKeptParts(db, ORDERS, { told: {}, seq, items: orders, formOf, perPart: PART_CUSTOMERS, pause })
}
