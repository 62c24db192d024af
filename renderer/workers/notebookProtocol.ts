import type { AccessRecord } from '#shared/access/accessRecords'
import type { MergeGroup, MergeRule } from '#shared/duplicates/mergeRules'
import type { ErasureSubject } from '#shared/erasing/request'
import type { BadRow } from '#shared/ipc/backup'
import type { ReplayEntry } from '#shared/ipc/journal'
import type { Match, MatchQuery } from '#shared/matching/match'
import type { TouchCalendar } from '#shared/nurture/fineDay'
import type { Enrolment } from '#shared/records/nurture'
import type { OrchardError } from '#shared/result'
import type { SearchHits } from '#shared/search/searchIndex'
import type { SnapshotSummary, TableCounts } from '#shared/snapshot/format'
import type { PriceMemory } from '#shared/trade/priceMemory'
import type { UnreadCard } from './cardDebtReader'
import type { CarriersAnswer, CarriersRequest } from './carrierReader'
import type { CatchUpAnswer, CatchUpRequest } from './catchUpReader'
import type { CustomerPagesAnswer, CustomerPagesRequest } from './customerPages'
import type { DuplicatesAnswer } from './duplicateReader'
import { GATHER_CALLS, type GatherCalls } from './gatherProtocol'
import type { ComparisonStep } from './healthReader'
import { INSIGHT_CALLS, type InsightCalls } from './insightReader'
import type { ListFigure, ListFiguresRequest } from './listFigures'
import type { TodayAnswer, TodayRequest, TouchesAnswer, TouchesRequest } from './nurtureReader'
import type { PlaceAnswer, PlaceRequest } from './placeReader'
import { PLAN_CALLS, type PlanCalls } from './planProtocol'
import type { DryRunAnswer, DryRunRequest } from './planRehearsal'
import { REVERSAL_CALLS, type ReversalCalls } from './reversalProtocol'
import { SEGMENT_CALLS, type SegmentCalls } from './segmentProtocol'
import type { SpanAnswer, SpanRequest } from './spanReader'
import { TAKE_BACK_CALLS, type TakeBackCalls } from './takeBackProtocol'

/** What the window tells the worker about the journal when it asks for the index. */
export interface OpenIndexRequest {
  readonly generation: number
  readonly lastSeq: number
  /** The index that was last good; empty when there has never been one. */
  readonly databaseName: string
  /** Asks for a new, empty index whatever there is: the one before could not be filled. */
  readonly fresh?: boolean | undefined
  /** What the rows are sealed with; absent or null for a notebook without a lock. */
  readonly rowKey?: Uint8Array | null | undefined
}

/** Why an index is built anew. Each is shown to the person in words. */
export type RebuildReason = 'first' | 'missing' | 'empty' | 'generation' | 'damaged' | 'counts'

/** The index that is open now, and where it stands. */
export interface OpenIndexAnswer {
  readonly databaseName: string
  readonly appliedSeq: number
  /** Entries of the journal that this index had to do without; absent when none. */
  readonly lost?: number | undefined
  /** Set when a new, empty index stands in for the old one. */
  readonly rebuild?: RebuildReason | undefined
}

/** A journal entry on its way into the index: its number, and the change-set as the UTF-8 of its JSON, or nothing. */
export interface EntryToApply {
  readonly seq: number
  readonly set: Uint8Array | undefined
  /** How many entries up to this one the journal could not give. */
  readonly lost?: number | undefined
}

/** A journal entry as the worker takes it. */
export function entryToApply(entry: ReplayEntry): EntryToApply {
  if (entry.kind === 'lost') return { seq: entry.seq, set: undefined, lost: entry.seq - entry.fromSeq + 1 }
  return { seq: entry.seq, set: entry.kind === 'change' ? entry.set : undefined }
}

