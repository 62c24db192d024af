import type { Order, Quote } from '#shared/records/trade'
import type { NotebookDatabase } from '../store/database'
import { readKeptParts, writeKeptParts } from './keptParts'

/** What ranking needs of documents; their lines stay in the index. */
export type PricedOrder = Pick<Order, 'total' | 'on' | 'rate' | 'status'>
export type PricedQuote = Pick<Quote, 'total' | 'on' | 'rate' | 'status' | 'validUntil'>

/** Raise the version whenever more or something else of a document is kept. */
const TRADE = { name: 'trade', version: 1 }
const PART_CUSTOMERS = 1000

/** A customer with all orders and the quotes that are open. */
export type TradeOfOne = readonly [
  customerId: string,
  orders: readonly PricedOrder[],
  openQuotes: readonly PricedQuote[],
]

/**
 * What was bought and offered as it was kept, the entry up to which all of it is there, and a way to read it part by
 * part; undefined where nothing was kept. Reading throws where a part is missing or spoilt.
 */
export async function readKeptTrade(
  db: NotebookDatabase,
): Promise<{ readonly seq: number; parts(): AsyncIterable<readonly TradeOfOne[]> } | undefined> {
  const found = await readKeptParts<object, TradeOfOne>(db, TRADE)
  return found === undefined ? undefined : { seq: found.told.seq, parts: found.parts }
}

/** Keeps what customers bought and were offered in the place of what was kept before. */
export function writeKeptTrade(
  db: NotebookDatabase,
  seq: number,
  customers: readonly TradeOfOne[],
  pause: () => Promise<void>,
): Promise<void> {
  const formOf = (one: TradeOfOne) => one
  return writeKeptParts(db, TRADE, {
    told: {},
    seq,
    items: customers,
    formOf,
    perPart: PART_CUSTOMERS,
    pause,
  })
}
