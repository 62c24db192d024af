import type { Change } from '#shared/changes/changeSet'
import type { Match, MatchQuery } from '#shared/matching/match'
import { createMatchIndex, type MatchIndex } from '#shared/matching/matchIndex'
import type { SpellChinese } from '#shared/matching/syllables'
import { createSearchIndex, type SearchHits, type SearchIndex } from '#shared/search/searchIndex'
import type { NotebookDatabase } from '../store/database'
import { customerDocument, readCustomers, readParties } from './customerDocument'
import { readKeptSearch, SEARCHED_TABLES, touchedSince, writeKeptSearch } from './keptSearch'
import { NotedCustomers } from './notedCustomers'
import { blocksOfNeighbours, type Standing } from './recordsByCustomer'
import { touchedCustomers } from './touchedCustomers'

/** Customers read and indexed at a time while building: small enough that an edit waits for no more than this. */
const BUILD_CHUNK = 500
/** So many customers touched since it was kept are worth keeping it anew: fewer are read again in a moment. */
const WORTH_KEEPING = 1000

/**
 * Answers "find" and "met before?" for one index from memory. The search comes from where it was kept, or is built from
 * the rows in the background; both are then kept current by the same changes that the rows get. Searches during a build
 * see what is there so far.
 */
export class Finder {
  private search: SearchIndex = createSearchIndex()
  private match: MatchIndex = createMatchIndex()
  private spell: SpellChinese | undefined
  private state: 'idle' | 'building' | 'searching' | 'complete' = 'idle'
  private turn: Promise<void> = Promise.resolve()
  /** Everything up to this entry is in, as long as it is sound. */
  private seq = 0
  /** The same once whoever is noted was read. */
  private seqBehindNoted = 0
  private readonly noted: NotedCustomers
  /** Nothing that was to be followed has failed. */
  private isSound = true
  /** Customers touched since the search was kept. */
  private touched = new Set<string>()
  private keeping: Promise<void> | undefined

  constructor(
    private readonly loadSpelling: () => Promise<SpellChinese>,
    /** Lets go first whoever is waited for. */
    private readonly giveWay: () => Promise<void> = async () => undefined,
    private readonly limits: { readonly worthKeeping?: number; readonly partBytes?: number } = {},
  ) {
    this.noted = new NotedCustomers(giveWay)
  }

  /** Whether everybody can be found by words; until then an empty answer means little. */
  isComplete(): boolean {
    return (this.state === 'searching' || this.state === 'complete') && this.noted.isDone
  }

  find(query: string, limit: number): SearchHits {
    return this.search.search(query, { limit })
  }

  metBefore(query: MatchQuery, limit: number): readonly Match[] {
    return this.match.find(query, limit)
  }

  /** Makes everybody findable by words: from what was kept, or from all rows, the newest first. */
  async openSearch(db: NotebookDatabase): Promise<void> {
    // Without the tables names are only found as they are written: no reason to find nobody.
    this.spell = await this.loadSpelling().catch(() => undefined)
    this.match = createMatchIndex(this.spell)
    this.state = 'building'
    this.seq = (await db.meta.get('index'))?.lastSeq ?? 0
    if (await this.takeKept(db)) {
      this.state = 'searching'
      return
    }
    for (const block of await blocksOfNeighbours(db, BUILD_CHUNK))
      await this.inTurn(() => this.readAndPut(db, block, 'neighbours'))
    this.state = 'complete'
    this.keepBehind(db)
  }

  /** Makes everybody known to "met before?", where the search alone was there. */
  async openMatches(db: NotebookDatabase): Promise<void> {
    if (this.state !== 'searching') return
    for (const block of await blocksOfNeighbours(db, BUILD_CHUNK)) {
      await this.inTurn(async () => {
        for (const { customer, people } of await readParties(db, block, 'neighbours'))
          this.match.put(customer, people)
      })
      await this.giveWay()
    }
    this.state = 'complete'
    this.keepIfWorth(db)
  }

