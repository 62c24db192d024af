import type { Change } from '#shared/changes/changeSet'
import type { InsightCustomer } from '#shared/insights/insightBook'
import type { CustomerFacts } from '#shared/measures/facts/customerFacts'
import { foldCustomer } from '#shared/measures/facts/foldCustomer'
import { ownDays } from '#shared/measures/facts/ownDay'
import { warmthWeights } from '#shared/measures/warmthSettings'
import type { CurrencyCode } from '#shared/money/values'
import type { Customer } from '#shared/records/customer'
import type { ZoneName } from '#shared/time/values'
import type { NotebookDatabase } from '../store/database'
import { decodeRow } from '../store/rows'
import { asTheyStand, changesSince, type StandingChange } from './changesSince'
import { type ContextTouch, FactShelves } from './factShelves'
import { OWNED_TABLES, readBooks } from './factTables'
import { type FoldedCustomer, glanceOf } from './foldedCustomer'
import { readKeptFacts, writeKeptFacts } from './keptFacts'
import { MergedPages } from './mergedPages'

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

/** So many customers folded since facts were kept are worth keeping them anew: fewer are folded again in a moment. */
const WORTH_KEEPING = 1000

/**
 * The facts of every customer in memory. Folded once, when somebody first asks, in the background and in small portions;
 * then a change-set puts in question only the customers that it touches, and those are folded again. What is followed
 * equals what folding the whole notebook would give (property test). Nothing here knows what day it is.
 */
export class FactsReader {
  readonly shelves = new FactShelves()
  private readonly kept = new Map<string, FoldedCustomer>()
  private sorted: readonly InsightCustomer[] | undefined
  private readonly merged = new MergedPages()
  private readonly waiting = new Set<string>()
  /** Being folded at this moment, with what was known when their reading began. */
  private folding: readonly string[] = []
  private way: FactsWay | undefined
  private loading: Promise<void> | undefined
  private working: Promise<void> | undefined
  private passWanted = false
  /** Customers at the last reading of all. */
  private known = 0
  /** Counts what figures may depend on: facts folded again, and changes of what stands on the shelves. */
  private turn = 0
  /** Everything up to this entry of the journal was followed. */
  private seq = 0
  /** Whether facts that were kept may still be taken over: only in the place of a first reading of all. */
  private mayTakeKept = true
  private taking: Promise<unknown> | undefined
  /** Customers folded since facts were kept. */
  private unkept = 0
  private keeping: Promise<void> | undefined

  constructor(
    /** Lets the worker answer what has come in meanwhile. */
    private readonly pause: () => Promise<void>,
    private readonly limits: { readonly worthKeeping?: number; readonly partCustomers?: number } = {},
  ) {}

