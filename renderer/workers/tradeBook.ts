import type { Change } from '#shared/changes/changeSet'
import { type OrderRhythm, orderRhythm } from '#shared/measures/orderRhythm'
import { lifetimeObserved, openQuoted } from '#shared/measures/tradeAmounts'
import type { RateTable } from '#shared/money/rates'
import type { CurrencyCode, Money } from '#shared/money/values'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { Order, Quote } from '#shared/records/trade'
import type { IsoDate } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { liveRecords, type Row } from '../store/rows'
import { asTheyStand, changesSince, type StandingChange } from './changesSince'
import { Derived } from './derived'
import {
  type PricedOrder,
  type PricedQuote,
  readKeptTrade,
  type TradeOfOne,
  writeKeptTrade,
} from './keptTrade'
import { ownersOf } from './touchedCustomers'

/** Documents read at a time while the whole book is read: small enough that nothing else waits long. */
const CHUNK = 1000
/** Sorts before and after every id and day. */
const FIRST = ''
const LAST = '\uffff'
/** So many customers read since their trade was kept are worth keeping them anew: fewer are read again in a moment. */
const WORTH_KEEPING = 1000

/** With more customers to read again than this, to read everybody is as well. */
const MOST_TOUCHED = 2000

/** No documents: always the same list, so that it is known again. */
const NONE: readonly never[] = []

/** Revenue so far and what is offered, in the base currency; absent where unknown or for want of a rate. */
interface Amounts {
  readonly lifetime: Money | undefined
  readonly openQuoted: Money | undefined
}

/**
 * What customers have bought and been offered, kept in memory as far as it was asked for, so that Today is not read
 * from every order again after each change. Everybody is taken in once, in the background, since anybody may be late:
 * from what was kept, or from the rows.
 */
export class TradeBook {
  private readonly ordersOf = new Map<string, readonly PricedOrder[]>()
  private readonly quotesOf = new Map<string, readonly PricedQuote[]>()
  private readonly rhythmOf = new Map<string, OrderRhythm | undefined>()
  private rhythmsOn = ''
  /** Of each customer whose worth was asked for. */
  private readonly amountsOf = new Map<string, Derived<Parameters<typeof amountsIn>, Amounts>>()
  private reading: Promise<void> | undefined
  private complete = false
  private unreadable = false
  /** Whose orders changed since the reading of all began: what that has of them may be of before. */
  private readonly changed = new Set<string>()
  /** Changes are followed one after the other, so that everything up to `seq` is in. */
  private turn: Promise<void> = Promise.resolve()
  private seq = 0
  /** Nothing that was to be followed has failed. */
  private isSound = true
  /** Customers read since trade was kept. */
  private unkept = 0
  private keeping: Promise<void> | undefined

  constructor(
    /** Lets the worker answer what has come in meanwhile. */
    private readonly pause: () => Promise<void> = () => Promise.resolve(),
    private readonly worthKeeping = WORTH_KEEPING,
  ) {}

  /** Whether everybody is in. */
  isComplete(): boolean {
    return this.complete
  }

  /** Whether the last reading of everybody has failed. */
  isUnreadable(): boolean {
    return this.unreadable
  }

  /** Takes in everybody once, in the background; resolves when all are in, or when that has failed. */
  readAll(db: NotebookDatabase): Promise<void> {
    this.reading ??= this.takeInAll(db)
      .then(() => {
        this.unreadable = false
      })
      .catch(() => {
        // Asked for again with the next list.
        this.unreadable = true
        this.reading = undefined
      })
    return this.reading
  }

  /** Reads the orders and open quotes of customers that are not in yet. */
  async ensure(db: NotebookDatabase, customerIds: readonly string[]): Promise<void> {
    // Once everybody is in, whoever is not has neither, unless that has changed since.
    const ids = [...new Set(customerIds)].filter((id) => !this.complete || this.changed.has(id))
    await Promise.all([
      readEach(db, 'orders', ids, this.ordersOf, (rows) => liveRecords('orders', rows).map(pricedOrder)),
      readEach(db, 'quotes', ids, this.quotesOf, (rows) =>
        liveRecords('quotes', rows).filter(isOpen).map(pricedQuote),
      ),
    ])
  }

  /**
   * Reads anew the customers whose orders or quotes the changes touch. `seq` is the entry up to which everything has
   * been given with them, absent in the midst of a change-set of many parts.
   */
  follow(db: NotebookDatabase, changes: readonly Change[], seq?: number): Promise<void> {
    const touched = new Set(changes.flatMap(buyersOf))
    for (const id of touched) {
      this.ordersOf.delete(id)
      this.quotesOf.delete(id)
      this.rhythmOf.delete(id)
      this.changed.add(id)
    }
    if (this.reading === undefined) return Promise.resolve()
    const followed = this.turn.then(async () => {
      await this.ensure(db, [...touched])
      this.unkept += touched.size
      if (seq === undefined) return
      this.seq = Math.max(this.seq, seq)
      this.keepIfWorth(db)
    })
    this.turn = followed.catch(() => {
      // What is kept from here on would hide this from the next start, which mends it.
      this.isSound = false
    })
    return followed
  }

