import { err, ok, type Result } from '#shared/result'
import { EntryKind, type Journal, type JournalEntry } from '../journal/journal'

/**
 * Knows which chunks belong to an import that was finished. Chunks of one import stand between its begin and
 * its commit; the app runs one import at a time, so the commit speaks for every chunk since the last begin.
 */
export class CommittedImports {
  private readonly chunks = new Set<number>()
  private open: number[] = []

  /** Takes note of an entry, in journal order. */
  observe(seq: number, kind: EntryKind): void {
    if (kind === EntryKind.importBegin) this.open = []
    else if (kind === EntryKind.importChunk) this.open.push(seq)
    else if (kind === EntryKind.importCommit) {
      for (const chunk of this.open) this.chunks.add(chunk)
      this.open = []
    }
  }

  hasChunk(seq: number): boolean {
    return this.chunks.has(seq)
  }
}

/** Reads the whole journal once at start, for whoever else has to see every entry too. Errors are the journal's own. */
export async function findCommittedImports(
  journal: Journal,
  onEntry: (entry: JournalEntry) => void = () => undefined,
): Promise<Result<CommittedImports>> {
  const imports = new CommittedImports()
  for await (const read of journal.read(1)) {
    if (!read.ok) return err(read.error.code, read.error.params)
    imports.observe(read.value.seq, read.value.kind)
    onEntry(read.value)
  }
  return ok(imports)
}
