import Dexie from 'dexie'
import { type Change, readJournalled } from '#shared/changes/changeSet'
import type { SpellChinese } from '#shared/matching/syllables'
import { NotebookDatabase } from '../store/database'
import { takeRowKey } from '../store/sealing/ownSeal'
import { setText } from '../store/setBytes'
import { readAccess } from './accessReader'
import { type Applicable, applyEntries } from './applyEntries'
import { BulkApply } from './bulkApply'
import { readCarriers } from './carrierReader'
import { readCustomerPages } from './customerPages'
import { DuplicateReader } from './duplicateReader'
import { SnapshotExport } from './exportSnapshot'
import { FactsReader } from './factsReader'
import { Finder } from './finder'
import { createGatherCalls } from './gatherExport'
import { HealthReader } from './healthReader'
import { InsightReader } from './insightReader'
import { ListFigures } from './listFigures'
import { countLiveCustomers } from './liveCustomers'
import { SnapshotLoad } from './loadSnapshot'
import { miscountedTables } from './miscountedTables'
import type { EntryToApply, NotebookWorkerCalls, OpenIndexRequest } from './notebookProtocol'
import { NurtureReader } from './nurtureReader'
import { INDEX_PREFIX, indexNames, openIndex } from './openIndex'
import { readPlaces } from './placeReader'
import { createPlanCalls } from './planCalls'
import { readPrices } from './priceReader'
import { createReversalCalls } from './reversalCalls'
import { SegmentReader } from './segmentReader'
import { createTakeBackCalls } from './takeBackReader'

/** The journal gave something that is no change-set: replay must stop rather than guess. */
class BadEntryError extends Error {
  override readonly name = 'BadEntryError'
}

/** The window asked for a page of an export that is not under way. */
class BadCursorError extends Error {
  override readonly name = 'BadCursorError'
}

/** What the worker's calls need from outside. */
export interface WorkerParts {
  /** A short unique word for the name of a new index. */
  readonly newToken: () => string
  /** The id of a record that an import makes. */
  readonly newId: () => string
  readonly loadSpelling: () => Promise<SpellChinese>
  /** Resolves when the messages that have come in were answered. */
  readonly pause: () => Promise<void>
}