  /** Keeps everybody's trade for the next start. What is followed meanwhile stands in an entry behind the one kept with it. */
  async keep(db: NotebookDatabase): Promise<void> {
    if (!this.complete || !this.isSound) return
    this.unkept = 0
    const customers = [...new Set([...this.ordersOf.keys(), ...this.quotesOf.keys()])].flatMap(
      (id): TradeOfOne[] => {
        const [orders, quotes] = [this.ordersOf.get(id) ?? [], this.quotesOf.get(id) ?? []]
        return orders.length + quotes.length > 0 ? [[id, orders, quotes]] : []
      },
    )
    await writeKeptTrade(db, this.seq, customers, this.pause)
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

  /** What a customer has bought and is offered; worked out again only where documents, rates or the day are others. */
  amounts(customerId: string, base: CurrencyCode, rates: RateTable, today: IsoDate): Amounts {
    const own = this.amountsOf.get(customerId) ?? new Derived(amountsIn)
    this.amountsOf.set(customerId, own)
    const [orders, quotes] = [this.ordersOf.get(customerId) ?? NONE, this.quotesOf.get(customerId) ?? NONE]
    return own.of(orders, quotes, base, rates, today)
  }

  private async takeInAll(db: NotebookDatabase): Promise<void> {
    this.changed.clear()
    // First how far: what is read may be newer, and is followed again.
    const lastSeq = (await db.meta.get('index'))?.lastSeq ?? 0
    this.seq = Math.max(this.seq, lastSeq)
    if (!(await this.takeKept(db).catch(() => false))) await this.readRows(db)
    this.complete = true
    this.keepIfWorth(db)
  }

  /** Takes over what was kept, and reads whoever was touched since; false where nothing fits. */
  private async takeKept(db: NotebookDatabase): Promise<boolean> {
    const kept = await readKeptTrade(db)
    const since = kept && (await changesSince(db, kept.seq))
    if (kept === undefined || since === undefined) return false
    const ordersOf = new Map<string, readonly PricedOrder[]>()
    const quotesOf = new Map<string, readonly PricedQuote[]>()
    for await (const part of kept.parts()) {
      for (const [id, orders, quotes] of part) {
        ordersOf.set(id, orders)
        quotesOf.set(id, quotes)
      }
      await this.pause()
    }
    const touched = new Set<string>()
    for await (const changes of since) {
      const own = changes.filter(({ table }) => isDocument(table))
      for (const id of (await asTheyStand(db, own)).flatMap(buyersOf)) touched.add(id)
    }
    if (touched.size > MOST_TOUCHED) return false
    for (const id of touched) {
      ordersOf.delete(id)
      quotesOf.delete(id)
    }
    this.putOrders(ordersOf)
    this.putQuotes(quotesOf)
    await this.ensure(db, [...touched])
    this.unkept = touched.size
    return true
  }

  private async readRows(db: NotebookDatabase): Promise<void> {
    const ordersOf = await this.readDocuments(db, 'orders', () => true, pricedOrder)
    // Whoever is late can be told without quotes, should these be unreadable.
    this.putOrders(ordersOf)
    const quotesOf = await this.readDocuments(db, 'quotes', isOpen, pricedQuote)
    this.putQuotes(quotesOf)
    this.unkept = new Set([...ordersOf.keys(), ...quotesOf.keys()]).size
  }

  /** By their ids: the store has the rows in that order, and would look for each one in any other. */
  private async readDocuments<T extends 'orders' | 'quotes', P>(
    db: NotebookDatabase,
    table: T,
    isWanted: (document: RecordOf<T>) => boolean,
    priced: (document: RecordOf<T>) => P,
  ): Promise<Map<string, P[]>> {
    const found = new Map<string, P[]>()
    for (let last = FIRST; ; ) {
      const rows = await db.rows(table).where(':id').above(last).limit(CHUNK).toArray()
      const end = rows.at(-1)
      if (end === undefined) return found
      for (const document of liveRecords(table, rows)) {
        if (!isWanted(document)) continue
        const own = found.get(document.customerId)
        if (own === undefined) found.set(document.customerId, [priced(document)])
        else own.push(priced(document))
      }
      last = end.id
      await this.pause()
    }
  }

  /** What a change has touched since is read on its own. */
  private putOrders(ordersOf: ReadonlyMap<string, readonly PricedOrder[]>): void {
    for (const [id, orders] of ordersOf) {
      if (this.changed.has(id)) continue
      this.ordersOf.set(id, orders)
      this.rhythmOf.delete(id)
    }
  }

  private putQuotes(quotesOf: ReadonlyMap<string, readonly PricedQuote[]>): void {
    for (const [id, quotes] of quotesOf) if (!this.changed.has(id)) this.quotesOf.set(id, quotes)
  }

  /** Nobody waits for it, and where it fails, the next start has more to read. */
  private keepIfWorth(db: NotebookDatabase): void {
    if (!this.complete || !this.isSound || this.unkept < this.worthKeeping) return
    this.keeping ??= this.keep(db)
      .catch(() => undefined)
      .finally(() => {
        this.keeping = undefined
      })
      // What came in meanwhile may be worth it by itself.
      .then(() => this.keepIfWorth(db))
  }
}

function isDocument(table: TableName): table is 'orders' | 'quotes' {
  return table === 'orders' || table === 'quotes'
}

/** Whose orders or quotes a change touches. */
function buyersOf(change: StandingChange): readonly string[] {
  return isDocument(change.table) ? ownersOf(change) : []
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

function amountsIn(
  orders: readonly PricedOrder[],
  quotes: readonly PricedQuote[],
  base: CurrencyCode,
  rates: RateTable,
  today: IsoDate,
): Amounts {
  return {
    lifetime: lifetimeObserved(orders, base, rates).amount.value,
    openQuoted: openQuoted(quotes, base, rates, today).amount.value,
  }
}

function isOpen({ status }: Quote): boolean {
  return status === 'open'
}

function pricedOrder({ total, on, rate, status }: Order): PricedOrder {
  return { total, on, rate, status }
}

function pricedQuote({ total, on, rate, status, validUntil }: Quote): PricedQuote {
  return { total, on, rate, status, validUntil }
}
