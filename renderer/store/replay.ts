import type { ChangeSet } from '#shared/changes/changeSet'
import type { OrchardBridge } from '#shared/ipc/contract'
import type { LostEntries } from '#shared/ipc/journal'
import { err, ok, type Result } from '#shared/result'
import type { NotebookWorkerClient } from '../workers/callWorker'
import { type EntryToApply, entryToApply } from '../workers/notebookProtocol'
import { setBytes, setOf } from './setBytes'

type ReadJournal = OrchardBridge['call']['journal:read']

/** The part of the journal that the index lacks, and who works on it. */
interface Replay {
  readonly read: ReadJournal
  readonly apply: NotebookWorkerClient['apply']
  readonly appliedSeq: number
  readonly lastSeq: number
  /** How many entries were applied so far. */
  readonly onProgress: (done: number) => void
}

/**
 * Applies what the journal holds beyond `appliedSeq`, at least one entry. Answers how many entries the index had to do
 * without, those of earlier times included.
 */
export async function replay({
  read,
  apply,
  appliedSeq,
  lastSeq,
  onProgress,
}: Replay): Promise<Result<number>> {
  const readFrom = (seq: number) => read(seq).catch(() => err('ipc.fault'))
  let next = readFrom(appliedSeq + 1)
  for (;;) {
    const page = await next
    if (!page.ok) return page
    const { entries, nextSeq } = page.value
    const isLast = nextSeq > lastSeq
    // The main process reads the next page while the worker writes this one.
    if (!isLast) next = readFrom(nextSeq)
    const applied = await apply(entries.map(entryToApply), !isLast)
    if (!applied.ok) return applied
    onProgress(nextSeq - 1 - appliedSeq)
    if (isLast) return ok(applied.value.lost)
  }
}

/** What the journal has under a number, word for word; `undefined` inside where that is no change-set. */
export async function changeSetAt(read: ReadJournal, seq: number): Promise<Result<ChangeSet | undefined>> {
  const page = await read(seq).catch(() => err('ipc.fault'))
  if (!page.ok) return page
  const entry = page.value.entries.find((candidate) => candidate.seq === seq)
  if (entry?.kind !== 'change') return ok(undefined)
  const set = setOf(entry.set)
  return set === undefined ? err('journal.gap') : ok(set)
}

/** The change-set that the journal has under a number. Error: `journal.gap` where it has none. */
export async function journalledSet(read: ReadJournal, seq: number): Promise<Result<ChangeSet>> {
  const set = await changeSetAt(read, seq)
  if (!set.ok) return set
  return set.value === undefined ? err('journal.gap') : ok(set.value)
}

/** Gives change-sets that are journalled already another number; applied twice they give the same rows. */
export async function journalAgain(
  append: OrchardBridge['call']['journal:append'],
  newId: () => string,
  entries: readonly EntryToApply[],
): Promise<Result<EntryToApply[]>> {
  const again: EntryToApply[] = []
  for (const { set } of entries) {
    if (set === undefined) continue
    const journalled = setOf(set)
    if (journalled === undefined) return err('journal.gap')
    const renamed: ChangeSet = { ...journalled, id: newId() }
    const appended = await append(renamed)
    if (!appended.ok) return appended
    again.push({ seq: appended.value.seq, set: setBytes(renamed) })
  }
  return ok(again)
}

/** How many entries the ranges speak of. */
export function countEntries(ranges: readonly LostEntries[]): number {
  return ranges.reduce((sum, { fromSeq, toSeq }) => sum + toSeq - fromSeq + 1, 0)
}
