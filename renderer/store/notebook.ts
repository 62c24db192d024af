import type { StoreApi } from 'zustand/vanilla'
import type { Change, ChangeLabel, ChangeOrigin, ChangeSet } from '#shared/changes/changeSet'
import type { MergeGroup, MergeRule } from '#shared/duplicates/mergeRules'
import type { NotebookStart } from '#shared/ipc/journal'
import type { Match, MatchQuery } from '#shared/matching/match'
import { err, ok, type Result } from '#shared/result'
import type { SearchHits } from '#shared/search/searchIndex'
import type { NotebookWorkerClient } from '../workers/callWorker'
import type { DuplicatesAnswer } from '../workers/duplicateReader'
import type { GatherCalls } from '../workers/gatherProtocol'
import type { EntryToApply, OpenIndexAnswer, QuestionCall } from '../workers/notebookProtocol'
import type { TodayAnswer, TodayRequest } from '../workers/nurtureReader'
import type { PlanCalls } from '../workers/planProtocol'
import type { ReversalCalls } from '../workers/reversalProtocol'
import { applyCommitted, type BulkWatch, type ChangesPart, journalInChunks } from './bulkCommit'
import { NotebookDatabase } from './database'
import { isOfOurHistory, type JournalCalls } from './journalCalls'
import { type FilledIndex, loadNewestBase } from './loadBase'
import { damageToTell, type NotebookState } from './notebookState'
import { openMatches, openSearch } from './openFinder'
import { openOrSetAside } from './openOrSetAside'
import { countEntries, journalAgain, journalledSet, replay } from './replay'
import { setBytes } from './setBytes'

/** Clock and ids, given from outside so that a test can choose them. */
export interface Sources {
  readonly now: () => number
  /** A new UUIDv7. */
  readonly newId: () => string
}

/** What a change is called and where it comes from. */
export interface Intent {
  /** Given where saving twice must save once: the journal knows a change-set by its id. */
  readonly id?: string
  readonly label: ChangeLabel
  readonly origin?: ChangeOrigin
  /** The change-set that this one takes back or brings back. It is journalled even if it comes to nothing. */
  readonly reverses?: string
}

/** What "saved" means: the change-set's number in the journal and when it was acknowledged. */
export interface Saved {
  readonly seq: number
  readonly savedAt: number
  readonly changeSetId: string
  /** The journal had the id before: this is what it has, and what was built now is not saved. */
  readonly earlier?: ChangeSet | undefined
}

/** Makes the changes of an intent; `undefined` or an empty list means that there is nothing to do. */
export type BuildChanges = (at: number) => Promise<readonly Change[]> | readonly Change[]

/**
 * The window's one way to the notebook: reads go to `database()`, every write goes through `commit`. Intents
 * run one after another, so that each sees the result of the one before.
 */
export class Notebook {
  private queue: Promise<unknown> = Promise.resolve()
  private reading: NotebookDatabase | undefined
  private indexBroken = false
  private hasRebuilt = false
  /** Resolves when what is looked at behind the first screen has been looked at. */
  checked: Promise<void> = Promise.resolve()
  private readonly waiting: EntryToApply[] = []

  constructor(
    private head: NotebookStart,
    private readonly journal: JournalCalls,
    private readonly worker: NotebookWorkerClient,
    readonly sources: Sources,
    readonly state: StoreApi<NotebookState>,
  ) {}

  /** The index for reading; undefined until `start` has caught up with the journal. */
  database(): NotebookDatabase | undefined {
    return this.reading
  }

  /** Which of the journal's histories this is; grows with every restore. */
  get generation(): number {
    return this.head.generation
  }

  /** Whether this notebook's present generation began with a restore. */
  get wasRestored(): boolean {
    return this.head.generation > 1
  }

  /** Whether the journal has lost entries that no backup holds: what they said stands in the index alone, if at all. */
  get isOnlyInIndex(): boolean {
    const newestBase = Math.max(0, ...this.head.rebuild.bases.map((base) => base.lastSeq))
    return this.head.lostEntries.some(({ toSeq }) => toSeq > newestBase)
  }

  /** The first change may be journalled before this is done; views that read wait for `ready`. */
  async start(): Promise<void> {
    return this.takeIndex(await this.openOwnIndex())
  }

