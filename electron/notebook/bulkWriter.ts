import { parseChangeSet } from '#shared/changes/changeSet'
import { err, ok, type Result } from '#shared/result'
import { EntryKind, type Journal } from '../journal/journal'
import type { CommittedImports } from './committedImports'

/** What the writer needs of the notebook. */
interface BulkParts {
  readonly journal: Journal
  readonly imports: CommittedImports
  readonly notebookId: string
  readonly newId: () => string
}

/**
 * Journals a change-set that is too big for one entry: begin, chunks, commit. Nothing of it counts before the
 * commit, and all of it from then on. Each chunk is a change-set of its own under the id of the whole.
 */
export class BulkWriter {
  private open: { readonly id: string; chunks: number } | undefined

  constructor(private readonly parts: BulkParts) {}

  /** Begins; one that was never finished is dropped by it. Errors are the journal's own. */
  async begin(id: string): Promise<Result<{ seq: number }>> {
    const { journal, newId } = this.parts
    if (journal.seqOf(id) !== undefined) return err('import.done')
    this.open = undefined
    const begun = await this.append(EntryKind.importBegin, newId(), { id })
    if (begun.ok) this.open = { id, chunks: 0 }
    return begun
  }

  /** Adds a chunk. Errors: `import.notBegun`, `changes.invalid`, `notebook.foreign`, the journal's own. */
  async chunk(set: unknown): Promise<Result<{ seq: number }>> {
    const parsed = parseChangeSet(set)
    if (!parsed.ok) return parsed
    const { open, parts } = this
    if (parsed.value.notebookId !== parts.notebookId) return err('notebook.foreign')
    if (open === undefined || open.id !== parsed.value.id) return err('import.notBegun')
    const added = await this.append(EntryKind.importChunk, parts.newId(), parsed.value)
    if (added.ok) open.chunks += 1
    return added
  }

  /**
   * Makes all chunks count. The entry bears the id of the whole, so that it can't be journalled twice. Errors:
   * `import.notBegun` also when a chunk is missing, the journal's own.
   */
  async commit(id: string, chunks: number): Promise<Result<{ seq: number }>> {
    if (this.open?.id !== id || this.open.chunks !== chunks) return err('import.notBegun')
    const committed = await this.append(EntryKind.importCommit, id, { id, chunks })
    if (committed.ok) this.open = undefined
    return committed
  }

  /** Gives up: what was journalled so far will never count. */
  abandon(id: string): void {
    if (this.open?.id === id) this.open = undefined
  }

  private async append(kind: EntryKind, entryId: string, payload: object): Promise<Result<{ seq: number }>> {
    const { journal, imports } = this.parts
    const appended = await journal.append(kind, entryId, new TextEncoder().encode(JSON.stringify(payload)))
    if (!appended.ok) return appended
    imports.observe(appended.value.seq, kind)
    return ok({ seq: appended.value.seq })
  }
}
