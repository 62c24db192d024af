import type { Change } from '#shared/changes/changeSet'
import { lifetimeObserved, openQuoted } from '#shared/measures/tradeAmounts'
import type { RateTable } from '#shared/money/rates'
import type { CurrencyCode, Money } from '#shared/money/values'
import type { Order, Quote } from '#shared/records/trade'
import type { IsoDate } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { liveRecords } from '../store/rows'

/** Orders read at a time while the whole book is read: small enough that nothing else waits long. */
const CHUNK = 1000
/** Sorts before and after every id. */
const FIRST_ID = ''
const LAST_ID = '\uffff'

/** What ranking needs of a customer's documents; their lines stay in the index. */
interface Documents {
  readonly orders: readonly Pick<Order, 'total' | 'on' | 'rate' | 'status'>[]
  readonly openQuotes: readonly Pick<Quote, 'total' | 'on' | 'rate' | 'status' | 'validUntil'>[]
}

/**
 * What customers have bought and been offered, kept in memory as far as it was asked for, so that Today is not read
 * from every order again after each change.
 */
export class TradeBook {
  private readonly byCustomer = new Map<string, Documents>()
  private reading: Promise<void> | undefined
  private complete = false

  /** Whether every customer with an order is in. */
  isComplete(): boolean {
    return this.complete
  }

  /** Reads all orders once, in the background; resolves when all are in. */
  readAll(db: NotebookDatabase): Promise<void> {
    this.reading ??= this.readOwners(db).catch(() => {
      // Asked for again with the next list.
      this.reading = undefined
    })
    return this.reading
  }

  /** Reads the customers that are not in yet. */
  async ensure(db: NotebookDatabase, customerIds: readonly string[]): Promise<void> {
    const unknown = [...new Set(customerIds)].filter((id) => !this.byCustomer.has(id))
    if (unknown.length === 0) return
    await db.transaction('r', db.rows('orders'), db.rows('quotes'), async () => {
      const read = await Promise.all(unknown.map((id) => documentsOf(db, id)))
      for (const [place, id] of unknown.entries()) {
        const documents = read[place]
        if (documents !== undefined) this.byCustomer.set(id, documents)
      }
    })
  }

  /** Reads anew the customers whose orders or quotes the changes touch. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
    const touched = changes
      .filter((change) => change.table === 'orders' || change.table === 'quotes')
      .map((change) => String(change.after.customerId))
    for (const id of touched) this.byCustomer.delete(id)
    if (this.reading !== undefined) await this.ensure(db, touched)
  }

  /** Days of orders that were not cancelled, by customer. */
  orderDays(): ReadonlyMap<string, readonly IsoDate[]> {
    const days = new Map<string, readonly IsoDate[]>()
    for (const [id, { orders }] of this.byCustomer) {
      const bought = orders.filter((order) => order.status !== 'cancelled').map((order) => order.on)
      if (bought.length > 0) days.set(id, bought)
    }
    return days
  }

  /** Revenue so far and what is offered, in the base currency; absent where unknown or for want of a rate. */
  amounts(
    customerId: string,
    base: CurrencyCode,
    rates: RateTable,
    today: IsoDate,
  ): { readonly lifetime: Money | undefined; readonly openQuoted: Money | undefined } {
    const documents = this.byCustomer.get(customerId)
    if (documents === undefined) return { lifetime: undefined, openQuoted: undefined }
    return {
      lifetime: lifetimeObserved(documents.orders, base, rates).amount.value,
      openQuoted: openQuoted(documents.openQuotes, base, rates, today).amount.value,
    }
  }

  private async readOwners(db: NotebookDatabase): Promise<void> {
    for (let last = FIRST_ID; ; ) {
      const keys = await db
        .rows('orders')
        .where('[customerId+on]')
        .between([last, LAST_ID], [LAST_ID, LAST_ID], false, true)
        .limit(CHUNK)
        .keys()
      const owners = (keys as unknown as [string, string][]).map(([customerId]) => customerId)
      await this.ensure(db, owners)
      const end = owners.at(-1)
      if (end === undefined) break
      last = end
    }
    this.complete = true
  }
}

async function documentsOf(db: NotebookDatabase, customerId: string): Promise<Documents> {
  const range: [[string, string], [string, string]] = [
    [customerId, FIRST_ID],
    [customerId, LAST_ID],
  ]
  const [orders, quotes] = await Promise.all([
    db
      .rows('orders')
      .where('[customerId+on]')
      .between(...range, true, true)
      .toArray(),
    db
      .rows('quotes')
      .where('[customerId+on]')
      .between(...range, true, true)
      .toArray(),
  ])
  return {
    orders: liveRecords('orders', orders).map(({ total, on, rate, status }) => ({ total, on, rate, status })),
    openQuotes: liveRecords('quotes', quotes)
      .filter((quote) => quote.status === 'open')
      .map(({ total, on, rate, status, validUntil }) => ({ total, on, rate, status, validUntil })),
  }
}