  /** Begins to fold unless that was done; another currency or zone begins anew. */
  begin(db: NotebookDatabase, way: FactsWay): FactsProgress {
    if (this.way?.currency !== way.currency || this.way?.zone !== way.zone) {
      this.way = way
      this.passWanted = true
      this.mayTakeKept = true
      this.kept.clear()
      this.sorted = undefined
    }
    this.loading ??= this.load(db).catch((fault: unknown) => {
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
    const done = Math.min(this.kept.size, this.known - open)
    return { done: Math.max(0, done), total: this.known }
  }

  /** Another number whenever figures may have become other ones. */
  version(): number {
    return this.turn
  }

  /** Resolves when everybody is folded. */
  async settled(db: NotebookDatabase): Promise<void> {
    while (!this.isComplete()) await this.work(db)
  }

  /**
   * Resolves once facts that were kept are taken over, at once where none are being: what nobody waits for gives way to
   * somebody who looks at figures.
   */
  async untilTaken(): Promise<void> {
    await this.taking
  }

  /** The facts of all customers in the order of their ids. */
  customers(): readonly InsightCustomer[] {
    this.sorted ??= [...this.kept.values()].sort((a, b) => (a.facts.customerId < b.facts.customerId ? -1 : 1))
    return this.sorted
  }

  currency(): CurrencyCode {
    return this.way?.currency ?? this.shelves.base()
  }

  /**
   * Takes note of what the changes touch; the folding itself happens behind it. `seq` is the entry up to which
   * everything has been given with them, absent in the midst of a change-set of many parts.
   */
  async follow(db: NotebookDatabase, changes: readonly Change[], seq?: number): Promise<void> {
    if (this.loading === undefined) return
    await this.loading.catch(() => undefined)
    this.turn += 1
    this.questionTouched(this.shelves.follow(changes))
    for (const change of changes) this.note(change)
    if (seq !== undefined) this.seq = Math.max(this.seq, seq)
    if (this.way !== undefined) void this.work(db).catch(() => undefined)
  }

  private questionTouched(touch: ContextTouch): void {
    if (touch.everybody) this.passWanted = true
    if (touch.touchpoints.size + touch.carriers.size + touch.productWords.size === 0) return
    for (const id of this.folding) this.waiting.add(id)
    for (const [id, { facts, sampleWords }] of this.kept) {
      const isTouched =
        facts.sources.some(({ touchpointId }) => touch.touchpoints.has(touchpointId ?? '')) ||
        facts.memberships.some(({ carrierId }) => touch.carriers.has(carrierId)) ||
        sampleWords.some((word) => touch.productWords.has(word))
      if (isTouched) this.waiting.add(id)
    }
  }

  private note({ table, id, before, after }: StandingChange): void {
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
    if (!this.merged.isNews(customer)) return
    // Who belonged to this page, whom it belongs to, and who is tied to it, before and after.
    this.questionAround(customer.id)
    this.merged.note(customer)
    this.questionAround(customer.id)
  }

  private questionAround(customerId: string): void {
    const home = this.merged.home(customerId)
    for (const id of [customerId, home, ...this.merged.membersOf(home)]) {
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
    this.waiting.add(this.merged.home(customerId))
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
    if (this.unkept >= (this.limits.worthKeeping ?? WORTH_KEEPING)) this.keepBehind(db)
  }

  /** What stands on the shelves, and up to which entry it was read. */
  private async load(db: NotebookDatabase): Promise<void> {
    // First how far: what is on the shelves may be newer, and is followed again.
    this.seq = (await db.meta.get('index'))?.lastSeq ?? 0
    await this.shelves.load(db)
  }

  /**
   * Takes over the facts that were kept and puts in question whoever was touched since; false where none fit, with
   * nobody known.
   */
  private async takeKept(db: NotebookDatabase): Promise<boolean> {
    const { way } = this
    this.mayTakeKept = false
    const parts = this.takeParts(db).catch(() => false)
    this.taking = parts
    const taken = await parts
    this.taking = undefined
    if (taken && way === this.way) return true
    this.kept.clear()
    this.merged.become([])
    return false
  }

  private async takeParts(db: NotebookDatabase): Promise<boolean> {
    const { way } = this
    const found = await readKeptFacts(db)
    const since = found && (await changesSince(db, found.kept.seq))
    if (found === undefined || since === undefined) return false
    const { kept } = found
    if (kept.currency !== this.currency() || kept.zone !== way?.zone) return false
    this.known = kept.customers
    this.merged.become(kept.merged)
    for await (const customers of found.parts()) {
      for (const one of customers) this.kept.set(one.facts.customerId, one)
      await this.pause()
      if (way !== this.way) return false
    }
    for await (const changes of since) for (const noted of await asTheyStand(db, changes)) this.note(noted)
    this.questionTouched(this.shelves.touchedSince(kept.under))
    this.unkept = 0
    this.sorted = undefined
    this.turn += 1
    return this.kept.size === kept.customers
  }

  /** Keeps the facts for the next start, where all are folded and told in the notebook's own currency. */
  async keep(db: NotebookDatabase): Promise<void> {
    if (this.way === undefined || this.passWanted || this.waiting.size + this.folding.length > 0) return
    if (this.currency() !== this.shelves.base()) return
    this.unkept = 0
    const facts = {
      seq: this.seq,
      currency: this.currency(),
      zone: this.way.zone,
      under: this.shelves.foldedUnder(),
      merged: this.merged.all(),
    }
    await writeKeptFacts(db, facts, [...this.kept.values()], this.pause, this.limits.partCustomers)
  }

  /** Nobody waits for it, and where it fails, the next start has more to fold. */
  private keepBehind(db: NotebookDatabase): void {
    this.keeping ??= this.keep(db)
      .catch(() => undefined)
      .finally(() => {
        this.keeping = undefined
      })
  }

  /** Everybody in the order of the index. */
  private async passThrough(db: NotebookDatabase): Promise<void> {
    this.passWanted = false
    if (this.mayTakeKept && (await this.takeKept(db))) return
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
        const ids = [customer.id, ...this.merged.membersOf(customer.id)]
        const relations = [...new Set(ids.flatMap((id) => this.shelves.tiesOf(id)))].map((tie) => ({
          ...tie,
          fromId: this.merged.home(tie.fromId),
          toId: this.merged.home(tie.toId),
        }))
        const facts = foldCustomer({ ...book, relations, customer }, context, dayOf)
        this.kept.set(customer.id, { facts, name: customer.name, ...glanceOf(book, customer.id, weights) })
      }
      this.sorted = undefined
      this.turn += 1
      this.unkept += ids.length
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
    const members = ids.flatMap((id) => this.merged.membersOf(id))
    // Each once: a page that is asked about may be a member of another one that is.
    const alone = [...new Set(how === 'scattered' ? [...ids, ...members] : members)]
    const ranges = alone.map((id) => ({ from: id, to: id }))
    if (how === 'neighbours' && first !== undefined && last !== undefined) {
      const within = ({ from }: { from: string }) => from >= first && from <= last
      const books = await readBooks(
        db,
        [{ from: first, to: last }, ...ranges.filter((range) => !within(range))],
        this.merged.home,
      )
      return { customers, books }
    }
    return { customers, books: await readBooks(db, ranges, this.merged.home) }
  }
}
