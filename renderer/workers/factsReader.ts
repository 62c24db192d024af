import type { Change } from '#shared/changes/changeSet'
import type { InsightCustomer } from '#shared/insights/insightBook'
import type { CustomerFacts } from '#shared/measures/facts/customerFacts'
import type { ReadCustomer } from '#shared/measures/facts/customerRecords'
import { productWord } from '#shared/measures/facts/foldContext'
import { foldCustomer } from '#shared/measures/facts/foldCustomer'
import { mergedHome } from '#shared/measures/facts/foldNotebook'
import { ownDays } from '#shared/measures/facts/ownDay'
import { fairLeads } from '#shared/measures/firstTouch'
import type { WarmthWeights } from '#shared/measures/warmth'
import { warmthWeights } from '#shared/measures/warmthSettings'
import { warmthTrace } from '#shared/measures/warmthTrace'
import type { CurrencyCode } from '#shared/money/values'
import { giveAsk } from '#shared/nurture/giveAsk'
import type { Customer } from '#shared/records/customer'
import type { ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { decodeRow } from '../store/rows'
import { FactShelves } from './factShelves'
import { type Book, OWNED_TABLES, readBooks } from './factTables'

/** Neighbours folded at a time, and scattered customers: a search waits for no more than this. */
const PASS_CHUNK = 100
const SCATTERED_CHUNK = 25
/** With more than this part of all customers in question, reading everybody in order is quicker. */
const PASS_FROM_PART = 0.25
const PASS_FROM = 500
const OWNED: ReadonlySet<string> = new Set(OWNED_TABLES)

/** In which currency and on whose calendar facts are told. */
export interface FactsWay {
  /** The notebook's base currency where absent. */
  readonly currency?: CurrencyCode | undefined
  readonly zone: ZoneName
}

/** How far the counting has come. */
export interface FactsProgress {
  readonly done: number
  readonly total: number
}

interface Kept extends InsightCustomer {
  /** What samples were called, as products are compared. */
  readonly sampleWords: readonly string[]
}

/**
 * The facts of every customer in memory. Folded once, when somebody first asks, in the background and in small portions;
 * then a change-set puts in question only the customers that it touches, and those are folded again. What is followed
 * equals what folding the whole notebook would give (property test). Nothing here knows what day it is.
 */
export class FactsReader {
  readonly shelves = new FactShelves()
  private readonly kept = new Map<string, Kept>()
  private sorted: readonly InsightCustomer[] | undefined
  /** Tombstones of pages that were merged into another. */
  private readonly merged = new Map<string, Pick<ReadCustomer, 'id' | 'deletedAt' | 'mergedIntoId'>>()
  private home: (customerId: string) => string = (id) => id
  private membersOf = new Map<string, string[]>()
  private readonly waiting = new Set<string>()
  /** Being folded at this moment, with what was known when their reading began. */
  private folding: readonly string[] = []
  private way: FactsWay | undefined
  private loading: Promise<void> | undefined
  private working: Promise<void> | undefined
  private passWanted = false
  /** Customers at the last reading of all. */
  private known = 0

  constructor(
    /** Lets the worker answer what has come in meanwhile. */
    private readonly pause: () => Promise<void>,
  ) {}

  /** Begins to fold unless that was done; another currency or zone begins anew. */
  begin(db: NotebookDatabase, way: FactsWay): FactsProgress {
    if (this.way?.currency !== way.currency || this.way?.zone !== way.zone) {
      this.way = way
      this.passWanted = true
      this.kept.clear()
      this.sorted = undefined
    }
    this.loading ??= this.shelves.load(db).catch((fault: unknown) => {
      this.loading = undefined
      throw fault
    })
    void this.work(db).catch(() => undefined)
    return this.progress()
  }

  /**
   * The facts of everybody, read first as far as they are not known. Amounts are in the notebook's own currency, or in
   * whichever they are told already where no amount is asked for: what another place counts is not counted twice.
   */
  async ofEverybody(
    db: NotebookDatabase,
    zone: ZoneName,
    amounts: 'own' | 'any' = 'any',
  ): Promise<readonly CustomerFacts[]> {
    this.begin(db, { currency: amounts === 'any' ? this.way?.currency : undefined, zone })
    await this.settled(db)
    return this.customers().map(({ facts }) => facts)
  }

  /** Whether every customer is folded and none is in question. */
  isComplete(): boolean {
    return this.way !== undefined && this.working === undefined && !this.passWanted && this.waiting.size === 0
  }

  progress(): FactsProgress {
    const open = this.passWanted ? this.known : this.waiting.size + this.folding.length
    return { done: Math.max(0, this.known - open), total: this.known }
  }

  /** Resolves when everybody is folded. */
  async settled(db: NotebookDatabase): Promise<void> {
    while (!this.isComplete()) await this.work(db)
  }

  /** The facts of all customers in the order of their ids. */
  customers(): readonly InsightCustomer[] {
    this.sorted ??= [...this.kept.values()].sort((a, b) => (a.facts.customerId < b.facts.customerId ? -1 : 1))
    return this.sorted
  }

  currency(): CurrencyCode {
    return this.way?.currency ?? this.shelves.base()
  }

  /** Takes note of what the changes touch; the folding itself happens behind it. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
    if (this.loading === undefined) return
    await this.loading.catch(() => undefined)
    const touch = this.shelves.follow(changes)
    if (touch.everybody) this.passWanted = true
    const size = touch.touchpoints.size + touch.carriers.size + touch.productWords.size
    if (size > 0) {
      for (const id of this.folding) this.waiting.add(id)
      for (const [id, { facts, sampleWords }] of this.kept) {
        const isTouched =
          facts.sources.some(({ touchpointId }) => touch.touchpoints.has(touchpointId ?? '')) ||
          facts.memberships.some(({ carrierId }) => touch.carriers.has(carrierId)) ||
          sampleWords.some((word) => touch.productWords.has(word))
        if (isTouched) this.waiting.add(id)
      }
    }
    for (const change of changes) this.note(change)
    if (this.way !== undefined) void this.work(db).catch(() => undefined)
  }

  private note({ table, id, before, after }: Change): void {
    if (table === 'customers') this.noteCustomer(after as unknown as Customer)
    else if (table === 'relations') {
      for (const end of [before?.fromId, before?.toId, after.fromId, after.toId]) this.question(end)
    } else if (OWNED.has(table)) {
      this.question(before?.customerId)
      this.question(after.customerId)
    }
    if (table === 'customers') this.question(id)
  }

  private noteCustomer(customer: Customer): void {
    const isMerged = customer.deletedAt !== undefined && customer.mergedIntoId !== undefined
    if (!isMerged && !this.merged.has(customer.id)) return
    if (this.merged.get(customer.id)?.mergedIntoId === customer.mergedIntoId && isMerged) return
    // Who belonged to this page, whom it belongs to, and who is tied to it, before and after.
    this.questionAround(customer.id)
    if (isMerged) this.merged.set(customer.id, customer)
    else this.merged.delete(customer.id)
    this.home = mergedHome(this.merged.values())
    this.membersOf = new Map()
    for (const id of this.merged.keys()) {
      const to = this.home(id)
      this.membersOf.set(to, [...(this.membersOf.get(to) ?? []), id])
    }
    this.questionAround(customer.id)
  }

  private questionAround(customerId: string): void {
    const home = this.home(customerId)
    for (const id of [customerId, home, ...(this.membersOf.get(home) ?? [])]) {
      this.question(id)
      for (const tie of this.shelves.tiesOf(id)) {
        this.question(tie.fromId)
        this.question(tie.toId)
      }
    }
  }

  private question(customerId: unknown): void {
    if (typeof customerId !== 'string') return
    this.waiting.add(customerId)
    this.waiting.add(this.home(customerId))
  }

  private work(db: NotebookDatabase): Promise<void> {
    this.working ??= this.workThrough(db).finally(() => {
      this.working = undefined
    })
    return this.working
  }

  private async workThrough(db: NotebookDatabase): Promise<void> {
    await this.loading
    while (this.passWanted || this.waiting.size > 0) {
      if (this.waiting.size > Math.max(PASS_FROM, this.kept.size * PASS_FROM_PART)) this.passWanted = true
      if (this.passWanted) await this.passThrough(db)
      else {
        const ids = [...this.waiting].slice(0, SCATTERED_CHUNK)
        for (const id of ids) this.waiting.delete(id)
        await this.fold(db, ids, 'scattered')
        await this.pause()
      }
    }
  }

  /** Everybody in the order of the index. */
  private async passThrough(db: NotebookDatabase): Promise<void> {
    this.passWanted = false
    this.waiting.clear()
    const ids = await db.rows('customers').orderBy('id').primaryKeys()
    this.known = ids.length
    for (const id of ids) this.waiting.add(id)
    for (let start = 0; start < ids.length && !this.passWanted; start += PASS_CHUNK) {
      const chunk = ids.slice(start, start + PASS_CHUNK)
      for (const id of chunk) this.waiting.delete(id)
      await this.fold(db, chunk, 'neighbours')
      await this.pause()
    }
  }

  private async fold(db: NotebookDatabase, ids: readonly string[], how: 'neighbours' | 'scattered') {
    this.folding = ids
    try {
      const { customers, books } = await this.read(db, ids, how)
      for (const id of ids) this.kept.delete(id)
      const base = this.currency()
      const context = this.shelves.foldContext(base, this.way?.zone ?? 'UTC')
      const dayOf = ownDays(context.zone)
      const weights = warmthWeights(this.shelves.settings())
      for (const customer of customers) {
        if (customer.deletedAt !== undefined) continue
        const book = books.get(customer.id) ?? {}
        const ids = [customer.id, ...(this.membersOf.get(customer.id) ?? [])]
        const relations = [...new Set(ids.flatMap((id) => this.shelves.tiesOf(id)))].map((tie) => ({
          ...tie,
          fromId: this.home(tie.fromId),
          toId: this.home(tie.toId),
        }))
        const facts = foldCustomer({ ...book, relations, customer }, context, dayOf)
        this.kept.set(customer.id, { facts, name: customer.name, ...glanceOf(book, customer.id, weights) })
      }
      this.sorted = undefined
    } catch (fault) {
      // The next one who asks tries again.
      for (const id of ids) this.waiting.add(id)
      throw fault
    } finally {
      this.folding = []
    }
  }

  private async read(db: NotebookDatabase, ids: readonly string[], how: 'neighbours' | 'scattered') {
    const rows = await db.rows('customers').bulkGet([...ids])
    const customers = rows.flatMap((row) => (row === undefined ? [] : [decodeRow('customers', row)]))
    for (const customer of customers) if (customer.deletedAt !== undefined) this.noteCustomer(customer)
    const [first, last] = [ids[0], ids.at(-1)]
    const members = ids.flatMap((id) => this.membersOf.get(id) ?? [])
    const alone = how === 'scattered' ? [...ids, ...members] : members
    const ranges = alone.map((id) => ({ from: id, to: id }))
    if (how === 'neighbours' && first !== undefined && last !== undefined) {
      const within = ({ from }: { from: string }) => from >= first && from <= last
      const books = await readBooks(
        db,
        [{ from: first, to: last }, ...ranges.filter((range) => !within(range))],
        this.home,
      )
      return { customers, books }
    }
    return { customers, books: await readBooks(db, ranges, this.home) }
  }
}

/** What figures need of a customer's talks beside the facts. */
function glanceOf(book: Book, customerId: string, weights: WarmthWeights): Omit<Kept, 'facts' | 'name'> {
  // A talk that still names a merged page was with the page that is left.
  const talks = (book.interactions ?? []).map((talk) => ({ ...talk, customerId }))
  const met = new Set(talks.flatMap(({ kind, touchpointId }) => (kind === 'met' ? (touchpointId ?? []) : [])))
  return {
    warmth: warmthTrace(talks, weights),
    leads: [...met].flatMap((touchpointId) =>
      fairLeads(touchpointId, talks).map(({ metAt, firstTouchAt }) => ({
        touchpointId,
        metAt,
        ...(firstTouchAt === undefined ? {} : { firstTouchAt }),
      })),
    ),
    giveAsk: giveAsk(talks),
    sampleWords: (book.samples ?? []).map((sample) => productWord(sample.what)),
  }
}