/** Some lines of a snapshot. `next` asks for more; the last page has none and carries the summary. */
export interface ExportPage {
  readonly lines: Uint8Array
  readonly next: number | null
  /** How much of the records was read by now, 0 to 1. */
  readonly share: number
  readonly summary?: SnapshotSummary | undefined
}

/** How much of a snapshot was taken in, and what had to be left out. */
export interface LoadProgress {
  readonly lines: number
  readonly badRows: number
  /** The first of them. */
  readonly badList: readonly BadRow[]
}

/** The calls that the worker answers. It is the sole writer of the index. */
export interface NotebookWorkerCalls
  extends PlanCalls,
    GatherCalls,
    SegmentCalls,
    TakeBackCalls,
    ReversalCalls,
    InsightCalls {
  openIndex(request: OpenIndexRequest): Promise<OpenIndexAnswer>
  /** The id of the change-set that the log has under a number, null when none. */
  loggedSetId(seq: number): Promise<string | null>
  /**
   * Writes entries in order; `lost` counts those that this index had to do without, this time or before. Only where no
   * more follow at once does the answer wait for the disk.
   */
  apply(entries: readonly EntryToApply[], moreFollow?: boolean): Promise<{ appliedSeq: number; lost: number }>
  /**
   * Writes a part of a change-set that was journalled in chunks. The index says that it follows the journal so far only
   * with the last part; a start before that applies all of it again.
   */
  applyBulk(entries: readonly EntryToApply[], isLast: boolean): Promise<{ appliedSeq: number }>
  /** Compares the rows of every table with what meta says. An index that has lost rows is not to be believed. */
  verifyCounts(): Promise<{ damagedTables: readonly string[] }>
  /** Everything that is known of a customer or a person. */
  access(subject: ErasureSubject): Promise<readonly AccessRecord[]>
  /** Begins to hold the index against the journal, of which it is then given all; see `HealthReader`. */
  healthBegin(): Promise<void>
  healthLines(lines: Uint8Array): Promise<void>
  healthEntries(entries: readonly EntryToApply[]): Promise<void>
  /** Compares the next rows; the answer with a result ends the check. */
  healthCompare(): Promise<ComparisonStep>
  /** Gives the check up. */
  healthEnd(): Promise<void>
  /** Makes everybody findable by words, from what was kept or from all rows; resolves when everybody is. */
  openSearch(): Promise<void>
  /** Makes everybody known to `metBefore`, after `openSearch`. */
  openMatches(): Promise<void>
  /** Looks through the whole notebook for pages of one customer; resolves when all are compared. */
  scanDuplicates(): Promise<void>
  /** Pairs of pages that may be one customer, the strongest first. */
  duplicates(limit: number): Promise<DuplicatesAnswer>
  /** The pages that a rule would merge. */
  duplicateGroups(rule: MergeRule): Promise<readonly MergeGroup[]>
  /** Customers by words, best first. `complete` is false until everybody can be found. */
  find(query: string, limit: number): Promise<{ hits: SearchHits; complete: boolean }>
  /** The first one found; in the queue, so that what was being written when this was asked is found, too, of a long import a little later. */
  findFirst(query: string): Promise<string | null>
  /** What is due on a day, ranked. */
  today(request: TodayRequest): Promise<TodayAnswer>
  /** Resolves once what the list lacked was read, orders and holidays; false where some of it can't be. */
  untilTodayIsWhole(): Promise<boolean>
  /** What happened and what is planned over some days, of all customers. */
  span(request: SpanRequest): Promise<SpanAnswer>
  /** What each channel and touchpoint cost and brought. */
  placeFigures(request: PlaceRequest): Promise<PlaceAnswer>
  /** What some products were offered and sold for, to a customer and to anyone. */
  prices(customerId: string, productIds: readonly string[]): Promise<ReadonlyMap<string, PriceMemory>>
  /** How warm some customers are and what is next for each. */
  listFigures(request: ListFiguresRequest): Promise<ReadonlyMap<string, ListFigure>>
  /** What is planned for one customer, on the days that Today has. */
  touchesOf(request: TouchesRequest): Promise<TouchesAnswer>
  /** Cards of the last weeks' meetings that nobody has typed off yet. */
  cardDebt(request: TodayRequest): Promise<readonly UnreadCard[]>
  /** Where everything that is late would go; writes nothing. */
  catchUp(request: CatchUpRequest): Promise<CatchUpAnswer>
  /** What a plan would bring if it were begun with some customers; writes nothing. */
  dryRun(request: DryRunRequest): Promise<DryRunAnswer>
  /** Every enrolment, running, paused and ended. */
  enrolments(today: string): Promise<readonly Enrolment[]>
  /** The calendars by which customers of some countries are planned. */
  calendarsOf(countries: readonly string[], today: string): Promise<ReadonlyMap<string, TouchCalendar>>
  /** Who is on our carriers, and what became of those who were met and made an offer. */
  carriers(request: CarriersRequest): Promise<CarriersAnswer>
  /** Who may be meant by what is being typed at the booth. */
  metBefore(query: MatchQuery, limit: number): Promise<readonly Match[]>
  /**
   * Copies the index for a snapshot, page by page while it goes on being written. Cursor 0 begins anew; each further
   * one is the `next` of the page before.
   */
  exportPage(cursor: number): Promise<ExportPage>
  /** The next customers as pages of text, for the folder in which a notebook leaves as a whole. */
  customerPages(request: CustomerPagesRequest): Promise<CustomerPagesAnswer>
  /** Fills a new index with lines of a snapshot. `logShift` moves the numbers of its change log back. */
  loadPage(lines: Uint8Array, logShift: number): Promise<LoadProgress>
  /** Ends the filling: from here on the index follows the journal behind `lastSeq`. */
  finishLoad(lastSeq: number, counts: TableCounts): Promise<{ appliedSeq: number }>
  /** Removes indexes that are neither the current one nor the one before it. */
  removeOldIndexes(): Promise<void>
}

