import type { Change } from '#shared/changes/changeSet'
import { NotebookDatabase, tellLiveQueries } from '../store/database'
import { type Applicable, applyPart } from './applyEntries'
import { liveCustomersAfter } from './liveCustomers'

/** Rows of one transaction, about: a reader waits for no more than this. */
const CHUNK_CHANGES = 2_000

/**
 * Brings a change-set that was journalled in chunks into the index. The chunks are written without waiting for the
 * disk; the last, strict transaction makes all of them durable and says how far the index has followed.
 */
export class BulkApply {
  private readonly relaxed: NotebookDatabase
  private lastSeq = 0
  /** Undefined until the first part, or as long as nobody knows. */
  private liveCustomers: number | undefined
  private hasBegun = false

  constructor(private readonly db: NotebookDatabase) {
    this.relaxed = new NotebookDatabase(db.name, 'relaxed')
  }

  /** Writes some entries; answers with their changes. */
  async add(entries: readonly Applicable[]): Promise<Change[]> {
    if (!this.hasBegun) this.liveCustomers = (await this.db.meta.get('index'))?.liveCustomers
    this.hasBegun = true
    let chunk: Applicable[] = []
    let size = 0
    for (const entry of entries) {
      this.lastSeq = Math.max(this.lastSeq, entry.seq)
      chunk.push(entry)
      size += entry.set?.changes.length ?? 0
      if (size < CHUNK_CHANGES) continue
      await applyPart(this.relaxed, chunk)
      chunk = []
      size = 0
    }
    if (size > 0) await applyPart(this.relaxed, chunk)
    const changes = entries.flatMap(({ set }) => set?.changes ?? [])
    this.liveCustomers = liveCustomersAfter(this.liveCustomers, changes)
    return changes
  }

  /** Ends it: the index has followed the journal up to the last entry. */
  async finish(): Promise<number> {
    this.relaxed.close()
    const followed = await this.db.transaction('rw', this.db.meta, async () => {
      const meta = await this.db.meta.get('index')
      if (meta === undefined) throw new Error('index without meta')
      const lastSeq = Math.max(meta.lastSeq, this.lastSeq)
      const liveCustomers = this.hasBegun ? this.liveCustomers : meta.liveCustomers
      await this.db.meta.put({ ...meta, lastSeq, liveCustomers })
      return lastSeq
    })
    tellLiveQueries()
    return followed
  }
}