  /**
   * Brings the customers that the changes touch up to date; nothing to do before the build has begun. `seq` is the entry
   * up to which everything has been given with them, absent in the midst of a change-set of many parts: whom those touch
   * is read behind the last part, and waited for only where they are few.
   */
  async follow(db: NotebookDatabase, changes: readonly Change[], seq?: number): Promise<void> {
    if (this.state === 'idle') return
    const ids = touchedCustomers(changes, SEARCHED_TABLES)
    if (seq !== undefined && !this.noted.isWaiting) {
      await this.bringUpToDate(db, [...ids], 'scattered', seq)
      return
    }
    this.noted.note(ids)
    if (seq === undefined) return
    const { areFew } = this.noted
    const read = this.readNoted(db, seq)
    if (areFew) await read
    else void read.catch(nothing)
  }

  private async readNoted(db: NotebookDatabase, seq: number): Promise<void> {
    try {
      await this.noted.read(db, (block, standing) => this.bringUpToDate(db, block, standing))
    } catch (fault) {
      this.isSound = false
      throw fault
    }
    this.reachedWith(seq)
    this.keepIfWorth(db)
  }

  /** Everything up to an entry is in but for whoever is noted: what is kept goes up to it once they are, too. */
  private reachedWith(seq: number): void {
    this.seqBehindNoted = Math.max(this.seqBehindNoted, seq)
    if (this.noted.isDone) this.seq = Math.max(this.seq, this.seqBehindNoted)
  }

  private bringUpToDate(
    db: NotebookDatabase,
    ids: readonly string[],
    standing: Standing,
    seq?: number,
  ): Promise<void> {
    return this.inTurn(async () => {
      try {
        if (ids.length > 0) await this.readAndPut(db, ids, standing)
      } catch (fault) {
        // What is kept from here on would hide this from the next start, which mends it.
        this.isSound = false
        throw fault
      }
      for (const id of ids) this.touched.add(id)
      if (seq !== undefined) this.reachedWith(seq)
    })
  }

  /** Keeps the search for the next start if that would have much to read again. */
  keepIfWorth(db: NotebookDatabase): void {
    const { worthKeeping = WORTH_KEEPING } = this.limits
    if (this.isComplete() && this.touched.size >= worthKeeping) this.keepBehind(db)
  }

  /** Keeps the search as it is. What is put meanwhile stands in an entry behind the one that is kept with it. */
  async keep(db: NotebookDatabase): Promise<void> {
    if (!this.isSound) return
    this.touched = new Set()
    const state = { seq: this.seq, isSpelled: this.spell !== undefined }
    await writeKeptSearch(db, this.search.save(), state, this.limits.partBytes)
  }

  /** Nobody waits for it, and where it fails, the next start has more to read. */
  private keepBehind(db: NotebookDatabase): void {
    this.keeping ??= this.keep(db)
      .catch(nothing)
      .finally(() => {
        this.keeping = undefined
      })
  }

  private async takeKept(db: NotebookDatabase): Promise<boolean> {
    const kept = await readKeptSearch(db, this.spell !== undefined).catch(nothing)
    if (kept === undefined) return false
    // From here on edits are followed into it; those before stand in the log, which is read after.
    await this.inTurn(async () => {
      this.search = kept.index
    })
    const touched = await touchedSince(db, kept.seq)
    if (touched === undefined) {
      await this.inTurn(async () => {
        this.search = createSearchIndex()
      })
      return false
    }
    for (const id of touched) this.touched.add(id)
    for (const chunk of inChunks([...touched]))
      await this.inTurn(() => this.readAndPut(db, chunk, 'scattered'))
    return true
  }

  /** One at a time: rows that were read before an edit must not be put after it. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work)
    this.turn = done.then(nothing, nothing)
    return done
  }

  private async readAndPut(db: NotebookDatabase, ids: readonly string[], standing: Standing): Promise<void> {
    const found = await readCustomers(db, ids, standing)
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

function* inChunks(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += BUILD_CHUNK) yield ids.slice(start, start + BUILD_CHUNK)
}

function nothing(): undefined {
  return undefined
}