  /** Brings an index that was opened to where the journal stands, and gives it to the views. */
  private async takeIndex(opened: Result<OpenIndexAnswer>): Promise<void> {
    if (!opened.ok) return this.fail(opened.error.code)
    const { rebuild } = opened.value
    const filled = rebuild === undefined ? ok(opened.value) : await this.fillNew(opened.value)
    if (!filled.ok) return this.fail(filled.error.code)
    const { databaseName, appliedSeq } = filled.value
    const lostBefore = filled.value.lost ?? 0
    const caughtUp = await this.catchUp(appliedSeq, lostBefore)
    if (!caughtUp.ok) return this.fail(caughtUp.error.code)
    this.state.setState({ journalDamage: damageToTell(lostBefore, caughtUp.value, this.isOnlyInIndex) })
    if (databaseName !== this.head.databaseName) {
      const used = await this.journal['journal:useDatabase'](databaseName)
      if (!used.ok) return this.fail(used.error.code)
      this.head = { ...this.head, databaseName }
    }
    const db = new NotebookDatabase(databaseName)
    await db.open()
    this.reading = db
    const { restored } = this.head
    // Whoever was erased still stands in the index before: it goes now, not behind the first screen.
    if (restored?.isErasure === true && rebuild !== undefined) await this.worker.removeOldIndexes()
    // Right after a restore a new index is what was asked for, not the sign of a fault.
    const isRestored = rebuild !== undefined && restored?.isFresh === true
    const isExpected = rebuild === 'first' || (rebuild === 'missing' && this.head.isAnew === true)
    this.state.setState(isRestored ? { restored } : { rebuilt: isExpected ? undefined : rebuild })
    this.state.setState({ phase: 'ready' })
    await this.applyWaiting()
    const searchable = openSearch(this.worker, this.state)
    void searchable.then(() => openMatches(this.worker, this.state))
    // To count every row keeps the store as busy as the search does, and nobody waits for it.
    this.checked = searchable.then(() => this.checkHealth())
  }

  /** Customers by words, best first; empty while the index is not open. More may be found until it `isWhole`. */
  async find(query: string, limit = 50): Promise<SearchHits & { readonly isWhole: boolean }> {
    const found = await this.worker.find(query, limit)
    return found.ok
      ? { ...found.value.hits, isWhole: found.value.complete }
      : { ids: [], total: 0, isWhole: false }
  }

  /** What is due on a day, ranked; what it takes to read it is the worker's. */
  today(request: TodayRequest): Promise<Result<TodayAnswer>> {
    return this.worker.today(request)
  }

  /** Questions of views over more than one page: what is planned, whom segments mean, what places cost, prices. */
  questions(): Pick<NotebookWorkerClient, QuestionCall> {
    return this.worker
  }

  /** Who may be meant by what is being typed; nobody while the index is not open. */
  async metBefore(query: MatchQuery, limit = 3): Promise<readonly Match[]> {
    const found = await this.worker.metBefore(query, limit)
    return found.ok ? found.value : []
  }

  /** Pairs of pages that may be one customer, the strongest first. */
  duplicates(limit: number): Promise<Result<DuplicatesAnswer>> {
    return this.worker.duplicates(limit)
  }

  /** The pages that a rule would merge; none while the index is not open. */
  async duplicateGroups(rule: MergeRule): Promise<readonly MergeGroup[]> {
    const groups = await this.worker.duplicateGroups(rule)
    return groups.ok ? groups.value : []
  }

  /**
   * Saves one intent: builds its changes from the index as it is now, journals them, then brings the index up
   * to date. The answer comes when the journal has it, which is what "saved" means; `undefined` inside means
   * that there was nothing to change.
   */
  commit(intent: Intent, build: BuildChanges): Promise<Result<Saved | undefined>> {
    const saved = this.queue.then(() => this.journalIntent(intent, build))
    // The next intent waits for the index as well; a failure of this one must not stop it.
    this.queue = saved.then(() => this.applyWaiting()).catch(() => undefined)
    return saved
  }

  /**
   * Saves an intent that is too big for one entry of the journal: an import, or taking one back. `source` gives its
   * changes part by part while nothing else is written. All of it counts or nothing does; see `journalInChunks`.
   */
  commitInChunks(
    intent: Intent,
    source: (at: number) => AsyncIterable<ChangesPart>,
    watch: BulkWatch = {},
  ): Promise<Result<Saved | undefined>> {
    const done = this.queue.then(() => this.saveInChunks(intent, source, watch))
    this.queue = done.catch(() => undefined)
    return done
  }

  /** The calls by which an import, or taking back much, is planned in the worker, which knows the rows. */
  get planner(): Pick<NotebookWorkerClient, keyof PlanCalls | keyof ReversalCalls> {
    return this.worker
  }

