import type { Change } from '#shared/changes/changeSet'
import type { Match, MatchQuery } from '#shared/matching/match'
import { createMatchIndex, type MatchIndex } from '#shared/matching/matchIndex'
import type { SpellChinese } from '#shared/matching/syllables'
import { createSearchIndex, type SearchHits, type SearchIndex } from '#shared/search/searchIndex'
import type { NotebookDatabase } from '../store/database'
import { customerDocument, readCustomers, readParties } from './customerDocument'
import { readKeptSearch, SEARCHED_TABLES, writeKeptSearch } from './keptSearch'

/** Customers read and indexed at a time while building: small enough that a search waits for no more than this. */
const BUILD_CHUNK = 500
/** So many customers touched since it was kept are worth keeping it anew: fewer are read again in a moment. */
const WORTH_KEEPING = 1000

/**
 * Answers "find" and "met before?" from memory. The search comes from where it was kept, or is built from the rows in
 * the background; both are then kept current by the same changes that the rows get. Searches during a build see what is
 * there so far.
 */
export class Finder {
  private search: SearchIndex = createSearchIndex()
  private match: MatchIndex = createMatchIndex()
  private spell: SpellChinese | undefined
  private state: 'idle' | 'building' | 'searching' | 'complete' = 'idle'
  private turn: Promise<void> = Promise.resolve()
  /** Everything up to this entry is in. */
  private seq = 0
  /** Customers touched since the search was kept. */
  private touched = 0

  constructor(private readonly loadSpelling: () => Promise<SpellChinese>) {}

  /** Whether everybody can be found by words; until then an empty answer means little. */
  isComplete(): boolean {
    return this.state === 'searching' || this.state === 'complete'
  }

  find(query: string, limit: number): SearchHits {
    return this.search.search(query, { limit })
  }

  metBefore(query: MatchQuery, limit: number): readonly Match[] {
    return this.match.find(query, limit)
  }

  /** Makes everybody findable by words: from what was kept, or from all rows, the ones last worked with first. */
  async openSearch(db: NotebookDatabase): Promise<void> {
    // Without the tables names are only found as they are written: no reason to find nobody.
    this.spell = await this.loadSpelling().catch(() => undefined)
    this.match = createMatchIndex(this.spell)
    this.state = 'building'
    this.seq = (await db.meta.get('index'))?.lastSeq ?? 0
    if (await this.inTurn(() => this.takeKept(db))) {
      this.state = 'searching'
      return
    }
    for (const ids of inChunks(await newestFirst(db))) await this.inTurn(() => this.readAndPut(db, ids))
    this.state = 'complete'
    await this.keep(db)
  }

  /** Makes everybody known to "met before?", where the search alone was there. */
  async openMatches(db: NotebookDatabase): Promise<void> {
    if (this.state !== 'searching') return
    for (const ids of inChunks(await newestFirst(db)))
      await this.inTurn(async () => {
        for (const { customer, people } of await readParties(db, ids)) this.match.put(customer, people)
      })
    this.state = 'complete'
    await this.keepIfWorth(db)
  }

  /**
   * Brings the customers that the changes touch up to date; nothing to do before the build has begun. `seq` is the entry
   * up to which everything has been given with them, absent in the midst of a change-set of many parts.
   */
  async follow(db: NotebookDatabase, changes: readonly Change[], seq?: number): Promise<void> {
    if (this.state === 'idle') return
    const ids = new Set<string>()
    for (const change of changes) {
      if (change.table === 'customers') ids.add(change.id)
      else if (SEARCHED_TABLES.has(change.table)) {
        ids.add(String(change.after.customerId))
        // It stood on another page before.
        if (change.before?.customerId !== undefined) ids.add(String(change.before.customerId))
      }
    }
    await this.inTurn(async () => {
      if (ids.size > 0) await this.readAndPut(db, [...ids])
      this.touched += ids.size
      if (seq !== undefined) this.seq = Math.max(this.seq, seq)
    })
  }

  /** Keeps the search for the next start if that would have much to read again. */
  async keepIfWorth(db: NotebookDatabase): Promise<void> {
    if (this.isComplete() && this.touched >= WORTH_KEEPING) await this.keep(db)
  }

  /** Keeps the search as it is, for the next start. */
  async keep(db: NotebookDatabase): Promise<void> {
    this.touched = 0
    const kept = { seq: this.seq, isSpelled: this.spell !== undefined }
    // Read in one go: what is put after this is not in it, and stands in an entry behind `seq`.
    await writeKeptSearch(db, this.search.save(), kept)
  }

  private async takeKept(db: NotebookDatabase): Promise<boolean> {
    const kept = await readKeptSearch(db, this.spell !== undefined).catch(() => undefined)
    if (kept === undefined) return false
    this.search = kept.index
    this.touched = kept.touched.size
    for (const ids of inChunks([...kept.touched])) await this.readAndPut(db, ids)
    return true
  }

  /** One at a time: rows that were read before an edit must not be put after it. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work)
    this.turn = done.then(nothing, nothing)
    return done
  }

  private async readAndPut(db: NotebookDatabase, ids: readonly string[]): Promise<void> {
    const found = await readCustomers(db, ids)
    const living = new Set(found.map((content) => content.customer.id))
    for (const content of found) {
      this.search.put(customerDocument(content, this.spell))
      this.match.put(content.customer, content.people)
    }
    for (const id of ids) {
      if (living.has(id)) continue
      this.search.remove(id)
      this.match.remove(id)
    }
  }
}

/** Whom one has last worked with is looked for first. */
function newestFirst(db: NotebookDatabase): Promise<string[]> {
  return db.rows('customers').orderBy('updatedAt').reverse().primaryKeys()
}

function* inChunks(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += BUILD_CHUNK) yield ids.slice(start, start + BUILD_CHUNK)
}

function nothing(): void {}