/** The worker's side of its calls. */
export function createNotebookCalls(parts: WorkerParts): NotebookWorkerCalls {
  const { newToken, newId, loadSpelling, pause } = parts
  let db: NotebookDatabase | undefined
  let previousName = ''
  // What is read at every start and nobody waits for lets go first what comes in, and figures that somebody looks at.
  const giveWay = async () => {
    await pause()
    await facts.untilTaken()
  }
  const newReaders = () => {
    const nurture = new NurtureReader(pause)
    const facts = new FactsReader(pause)
    return {
      finder: new Finder(loadSpelling, giveWay),
      duplicates: new DuplicateReader(loadSpelling, giveWay),
      nurture,
      listed: new ListFigures(nurture),
      facts,
      segments: new SegmentReader(pause),
      insights: new InsightReader(facts, pause),
    }
  }
  let { finder, duplicates, nurture, listed, facts, segments, insights } = newReaders()
  let exporting: { readonly source: SnapshotExport; nextCursor: number } | undefined
  let loading: SnapshotLoad | undefined
  let bulk: BulkApply | undefined
  let health: HealthReader | undefined
  let relaxed: NotebookDatabase | undefined

  const opened = (): NotebookDatabase => {
    if (db === undefined) throw new Error('index is not open')
    return db
  }

  const checking = (): HealthReader => {
    if (health === undefined) throw new BadCursorError('health')
    return health
  }

  const closeRelaxed = () => {
    relaxed?.close()
    relaxed = undefined
  }

  /** Nobody is followed from one index into another, nor into one that is filled without being followed. */
  const readAnew = () => {
    ;({ finder, duplicates, nurture, listed, facts, segments, insights } = newReaders())
  }

  /** What is derived can be built again at the next start: its faults must not make the index look broken. */
  const followAll = async (changes: readonly Change[], seq?: number) => {
    health?.noteWritten(changes)
    listed.follow(changes)
    await Promise.allSettled([
      finder.follow(opened(), changes, seq),
      facts.follow(opened(), changes, seq),
      nurture.follow(opened(), changes, seq),
      duplicates.follow(opened(), changes, seq === undefined),
      segments.follow(opened(), changes),
    ])
    // Not in the midst of a change-set, which would have to be read again.
    if (seq !== undefined) finder.keepIfWorth(opened())
  }

  /** One after the other, as they were written. */
  let following: Promise<void> = Promise.resolve()
  const followBehind = (changes: readonly Change[], seq?: number): Promise<void> => {
    const followed = following.then(() => followAll(changes, seq))
    following = followed.catch(() => undefined)
    return followed
  }

  return {
    ...createGatherCalls(opened, (today, daysAhead) => nurture.plannedOf(opened(), today, daysAhead)),
    ...createPlanCalls(opened, newId),
    ...createReversalCalls(opened),
    ...createTakeBackCalls(opened),

    async openIndex(request: OpenIndexRequest) {
      closeRelaxed()
      db?.close()
      takeRowKey(request.rowKey ?? null)
      const index = await openIndex(request, () => `${INDEX_PREFIX}${request.generation}-${newToken()}`)
      db = index.db
      readAnew()
      previousName = request.databaseName
      health = undefined
      exporting = undefined
      loading = undefined
      bulk = undefined
      return index.answer
    },

    async loggedSetId(seq) {
      const row = await opened().changeLog.where('seq').equals(seq).first()
      return row?.id ?? null
    },

    async apply(entries: readonly EntryToApply[], moreFollow = false) {
      const applicable = entries.map(toApplicable)
      // The disk keeps the order: what is lost in a power cut is the end, which the next start replays.
      const target = moreFollow ? (relaxed ?? new NotebookDatabase(opened().name, 'relaxed')) : opened()
      const meta = await applyEntries(target, applicable)
      if (moreFollow) relaxed = target
      else closeRelaxed()
      const changes = applicable.flatMap(({ set }) => set?.changes ?? [])
      await followBehind(changes, meta.lastSeq)
      return { appliedSeq: meta.lastSeq, lost: meta.lostEntries ?? 0 }
    },

    async applyBulk(entries: readonly EntryToApply[], isLast: boolean) {
      const applying = bulk ?? new BulkApply(opened())
      // A copy that was being made would hold a part of it.
      exporting = undefined
      bulk = applying
      const changes = await applying.add(entries.map(toApplicable)).catch((fault: unknown) => {
        // Whoever stands in the parts before is in the index, whatever becomes of this one.
        void followBehind([], 0)
        throw fault
      })
      // What is derived of a part is brought up to date while the next one is written, and no part waits behind two.
      await following
      const appliedSeq = isLast ? await applying.finish() : 0
      if (isLast) {
        bulk = undefined
        void countLiveCustomers(opened()).catch(() => undefined)
      }
      const followed = followBehind(changes, isLast ? appliedSeq : undefined)
      if (isLast) await followed
      return { appliedSeq }
    },

    async openSearch() {
      finder = new Finder(loadSpelling, giveWay)
      await finder.openSearch(opened())
    },

    async openMatches() {
      await finder.openMatches(opened())
    },

    async scanDuplicates() {
      duplicates = new DuplicateReader(loadSpelling, giveWay)
      await duplicates.scan(opened())
    },

    async duplicates(limit) {
      return duplicates.list(opened(), limit)
    },

    async duplicateGroups(rule) {
      return duplicates.groups(opened(), rule)
    },

    async findFirst(query) {
      return finder.find(query, 1).ids[0] ?? null
    },

    async find(query, limit) {
      return { hits: finder.find(query, limit), complete: finder.isComplete() }
    },

    async today(request) {
      return nurture.today(opened(), request)
    },

    async untilTodayIsWhole() {
      return nurture.untilWhole(opened())
    },

    async span(request) {
      return nurture.span(opened(), request)
    },

    async insightPanel(request, panel) {
      return insights.panel(opened(), request, panel)
    },

    async insightBehind(request, panel, rowKey) {
      return insights.behind(opened(), request, panel, rowKey)
    },

    async insightOrchard(request) {
      return insights.orchard(opened(), request)
    },

    async insightOrders(request) {
      return insights.orders(opened(), request)
    },

    async insightRateGaps(request) {
      return insights.rateGaps(opened(), request)
    },

    async insightCustomer(request, customerId) {
      return insights.customer(opened(), request, customerId)
    },

    async insightReviewPage(request) {
      return insights.reviewPage(opened(), request)
    },

    async insightReview(request) {
      return insights.review(opened(), request)
    },

    async placeFigures(request) {
      return readPlaces(opened(), facts, request)
    },

    async prices(customerId, productIds) {
      return readPrices(opened(), customerId, productIds)
    },

    async listFigures(request) {
      return listed.of(opened(), request)
    },

    async touchesOf(request) {
      return nurture.touchesOf(opened(), request)
    },

    async cardDebt(request) {
      return nurture.cardDebt(opened(), request)
    },

    async catchUp(request) {
      return nurture.catchUp(opened(), request)
    },

    async dryRun(request) {
      return nurture.dryRun(opened(), request)
    },

    async enrolments(today) {
      return nurture.enrolments(opened(), today)
    },

    async calendarsOf(countries, today) {
      return nurture.calendarsOf(opened(), countries, today)
    },

    async carriers(request) {
      return readCarriers(opened(), facts, request)
    },

    async segmentCounts(questions, time) {
      return segments.counts(opened(), questions, time)
    },

    async segmentMembers(question, time) {
      return segments.members(opened(), question, time)
    },

    async metBefore(query, limit) {
      return finder.metBefore(query, limit)
    },

    async exportPage(cursor) {
      const begun = cursor === 0 ? { source: await SnapshotExport.begin(opened()), nextCursor: 0 } : exporting
      // A copy begun now would hold a part of an import.
      if (bulk !== undefined) throw new BadCursorError('bulk')
      exporting = begun
      if (begun?.nextCursor !== cursor) throw new BadCursorError('cursor')
      begun.nextCursor += 1
      const page = await begun.source.next()
      // So would one during which an import has begun.
      if (exporting !== begun) throw new BadCursorError('bulk')
      return { ...page, next: page.summary === undefined ? begun.nextCursor : null }
    },

    async customerPages(request) {
      return readCustomerPages(opened(), request)
    },

    async loadPage(lines, logShift) {
      loading ??= new SnapshotLoad(opened())
      return loading.addPage(lines, logShift)
    },

    async finishLoad(lastSeq, counts) {
      const load = loading ?? new SnapshotLoad(opened())
      loading = undefined
      const meta = await load.finish(lastSeq, counts)
      readAnew()
      return { appliedSeq: meta.lastSeq }
    },

    async verifyCounts() {
      const damagedTables = await miscountedTables(opened(), giveWay)
      // Half an import is no number: it is counted at its end.
      if (bulk === undefined) await countLiveCustomers(opened())
      return { damagedTables }
    },

    async access(subject) {
      return readAccess(opened(), subject)
    },

    async healthBegin() {
      health = await HealthReader.begin(opened())
    },

    async healthLines(lines) {
      checking().takeLines(lines)
    },

    async healthEntries(entries) {
      checking().takeEntries(entries.map(toApplicable))
    },

    async healthCompare() {
      const step = await checking().compare(opened())
      if (step.result !== undefined) health = undefined
      return step
    },

    async healthEnd() {
      health = undefined
    },

    async removeOldIndexes() {
      const current = opened().name
      for (const name of await indexNames()) {
        if (name !== current && name !== previousName) await Dexie.delete(name)
      }
    },
  }
}

function toApplicable(entry: EntryToApply): Applicable {
  if (entry.set === undefined) return { seq: entry.seq, set: undefined, lost: entry.lost }
  const parsed = readJournalled(setText(entry.set) ?? '')
  if (!parsed.ok) throw new BadEntryError(parsed.error.code)
  return { seq: entry.seq, set: parsed.value }
}