  /** The calls by which an export is gathered in the worker, which reads the rows. */
  get gatherer(): Pick<NotebookWorkerClient, keyof GatherCalls | 'customerPages'> {
    return this.worker
  }

  /** Resolves when everything asked for so far is journalled and in the index (or known to be unindexable). */
  async settled(): Promise<void> {
    await this.queue
  }

  private async journalIntent(intent: Intent, build: BuildChanges): Promise<Result<Saved | undefined>> {
    const at = this.sources.now()
    let changes: readonly Change[]
    try {
      changes = await build(at)
    } catch {
      // What a change is built from could not be read: nothing was saved, and the person must hear it.
      return err('index.fault')
    }
    if (changes.length === 0 && intent.reverses === undefined) return ok(undefined)
    const set: ChangeSet = { ...this.headOf(intent, at), changes }
    this.state.setState({ saving: true })
    const appended = await this.journal['journal:append'](set).catch(() => err('ipc.fault'))
    if (!appended.ok) {
      this.state.setState({ saving: false, saveError: appended.error.code })
      return err(appended.error.code, appended.error.params)
    }
    const { seq, savedAt, isKnown } = appended.value
    const earlier = isKnown === true ? await journalledSet(this.journal['journal:read'], seq) : undefined
    if (earlier?.ok === false) {
      this.state.setState({ saving: false, saveError: earlier.error.code })
      return earlier
    }
    this.state.setState({ saving: false, savedAt, saveError: undefined })
    this.waiting.push({ seq, set: setBytes(earlier?.value ?? set) })
    return ok({
      seq,
      savedAt,
      changeSetId: set.id,
      ...(earlier === undefined ? {} : { earlier: earlier.value }),
    })
  }

  /** A change-set without its changes. */
  private headOf(intent: Intent, at: number): Omit<ChangeSet, 'changes'> {
    const { notebookId, deviceId } = this.head
    const { id = this.sources.newId(), label, origin = 'person', reverses } = intent
    const head = { id, label, origin, notebookId, deviceId, at }
    return reverses === undefined ? head : { ...head, reverses }
  }

  private async saveInChunks(
    intent: Intent,
    source: (at: number) => AsyncIterable<ChangesPart>,
    watch: BulkWatch,
  ): Promise<Result<Saved | undefined>> {
    if (this.reading === undefined || this.indexBroken) return err('undo.notReady')
    const at = this.sources.now()
    const head = this.headOf(intent, at)
    const show = (phase: 'journal' | 'index', done: number) => {
      this.state.setState({ bulk: { phase, done } })
      watch.onProgress?.(phase, done)
    }
    show('journal', 0)
    const saved = await journalInChunks(this.journal, head, source(at), {
      signal: watch.signal,
      onProgress: show,
    })
    if (!saved.ok || saved.value === undefined) {
      this.state.setState({ bulk: undefined })
      return saved.ok ? ok(undefined) : saved
    }
    const { seq, savedAt } = saved.value
    this.state.setState({ savedAt, saveError: undefined })
    show('index', 0)
    const applied = await applyCommitted(this.journal, this.worker, saved.value, show)
    if (applied.ok) this.state.setState({ bulk: undefined, appliedSeq: applied.value.appliedSeq })
    else {
      this.indexBroken = true
      this.state.setState({ bulk: undefined, phase: 'repairing', failure: applied.error.code })
    }
    return ok({ seq, savedAt, changeSetId: head.id })
  }

  /** Brings journalled changes into the index. After the first failure the index rests until the next start. */
  private async applyWaiting(): Promise<void> {
    if (this.reading === undefined || this.indexBroken || this.waiting.length === 0) return
    const applied = await this.worker.apply(this.waiting.splice(0))
    if (applied.ok) this.state.setState({ appliedSeq: applied.value.appliedSeq })
    else {
      this.indexBroken = true
      this.state.setState({ phase: 'repairing', failure: applied.error.code })
    }
  }

  private openIndex(fresh = false): Promise<Result<OpenIndexAnswer>> {
    const { generation, lastSeq, databaseName, rowKey } = this.head
    return this.worker.openIndex({ generation, lastSeq, databaseName, fresh, rowKey })
  }

