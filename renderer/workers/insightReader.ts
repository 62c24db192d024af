import { loadCatalogue } from '#shared/i18n/catalogues'
import type { CustomerBehind, InsightBook, InsightRequest } from '#shared/insights/insightBook'
import { orchard, type Tree } from '#shared/insights/orchard'
import type { Panel, PanelMaker } from '#shared/insights/panel'
import { PANELS, type PanelName } from '#shared/insights/panels'
import { type RateGap, rateGaps } from '#shared/insights/rateGaps'
import type { OrderHistory } from '#shared/lifetime/orderHistory'
import type { Figure } from '#shared/measures/figure'
import { observedValue } from '#shared/measures/treeRings'
import { warmthHalfLife } from '#shared/measures/warmthSettings'
import type { CurrencyCode, Money } from '#shared/money/values'
import type { RecordOf, TableName } from '#shared/records/tables'
import type { ReviewPage } from '#shared/reporting/review/reviewPage'
import { type ReviewReport, reviewReport } from '#shared/reporting/review/reviewReport'
import type { ReviewRequest } from '#shared/reporting/review/reviewRequest'
import type { NotebookDatabase } from '../store/database'
import type { FactsProgress, FactsReader } from './factsReader'
import type { Shelf } from './shelf'

/** Either how far the counting has come, or what was asked for. */
export type InsightAnswer<T> =
  | { readonly progress: FactsProgress; readonly value?: undefined }
  | { readonly progress?: undefined; readonly value: T; readonly base: CurrencyCode }

/** The calls of the worker that figures come by. */
export interface InsightCalls {
  insightPanel(request: InsightRequest, panel: PanelName): Promise<InsightAnswer<Panel>>
  insightBehind(
    request: InsightRequest,
    panel: PanelName,
    rowKey: string,
  ): Promise<InsightAnswer<readonly CustomerBehind[]>>
  insightOrchard(request: InsightRequest): Promise<InsightAnswer<readonly Tree[]>>
  /** What the models of lifetime value learn from; they are fitted elsewhere, since that takes a while. */
  insightOrders(request: InsightRequest): Promise<InsightAnswer<readonly OrderHistory[]>>
  /** What one customer brought so far, and the orders that an expectation starts from; undefined for nobody. */
  insightCustomer(
    request: InsightRequest,
    customerId: string,
  ): Promise<InsightAnswer<CustomerWorth | undefined>>
  /** The rates that amounts lack. */
  insightRateGaps(request: InsightRequest): Promise<InsightAnswer<readonly RateGap[]>>
  /** A review as it is printed, for the screen. */
  insightReviewPage(request: ReviewRequest): Promise<InsightAnswer<ReviewPage>>
  /** The same with its spreadsheet: every row behind the figures. */
  insightReview(request: ReviewRequest): Promise<InsightAnswer<ReviewReport>>
}

/** What a customer is worth as far as it is known. */
export interface CustomerWorth {
  readonly history: OrderHistory
  readonly observed: Figure<Money>
}

export const INSIGHT_CALLS = [
  'insightPanel',
  'insightBehind',
  'insightOrchard',
  'insightOrders',
  'insightCustomer',
  'insightRateGaps',
  'insightReviewPage',
  'insightReview',
] as const satisfies readonly (keyof InsightCalls)[]

/** So many answers are remembered: every figure of the place in the few ways in which somebody looks at it. */
const REMEMBERED = 60
/** Figures that look at the clock are told anew after so long; none of them moves in a few minutes. */
const FRESH_MS = 10 * 60_000

/**
 * Answers questions about figures from facts in memory; one figure at a time, so that nothing else waits for all. What
 * was answered is remembered until a change comes in: to look at the place again counts nothing.
 */
export class InsightReader {
  private readonly answers = new Map<string, { readonly version: number; readonly value: unknown }>()

  constructor(
    private readonly facts: FactsReader,
    private readonly pause: () => Promise<void>,
  ) {}

  panel(db: NotebookDatabase, request: InsightRequest, name: PanelName) {
    return this.remembered(db, request, name, (book) => PANELS[name].make(book, request))
  }

