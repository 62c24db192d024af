import type { Change } from '#shared/changes/changeSet'
import { DuplicateIndex } from '#shared/duplicates/duplicateIndex'
import { type DuplicatePair, pairKey } from '#shared/duplicates/duplicatePair'
import { groupsByRule, type MergeGroup, type MergeRule } from '#shared/duplicates/mergeRules'
import { profileOf } from '#shared/duplicates/profile'
import type { SpellChinese } from '#shared/matching/syllables'
import type { NotebookDatabase } from '../store/database'
import { readParties } from './customerDocument'
import { Mirror } from './mirror'
import { NotedCustomers } from './notedCustomers'
import { blocksOfNeighbours, type Standing } from './recordsByCustomer'
import { touchedCustomers } from './touchedCustomers'

/** Customers read at a time. */
const READ_CHUNK = 500
/** Whose records a page is compared by, beside itself. */
const COMPARED_TABLES: ReadonlySet<string> = new Set(['people'])
/** For so long pages are compared at a time: a search waits for no more than this. */
const COMPARE_MS = 12

export interface DuplicatesAnswer {
  /** The strongest first, as many as were asked for. */
  readonly pairs: readonly DuplicatePair[]
  readonly total: number
  /** False while pages are still being read or compared: more may be found. */
  readonly complete: boolean
}

/**
 * Looks through the whole notebook for pages of one customer, in the background and in small portions, and then follows
 * the change-sets. What is followed equals what a new scan would find.
 */
export class DuplicateReader {
  private index = new DuplicateIndex()
  private state: 'idle' | 'reading' | 'read' = 'idle'
  private comparing: Promise<void> | undefined
  private turn: Promise<void> = Promise.resolve()
  private spell: SpellChinese = () => undefined
  private readonly noted: NotedCustomers
  private readonly distinctions = new Mirror({
    table: 'distinctions',
    read: (db) => db.rows('distinctions').orderBy('aId').toArray(),
  })

  constructor(
    private readonly loadSpelling: () => Promise<SpellChinese>,
    /** Lets go first whoever is waited for. */
    private readonly giveWay: () => Promise<void>,
    /** Milliseconds that go by. */
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.noted = new NotedCustomers(giveWay)
  }

  /** Reads everybody and compares; resolves when all are compared. */
  async scan(db: NotebookDatabase): Promise<void> {
    this.spell = await this.loadSpelling().catch(() => () => undefined)
    this.state = 'reading'
    for (const block of await blocksOfNeighbours(db, READ_CHUNK)) {
      await this.refresh(db, block, 'neighbours')
      await this.giveWay()
    }
    this.state = 'read'
    await this.compareWaiting()
  }

  /**
   * Brings the pages that the changes touch up to date; nothing to do before the scan has begun. In the midst of a
   * change-set of many parts `moreFollow`: the pages that those touch are read behind the last one.
   */
  async follow(db: NotebookDatabase, changes: readonly Change[], moreFollow = false): Promise<void> {
    await this.distinctions.follow(changes)
    if (this.state === 'idle') return
    const ids = touchedCustomers(changes, COMPARED_TABLES)
    if (!moreFollow && !this.noted.isWaiting) {
      const touched = [...ids]
      for (let start = 0; start < touched.length; start += READ_CHUNK)
        await this.refresh(db, touched.slice(start, start + READ_CHUNK), 'scattered')
      this.compareBehind()
      return
    }
    this.noted.note(ids)
    if (moreFollow) return
    const read = this.noted
      .read(db, (block, standing) => this.refresh(db, block, standing))
      .finally(() => this.compareBehind())
    void read.catch(() => undefined)
  }

  private compareBehind(): void {
    if (this.state === 'read') void this.compareWaiting()
  }

  /** The pairs found so far, those left out of which somebody said that they are not the same. */
  async list(db: NotebookDatabase, limit: number): Promise<DuplicatesAnswer> {
    const distinct = await this.distinctKeys(db)
    const complete = this.state === 'read' && this.noted.isDone && this.comparing === undefined
    return { ...this.index.strongest(limit, distinct), complete }
  }

  /** The pages that a rule would merge. */
  async groups(db: NotebookDatabase, rule: MergeRule): Promise<MergeGroup[]> {
    const createdAt = (id: string) => this.index.createdAt(id) ?? Number.POSITIVE_INFINITY
    const distinct = await this.distinctKeys(db)
    const areDistinct = (one: string, other: string) => distinct.has(pairKey(one, other))
    const pairs = this.index.found().filter(({ aId, bId }) => !areDistinct(aId, bId))
    return groupsByRule(pairs, rule, createdAt, areDistinct)
  }

  private async distinctKeys(db: NotebookDatabase): Promise<ReadonlySet<string>> {
    return new Set((await this.distinctions.records(db)).map(({ aId, bId }) => pairKey(aId, bId)))
  }

  /** One at a time: rows that were read before an edit must not be put after it. */
  private refresh(db: NotebookDatabase, ids: readonly string[], standing: Standing): Promise<void> {
    const refreshed = this.turn.then(() => this.readAndPut(db, ids, standing))
    this.turn = refreshed.catch(() => undefined)
    return refreshed
  }

  private async readAndPut(db: NotebookDatabase, ids: readonly string[], standing: Standing): Promise<void> {
    const parties = await readParties(db, ids, standing)
    for (const id of ids) this.index.remove(id)
    for (const { customer, people } of parties) this.index.put(profileOf(customer, people, this.spell))
  }

  private compareWaiting(): Promise<void> {
    this.comparing ??= this.compareAll().finally(() => {
      this.comparing = undefined
    })
    return this.comparing
  }

  private async compareAll(): Promise<void> {
    let left = Number.POSITIVE_INFINITY
    while (left > 0) {
      const until = this.clock() + COMPARE_MS
      left = this.index.compareWhile(() => this.clock() < until)
      await this.giveWay()
    }
  }
}
