import type { Change, ChangeSet } from '#shared/changes/changeSet'
import type { OrchardBridge } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import type { NotebookWorkerClient } from '../workers/callWorker'
import { entryToApply } from '../workers/notebookProtocol'
import { type PackedChanges, packChanges, packSet } from './packedSet'

/** The main process's side of a change-set in chunks. */
export type BulkCalls = Pick<
  OrchardBridge['call'],
  'import:begin' | 'import:chunk' | 'import:commit' | 'import:abandon' | 'journal:read'
>

/** Watching and stopping a long write. */
export interface BulkWatch {
  /** Records written to the journal, or into the index. */
  readonly onProgress?: ((phase: 'journal' | 'index', done: number) => void) | undefined
  /** Aborting stops it as long as it has not been committed; then nothing of it ever counts. */
  readonly signal?: AbortSignal | undefined
}

/** What the journal has of it. */
export interface BulkSaved {
  readonly fromSeq: number
  readonly seq: number
  readonly savedAt: number
  /** How many changes. */
  readonly changes: number
}

/** Some changes of a change-set that is written in chunks: as they are, or packed by the thread that made them. */
export type ChangesPart = readonly Change[] | { readonly packed: readonly PackedChanges[] }

/** Records in one entry of the journal, about, and how long it grows: wide rows and long notes make it full sooner. */
const CHUNK_CHANGES = 1_000
const CHUNK_BYTES = 2 * 1024 * 1024

/**
 * Journals a change-set chunk by chunk. Only the commit makes it count: a failure, a cancel or a kill before it leaves
 * nothing. `undefined` inside when there was nothing to change.
 */
export async function journalInChunks(
  calls: BulkCalls,
  head: Omit<ChangeSet, 'changes'>,
  source: AsyncIterable<ChangesPart>,
  watch: BulkWatch,
): Promise<Result<BulkSaved | undefined>> {
  let fromSeq: number | undefined
  let chunks = 0
  let done = 0
  let underWay: Promise<Result<unknown>> = Promise.resolve(ok(null))
  const isStopped = () => watch.signal?.aborted === true

  // Packed as they come: of what is waiting nothing but one chunk's bytes are held.
  let pieces: PackedChanges[] = []
  let count = 0
  let bytes = 0

  const send = async (): Promise<Result<unknown>> => {
    if (fromSeq === undefined) {
      const begun = await calls['import:begin'](head.id)
      if (!begun.ok) return begun
      fromSeq = begun.value.seq
    }
    // One chunk is on its way to the disk while the next is made; more would have to be held in memory.
    const before = await underWay
    if (!before.ok) return before
    const sending = count
    const packed = packSet(head, pieces)
    pieces = []
    count = 0
    bytes = 0
    underWay = calls['import:chunk'](packed)
      .catch(() => err('ipc.fault'))
      .then((sent) => {
        if (!sent.ok) return sent
        chunks += 1
        done += sending
        watch.onProgress?.('journal', done)
        return sent
      })
    return before
  }

  const giveUp = async <T>(failure: T): Promise<T> => {
    await underWay
    if (fromSeq !== undefined) await calls['import:abandon'](head.id)
    return failure
  }

  try {
    for await (const part of source) {
      if (isStopped()) return giveUp(err('import.cancelled'))
      for (const piece of 'packed' in part ? part.packed : packChanges(part)) {
        pieces.push(piece)
        count += piece.count
        bytes += piece.bytes.length
        if (count < CHUNK_CHANGES && bytes < CHUNK_BYTES) continue
        const sent = await send()
        if (!sent.ok) return giveUp(sent)
        if (isStopped()) return giveUp(err('import.cancelled'))
      }
    }
    if (count > 0) {
      const sent = await send()
      if (!sent.ok) return giveUp(sent)
    }
  } catch (fault) {
    return giveUp(fault instanceof BulkSourceError ? err(fault.code, fault.params) : err('import.planFailed'))
  }
  const last = await underWay
  if (!last.ok) return giveUp(last)
  if (fromSeq === undefined) return ok(undefined)
  if (isStopped()) return giveUp(err('import.cancelled'))
  const committed = await calls['import:commit'](head.id, chunks)
  return committed.ok ? ok({ fromSeq, ...committed.value, changes: done }) : giveUp(committed)
}

/** Thrown by a source of changes to end a bulk commit with a code. */
export class BulkSourceError extends Error {
  override readonly name = 'BulkSourceError'
  constructor(
    readonly code: string,
    readonly params?: Readonly<Record<string, string | number | boolean>>,
  ) {
    super(code)
  }
}

/** Brings what was committed into the index, read back from the journal page by page as a replay would. */
export async function applyCommitted(
  calls: BulkCalls,
  worker: Pick<NotebookWorkerClient, 'applyBulk'>,
  saved: BulkSaved,
  onProgress: BulkWatch['onProgress'],
): Promise<Result<{ appliedSeq: number }>> {
  const read = (from: number) => calls['journal:read'](from).catch(() => err('ipc.fault'))
  let next = read(saved.fromSeq)
  let done = 0
  for (;;) {
    const page = await next
    if (!page.ok) return page
    // What was written a moment ago and can't be read is damage, not something to leave out.
    if (page.value.entries.some(({ kind }) => kind === 'lost')) return err('journal.gap')
    const entries = page.value.entries.filter(({ seq }) => seq <= saved.seq).map(entryToApply)
    const isLast = page.value.nextSeq > saved.seq
    // The main process reads the next page while the worker writes this one.
    if (!isLast) next = read(page.value.nextSeq)
    const applied = await worker.applyBulk(entries, isLast)
    if (!applied.ok || isLast) return applied
    done += entries.length
    // Entries are alike enough: what part of them is in, so much of the changes is.
    const part = Math.min(1, done / Math.max(1, saved.seq - saved.fromSeq))
    onProgress?.('index', Math.round(saved.changes * part))
    if (entries.length === 0) return err('journal.gap')
  }
}
