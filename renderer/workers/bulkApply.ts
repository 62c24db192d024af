import type { Change } from '#shared/changes/changeSet'
import { NotebookDatabase, tellLiveQueries } from '../store/database'
import { type Applicable, applyPart } from './applyEntries'

/** Rows of one transaction, about: a reader waits for no more than this. */
const CHUNK_CHANGES = 2_000

/**
 * Brings a change-set that was journalled in chunks into the index. The chunks are written without waiting for the
 * disk; the last, strict transaction makes all of them durable and says how far the index has followed.
 */
export class BulkApply {
  private readonly relaxed: NotebookDatabase
  private lastSeq = 0

  constructor(private readonly db: NotebookDatabase) {
    this.relaxed = new NotebookDatabase(db.name, 'relaxed')
  }

  /** Writes some entries; answers with their changes. */
  async add(entries: readonly Applicable[]): Promise<Change[]> {
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
    return entries.flatMap(({ set }) => set?.changes ?? [])
  }

  /** Ends it: the index has followed the journal up to the last entry. */
  async finish(): Promise<number> {
    this.relaxed.close()
    const followed = await this.db.transaction('rw', this.db.meta, async () => {
      const meta = await this.db.meta.get('index')
      if (meta === undefined) throw new Error('index without meta')
      const lastSeq = Math.max(meta.lastSeq, this.lastSeq)
      await this.db.meta.put({ ...meta, lastSeq })
      return lastSeq
    })
    tellLiveQueries()
    return followed
  }
}
