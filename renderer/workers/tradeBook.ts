import type { Change } from '#shared/changes/changeSet'
import { groupedBy } from '#shared/grouping/groupedBy'
import { type OrderRhythm, orderRhythm } from '#shared/measures/orderRhythm'
import { lifetimeObserved, openQuoted } from '#shared/measures/tradeAmounts'
import type { RateTable } from '#shared/money/rates'
import type { CurrencyCode, Money } from '#shared/money/values'
import type { Order, Quote } from '#shared/records/trade'
import type { IsoDate } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { liveRecords, type Row } from '../store/rows'

/** Orders read at a time while the whole book is read: small enough that nothing else waits long. */
const CHUNK = 1000
/** Sorts before and after every id and day. */
const FIRST = ''
const LAST = '\uffff'

/** What ranking needs of documents; their lines stay in the index. */
type PricedOrder = Pick<Order, 'total' | 'on' | 'rate' | 'status'>
type PricedQuote = Pick<Quote, 'total' | 'on' | 'rate' | 'status' | 'validUntil'>

/**
 * What customers have bought and been offered, kept in memory as far as it was asked for, so that Today is not read
 * from every order again after each change. Orders are read whole once, in the background, since anybody may be
 * late; quotes only of those who stand on the list.
 */
export class TradeBook {
  private readonly ordersOf = new Map<string, readonly PricedOrder[]>()
  private readonly quotesOf = new Map<string, readonly PricedQuote[]>()
  private readonly rhythmOf = new Map<string, OrderRhythm | undefined>()
  private rhythmsOn = ''
  private reading: Promise<void> | undefined
  private complete = false

  /** Whether every customer with an order is in. */
  isComplete(): boolean {
    return this.complete
  }

  /** Reads all orders once, in the background; resolves when all are in. */
  readAll(db: NotebookDatabase): Promise<void> {
    this.reading ??= this.readOrders(db).catch(() => {
      // Asked for again with the next list.
      this.reading = undefined
    })
    return this.reading
  }

  /** Reads the orders and open quotes of customers that are not in yet. */
  async ensure(db: NotebookDatabase, customerIds: readonly string[]): Promise<void> {
    const ids = [...new Set(customerIds)]
    await Promise.all([
      readEach(db, 'orders', ids, this.ordersOf, (rows) => liveRecords('orders', rows).map(pricedOrder)),
      readEach(db, 'quotes', ids, this.quotesOf, (rows) =>
        liveRecords('quotes', rows)
          .filter((quote) => quote.status === 'open')
          .map(pricedQuote),
      ),
    ])
  }

  /** Reads anew the customers whose orders or quotes the changes touch. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
    const touched = changes
      .filter((change) => change.table === 'orders' || change.table === 'quotes')
      // One that went to another page leaves its old one as well.
      .flatMap(({ before, after }) => [before?.customerId, after.customerId])
      .flatMap((id) => (typeof id === 'string' ? id : []))
    for (const id of touched) {
      this.ordersOf.delete(id)
      this.quotesOf.delete(id)
      this.rhythmOf.delete(id)
    }
    if (this.reading !== undefined) await this.ensure(db, touched)
  }

  /** Who orders in a rhythm of their own, and how it stands on a day; worked out once a day and customer. */
  rhythms(today: IsoDate): ReadonlyMap<string, OrderRhythm> {
    if (this.rhythmsOn !== today) this.rhythmOf.clear()
    this.rhythmsOn = today
    const known = new Map<string, OrderRhythm>()
    for (const [id, orders] of this.ordersOf) {
      if (!this.rhythmOf.has(id)) {
        const bought = orders.filter((order) => order.status !== 'cancelled').map((order) => order.on)
        this.rhythmOf.set(id, orderRhythm(bought, today).value)
      }
      const rhythm = this.rhythmOf.get(id)
      if (rhythm !== undefined) known.set(id, rhythm)
    }
    return known
  }

  /** Revenue so far and what is offered, in the base currency; absent where unknown or for want of a rate. */
  amounts(
    customerId: string,
    base: CurrencyCode,
    rates: RateTable,
    today: IsoDate,
  ): { readonly lifetime: Money | undefined; readonly openQuoted: Money | undefined } {
    return {
      lifetime: lifetimeObserved(this.ordersOf.get(customerId) ?? [], base, rates).amount.value,
      openQuoted: openQuoted(this.quotesOf.get(customerId) ?? [], base, rates, today).amount.value,
    }
  }

  private async readOrders(db: NotebookDatabase): Promise<void> {
    for (let last = FIRST; ; ) {
      const rows = await db
        .rows('orders')
        .where('[customerId+on]')
        .between([last, LAST], [LAST, LAST], false, true)
        .limit(CHUNK)
        .toArray()
      const end = rows.at(-1)?.customerId
      if (typeof end !== 'string') break
      const groups = byCustomer(rows)
      // The last one's orders may go on in the next chunk: theirs are read on their own.
      groups.delete(end)
      for (const [id, own] of groups) this.put(id, liveRecords('orders', own).map(pricedOrder))
      await readEach(db, 'orders', [end], this.ordersOf, (own) => liveRecords('orders', own).map(pricedOrder))
      last = end
    }
    this.complete = true
  }

  private put(id: string, orders: readonly PricedOrder[]): void {
    this.ordersOf.set(id, orders)
    this.rhythmOf.delete(id)
  }
}

/** Reads the documents of those customers that `known` lacks, all within one transaction. */
async function readEach<T>(
  db: NotebookDatabase,
  table: 'orders' | 'quotes',
  customerIds: readonly string[],
  known: Map<string, readonly T[]>,
  pick: (rows: readonly Row[]) => readonly T[],
): Promise<void> {
  const unknown = customerIds.filter((id) => !known.has(id))
  if (unknown.length === 0) return
  await db.transaction('r', db.rows(table), async () => {
    const read = await Promise.all(
      unknown.map((id) =>
        db.rows(table).where('[customerId+on]').between([id, FIRST], [id, LAST], true, true).toArray(),
      ),
    )
    for (const [place, id] of unknown.entries()) known.set(id, pick(read[place] ?? []))
  })
}

function byCustomer(rows: readonly Row[]): Map<string, Row[]> {
  return groupedBy(rows, ({ customerId }) => String(customerId))
}

function pricedOrder({ total, on, rate, status }: Order): PricedOrder {
  return { total, on, rate, status }
}

function pricedQuote({ total, on, rate, status, validUntil }: Quote): PricedQuote {
  return { total, on, rate, status, validUntil }
}