export type CallName = keyof NotebookWorkerCalls

/** The calls by which views ask about more than one page. */
export type QuestionCall =
  | 'untilTodayIsWhole'
  | 'span'
  | 'listFigures'
  | 'touchesOf'
  | 'calendarsOf'
  | 'cardDebt'
  | 'catchUp'
  | 'dryRun'
  | 'enrolments'
  | 'carriers'
  | 'placeFigures'
  | 'prices'
  | 'access'
  | 'healthBegin'
  | 'healthLines'
  | 'healthEntries'
  | 'healthCompare'
  | 'healthEnd'
  | 'findFirst'
  | keyof SegmentCalls

/** Calls that only read, or that work in the background: they are answered at once, beside a write under way. */
export const UNQUEUED_CALLS: ReadonlySet<CallName> = new Set<CallName>([
  ...PLAN_CALLS,
  ...GATHER_CALLS,
  ...SEGMENT_CALLS,
  ...INSIGHT_CALLS,
  ...TAKE_BACK_CALLS,
  ...REVERSAL_CALLS,
  'customerPages',
  'access',
  // What changes between two of its reads is read once more at its end.
  'exportPage',
  'find',
  'metBefore',
  'openSearch',
  'openMatches',
  'scanDuplicates',
  'duplicates',
  'duplicateGroups',
  'today',
  'untilTodayIsWhole',
  'verifyCounts',
  'span',
  'placeFigures',
  'prices',
  'listFigures',
  'touchesOf',
  'calendarsOf',
  'cardDebt',
  'catchUp',
  'dryRun',
  'enrolments',
  'carriers',
])

export interface CallMessage {
  readonly call: number
  readonly name: CallName
  readonly args: readonly unknown[]
}

export type AnswerMessage =
  | { readonly call: number; readonly ok: true; readonly value: unknown }
  | { readonly call: number; readonly ok: false; readonly error: OrchardError }
