import type { Change } from '#shared/changes/changeSet'
import type { Match, MatchQuery } from '#shared/matching/match'
import { createMatchIndex, type MatchIndex } from '#shared/matching/matchIndex'
import type { SpellChinese } from '#shared/matching/syllables'
import { createSearchIndex, type SearchHits, type SearchIndex } from '#shared/search/searchIndex'
import type { NotebookDatabase } from '../store/database'
import { customerDocument, readCustomers } from './customerDocument'

/** Customers read and indexed at a time while building: small enough that a search waits for no more than this. */
const BUILD_CHUNK = 500

/**
 * Answers "find" and "met before?" from memory. Built from the rows in the background, then kept current by the
 * same changes that the rows get; searches during the build see what is there so far.
 */
export class Finder {
  private readonly search: SearchIndex = createSearchIndex()
  private match: MatchIndex = createMatchIndex()
  private spell: SpellChinese | undefined
  private state: 'idle' | 'building' | 'complete' = 'idle'
  private turn: Promise<void> = Promise.resolve()

  constructor(private readonly loadSpelling: () => Promise<SpellChinese>) {}

  /** Whether every customer is in; until then an empty answer means little. */
  isComplete(): boolean {
    return this.state === 'complete'
  }

  find(query: string, limit: number): SearchHits {
    return this.search.search(query, { limit })
  }

  metBefore(query: MatchQuery, limit: number): readonly Match[] {
    return this.match.find(query, limit)
  }

  /** Reads all customers, the ones last worked with first, since those are looked for first. */
  async build(db: NotebookDatabase): Promise<void> {
    // Without the tables names are only found as they are written: no reason to find nobody.
    this.spell = await this.loadSpelling().catch(() => undefined)
    this.match = createMatchIndex(this.spell)
    this.state = 'building'
    const ids = await db.rows('customers').orderBy('updatedAt').reverse().primaryKeys()
    for (let start = 0; start < ids.length; start += BUILD_CHUNK) {
      await this.refresh(db, ids.slice(start, start + BUILD_CHUNK))
    }
    this.state = 'complete'
  }

  /** Brings the customers that the changes touch up to date; nothing to do before the build has begun. */
  async follow(db: NotebookDatabase, changes: readonly Change[]): Promise<void> {
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
    if (ids.size > 0) await this.refresh(db, [...ids])
  }

  /** One at a time: rows that were read before an edit must not be put after it. */
  private refresh(db: NotebookDatabase, ids: readonly string[]): Promise<void> {
    const refreshed = this.turn.then(() => this.readAndPut(db, ids))
    this.turn = refreshed.catch(() => undefined)
    return refreshed
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

/** Tables whose records are found under their customer. */
const SEARCHED_TABLES: ReadonlySet<string> = new Set(['people', 'facts', 'interactions'])