  /** The index that belongs to the journal. One that is ahead of it is kept, unless it is of another history. */
  private async openOwnIndex(): Promise<Result<OpenIndexAnswer>> {
    const opened = await openOrSetAside(
      () => this.openIndex(),
      () => this.openIndex(true),
      this.journal['index:setAside'],
    )
    if (!opened.ok || opened.value.appliedSeq <= this.head.lastSeq) return opened
    const isOwn = await isOfOurHistory(this.journal['journal:read'], this.worker, this.head.lastSeq)
    if (!isOwn.ok) return isOwn
    if (!isOwn.value) return this.openIndex(true)
    const { appliedSeq } = opened.value
    const skipped = await this.journal['journal:skipTo'](appliedSeq)
    if (!skipped.ok) return skipped
    const lost = { fromSeq: this.head.lastSeq + 1, toSeq: appliedSeq }
    this.head = { ...this.head, lastSeq: appliedSeq, lostEntries: [...this.head.lostEntries, lost] }
    // What was saved in between has got a number that the index has for something else.
    const saved = await journalAgain(
      this.journal['journal:append'],
      this.sources.newId,
      this.waiting.splice(0),
    )
    if (saved.ok) this.waiting.push(...saved.value)
    return saved.ok ? opened : saved
  }

  /** Gives a new, empty index what a snapshot holds, so that only the rest need be replayed. */
  private async fillNew(opened: OpenIndexAnswer): Promise<Result<FilledIndex>> {
    const filled = await loadNewestBase(this.head.rebuild, opened, {
      read: this.journal['backup:read'],
      worker: this.worker,
      reopen: () => this.openIndex(true),
      onProgress: (done, total) => this.state.setState({ phase: 'catchingUp', progress: { done, total } }),
    })
    if (filled.ok && filled.value.leftOut.badRows > 0) this.state.setState({ leftOut: filled.value.leftOut })
    return filled
  }

  /** Applies what the journal holds beyond `appliedSeq`; answers how many entries the index had to do without. */
  private async catchUp(appliedSeq: number, filledWithout: number): Promise<Result<number>> {
    const { lastSeq } = this.head
    const total = lastSeq - appliedSeq
    const onProgress = (done: number) =>
      this.state.setState({ phase: 'catchingUp', progress: { done, total } })
    if (total > 0) onProgress(0)
    const { apply } = this.worker
    const read = this.journal['journal:read']
    const lost =
      total > 0 ? await replay({ read, apply, appliedSeq, lastSeq, onProgress }) : ok(filledWithout)
    if (lost.ok) this.state.setState({ appliedSeq: lastSeq })
    return lost
  }

  /** Behind the first screen: rows that vanished without an error are found by counting. */
  private async checkHealth(): Promise<void> {
    const counted = await this.worker.verifyCounts()
    // An index that can't be read is no reason to give up the one before it.
    if (!counted.ok) return this.verifyJournal()
    if (counted.value.damagedTables.length > 0) {
      // Naming no database makes the next start build a new one from the journal, should this one not get that far.
      await this.journal['journal:useDatabase']('')
      if (!this.hasRebuilt && !this.indexBroken) return this.rebuild()
      this.indexBroken = true
      this.state.setState({ phase: 'repairing', failure: 'index.rowsMissing' })
      return
    }
    await this.worker.removeOldIndexes()
    // What the journal has lost may stand in a store that was set aside, and nowhere else.
    if (this.head.lostEntries.length === 0) await this.journal['index:forgetAside']()
    await this.verifyJournal()
  }

  /** Builds a new index beside the one that was found short, as a start does; the window stays as it is. Once a window. */
  private async rebuild(): Promise<void> {
    this.hasRebuilt = true
    const [short, checking] = [this.reading, this.checked]
    // Behind what is being saved: from here on changes wait for the new index, as they do while a window starts.
    this.queue = this.queue.then(() => {
      this.reading = undefined
      this.head = { ...this.head, lastSeq: this.state.getState().appliedSeq }
      this.state.setState({ phase: 'opening' })
    })
    await this.queue
    await this.takeIndex(await this.openIndex(true))
    short?.close()
    if (this.checked !== checking) await this.checked
  }

  /** Damage to an older part of the journal shows only when all of it is read. The index has what it says. */
  private async verifyJournal(): Promise<void> {
    const lost = await this.journal['journal:verify']().catch(() => err('ipc.fault'))
    if (!lost.ok || countEntries(lost.value) <= countEntries(this.head.lostEntries)) return
    this.head = { ...this.head, lostEntries: lost.value }
    if (this.isOnlyInIndex) this.state.setState({ journalDamage: { lost: 0 } })
  }

  private fail(code: string): void {
    this.state.setState({ phase: 'failed', failure: code })
  }
}
