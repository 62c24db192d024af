import type { LostEntries } from '#shared/ipc/journal'
import { err, ok, type Result } from '#shared/result'
import { EntryKind, type Journal, type JournalEntry } from '../journal/journal'

/**
 * Knows which chunks belong to an import that was finished. Chunks of one import stand between its begin and
 * its commit; the app runs one import at a time, so the commit speaks for every chunk since the last begin. Where
 * entries are missing, a begin may be among them: then each entry's import is named, and must be the commit's.
 */
export class CommittedImports {
  private readonly chunks = new Set<number>()
  private open: { readonly seq: number; readonly importId: string | undefined }[] = []

  /** Takes note of an entry, in journal order. */
  observe(seq: number, kind: EntryKind, importId?: string): void {
    if (kind === EntryKind.importBegin) this.open = []
    else if (kind === EntryKind.importChunk) this.open.push({ seq, importId })
    else if (kind === EntryKind.importCommit) {
      for (const chunk of this.open) if (chunk.importId === importId) this.chunks.add(chunk.seq)
      this.open = []
    }
  }

  hasChunk(seq: number): boolean {
    return this.chunks.has(seq)
  }
}

/** What the notebook must know of its journal before it replays it. */
interface FoundImports {
  readonly imports: CommittedImports
  readonly lost: readonly LostEntries[]
}

/**
 * Finds the committed imports of a journal: in what its opening saw of the headers where nothing is missing, else by
 * reading all of it, since then each entry must say whose it is. Damage does not end it: `lost` names what can't be
 * read as far as opening looked, see `findLostEntries`. Error: `journal.ioFailed`.
 */
export async function findCommittedImports(journal: Journal): Promise<Result<FoundImports>> {
  const imports = new CommittedImports()
  if (journal.report.gaps.length === 0) {
    for (const { seq, kind } of journal.marks) imports.observe(seq, kind)
    return ok({ imports, lost: [] })
  }
  const lost = await walk(journal, (entry) => imports.observe(entry.seq, entry.kind, importOf(entry)))
  return lost.ok ? ok({ imports, lost: lost.value }) : lost
}

/**
 * Reads every payload of the journal again and names the entries that can't be read any more. It takes as long as
 * reading the files does and leaves room for other work in between. Error: `journal.ioFailed`.
 */
export function findLostEntries(journal: Journal): Promise<Result<readonly LostEntries[]>> {
  return walk(journal, () => undefined)
}

/** Told how far a look is; `signal` ends it. */
export interface InspectionWatch {
  readonly signal: AbortSignal
  /** In entries; called once for each hundredth part. */
  readonly onProgress: (done: number, total: number) => void
}

/**
 * As `findLostEntries`, and counts the places where nothing is missing but the chain does not prove the order. Errors:
 * `journal.ioFailed`, `health.givenUp`.
 */
export async function inspectEntries(
  journal: Journal,
  { signal, onProgress }: InspectionWatch,
): Promise<Result<{ readonly lost: readonly LostEntries[]; readonly unproven: number }>> {
  let unproven = 0
  const total = journal.head().lastSeq
  const part = Math.max(1, Math.floor(total / 100))
  const lost = await walk(
    journal,
    ({ seq }) => {
      if (seq % part === 0) onProgress(Math.min(seq, total), total)
    },
    () => {
      unproven += 1
    },
    signal,
  )
  return lost.ok ? ok({ lost: lost.value, unproven }) : lost
}

async function walk(
  journal: Journal,
  onEntry: (entry: JournalEntry) => void,
  onUnproven: () => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result<readonly LostEntries[]>> {
  const lost: LostEntries[] = []
  for await (const read of journal.read(1, { acrossGaps: true })) {
    if (signal?.aborted === true) return err('health.givenUp')
    if (read.ok) onEntry(read.value)
    else if (read.error.code === 'journal.gap') {
      const gap = lostIn(read.error.params)
      if (gap === undefined) onUnproven()
      else lost.push(gap)
    } else return err(read.error.code, read.error.params)
  }
  return ok(lost)
}

/** The entries that a `journal.gap` speaks of; undefined where none is missing but the order is not proven. */
export function lostIn(params: Readonly<Record<string, unknown>> | undefined): LostEntries | undefined {
  const fromSeq = Number(params?.fromSeq)
  const toSeq = Number(params?.toSeq)
  return toSeq >= fromSeq ? { fromSeq, toSeq } : undefined
}

/** The import that an entry belongs to: begin, chunk and commit all carry its id. */
function importOf({ kind, payload }: JournalEntry): string | undefined {
  const isOfImport =
    kind === EntryKind.importBegin || kind === EntryKind.importChunk || kind === EntryKind.importCommit
  if (!isOfImport || payload.byteLength === 0) return undefined
  const { id } = JSON.parse(new TextDecoder().decode(payload)) as { readonly id?: unknown }
  return typeof id === 'string' ? id : undefined
}
