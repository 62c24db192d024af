import type { RebuildBase, RebuildPlan, RestoreNote } from '#shared/ipc/backup'
import { newestFirst } from '#shared/snapshot/retention'
import type { NotebookLog } from '../notebook/notebookLog'
import { toOrder } from './backupSession'
import type { StoredSnapshot } from './snapshotFolder'

/** From what the index of the current generation can be built: its own snapshots, then what it began with. */
export function rebuildPlan(notebook: NotebookLog, snapshots: readonly StoredSnapshot[]): RebuildPlan {
  const { generation, lastSeq } = notebook.head()
  const own = snapshots
    .filter((snapshot) => isOfGeneration(notebook, snapshot) && snapshot.end.lastSeq <= lastSeq)
    .map(toOrder)
    .sort(newestFirst)
    .map(({ id, end }) => ({ id, lastSeq: end.lastSeq, logShift: 0, counts: end.counts }))
  const base = epochBase(notebook, snapshots)
  return { bases: base === undefined ? own : [...own, base], fromStart: generation === 1 }
}

/** Whether a snapshot is a state of the current generation of this notebook. */
export function isOfGeneration(notebook: NotebookLog, { header }: StoredSnapshot): boolean {
  const { notebookId, generation } = notebook.head()
  return header.reason !== 'opened' && header.notebookId === notebookId && header.generation === generation
}

/** The restore that the current generation began with, null for the first one. */
export function restoreNote(notebook: NotebookLog): RestoreNote | null {
  const placed = notebook.epoch()
  if (placed?.epoch === undefined) return null
  const { base, takenAt, wayBack, forgets } = placed.epoch
  const { lastSeq } = notebook.head()
  if (forgets === undefined) return { base, takenAt, wayBack, isFresh: lastSeq === placed.seq }
  // Behind an erasure stands the note that its removals are done; the next start wipes the index once more.
  const isFresh = lastSeq <= placed.seq + 1 || notebook.hasDroppedIndex()
  return { base, takenAt, wayBack, isFresh, isErasure: true }
}

function epochBase(notebook: NotebookLog, snapshots: readonly StoredSnapshot[]): RebuildBase | undefined {
  const placed = notebook.epoch()
  const found = snapshots.find(
    ({ id, end }) => id === placed?.epoch?.base && end.sha256 === placed.epoch.sha256,
  )
  if (placed === undefined || found === undefined) return undefined
  // History of another journal may have numbers that this one has yet to give: it moves before the epoch.
  const logShift = Math.max(0, found.end.lastSeq - placed.seq + 1)
  return { id: found.id, lastSeq: placed.seq, logShift, counts: found.end.counts }
}