  behind(db: NotebookDatabase, request: InsightRequest, name: PanelName, rowKey: string) {
    const maker: PanelMaker = PANELS[name]
    return this.answer(db, request, (book): readonly CustomerBehind[] => {
      const known = new Map(book.customers.map((one) => [one.facts.customerId, one]))
      return (maker.behind?.(book, request, rowKey) ?? []).map((customerId) => {
        const one = known.get(customerId)
        return { customerId, name: one?.name ?? '', country: one?.facts.country }
      })
    })
  }

  orchard(db: NotebookDatabase, request: InsightRequest) {
    return this.remembered(db, request, 'orchard', (book) => orchard(book, request))
  }

  orders(db: NotebookDatabase, request: InsightRequest) {
    return this.answer(db, request, (book): readonly OrderHistory[] => book.facts.map(historyOf))
  }

  rateGaps(db: NotebookDatabase, request: InsightRequest) {
    return this.remembered(db, request, 'rateGaps', rateGaps)
  }

  customer(db: NotebookDatabase, request: InsightRequest, customerId: string) {
    return this.answer(db, request, (book): CustomerWorth | undefined => {
      const facts = book.facts.find((one) => one.customerId === customerId)
      if (facts === undefined) return undefined
      return { history: historyOf(facts), observed: observedValue(facts, request.today, book.base).revenue }
    })
  }

  /** A review is words: the worker, as the window, has those of the languages that it was asked for. */
  async reviewPage(db: NotebookDatabase, request: ReviewRequest) {
    await loadCatalogue(request.language)
    return this.answer(db, request, (book) => reviewReport(book, request).page)
  }

  async review(db: NotebookDatabase, request: ReviewRequest) {
    await loadCatalogue(request.language)
    return this.answer(db, request, (book) => reviewReport(book, request))
  }

  private remembered<T>(
    db: NotebookDatabase,
    request: InsightRequest,
    what: PanelName | 'orchard' | 'rateGaps',
    of: (book: InsightBook) => T,
  ): Promise<InsightAnswer<T>> {
    const key = JSON.stringify([what, { ...request, now: Math.floor(request.now / FRESH_MS) }])
    return this.answer(db, request, (book) => {
      const version = this.facts.version()
      const before = this.answers.get(key)
      if (before?.version === version) return before.value as T
      const value = of(book)
      this.answers.delete(key)
      this.answers.set(key, { version, value })
      for (const old of [...this.answers.keys()].slice(0, -REMEMBERED)) this.answers.delete(old)
      return value
    })
  }

  private async answer<T>(
    db: NotebookDatabase,
    { currency, zone }: InsightRequest,
    of: (book: InsightBook) => T,
  ): Promise<InsightAnswer<T>> {
    const progress = this.facts.begin(db, { currency, zone })
    // Figures are asked for many at once: what has come in meanwhile goes first.
    await this.pause()
    if (!this.facts.isComplete()) return { progress }
    return { value: of(this.book()), base: this.facts.currency() }
  }

  private book(): InsightBook {
    const { shelves } = this.facts
    const customers = this.facts.customers()
    const settings = shelves.settings()
    const isOwn = this.facts.currency() === shelves.base()
    return {
      customers,
      facts: customers.map((one) => one.facts),
      channels: byId(shelves.channels),
      touchpoints: byId(shelves.touchpoints),
      carriers: byId(shelves.carriers),
      products: byId(shelves.products),
      content: byId(shelves.content),
      positions: byId(shelves.positions),
      offers: byId(shelves.offers),
      staff: byId(shelves.staff),
      costs: shelves.costs.live(),
      hours: shelves.hours.live(),
      traffic: shelves.traffic.live(),
      base: this.facts.currency(),
      rates: shelves.rateTable(),
      // An hour's price is kept in the notebook's own currency only.
      hourMinor: isOwn ? settings?.hourMinor : undefined,
      hourCurrency: isOwn || settings?.hourMinor === undefined ? undefined : shelves.base(),
      giveAskRatio: settings?.giveAskRatio,
      halfLifeDays: warmthHalfLife(settings),
    }
  }
}

function historyOf({ customerId, orders }: InsightBook['facts'][number]): OrderHistory {
  return {
    customerId,
    orders: orders.map(({ on, revenueMinor }) => ({ on, minorBase: revenueMinor })),
  }
}

function byId<T extends TableName>(shelf: Shelf<T>): ReadonlyMap<string, RecordOf<T>> {
  return new Map(shelf.all().map((record) => [record.id, record]))
}
