import type { Change } from '#shared/changes/changeSet'
import type { KeptRecord } from '#shared/changes/invert'
import type { LoggedSet } from '#shared/changes/undoStack'
import { err, ok, type Result } from '#shared/result'
import { BulkSourceError, type ChangesPart } from './bulkCommit'
import type { NotebookDatabase } from './database'
import { inverted, type Taken } from './inverted'
import { type PlacedSet, readUndoState } from './loggedSets'
import type { Intent, Notebook, Saved } from './notebook'

/** Beyond this many records an undo is journalled in chunks, as the import that it takes back was. */
const CHUNKED_FROM = 2_000
/** Undo asks first above this many records. */
export const ASKS_ABOVE = 50

/** What an undo or redo did. */
export interface Reversal {
  readonly saved: Saved | undefined
  readonly kept: readonly KeptRecord[]
  readonly label: LoggedSet['label']
}

/** What Ctrl+Z or redo would do now; undefined when there is nothing. */
export async function nextReversal(
  notebook: Notebook,
  origin: 'undo' | 'redo',
): Promise<Result<{ readonly target: PlacedSet; readonly label: LoggedSet['label'] }>> {
  await notebook.settled()
  const db = notebook.database()
  if (db === undefined) return err('undo.notReady')
  const state = await readUndoState(db)
  const target = origin === 'undo' ? state.undo : state.redo?.undo
  if (target === undefined) return err('undo.nothing')
  return ok({ target, label: origin === 'undo' ? target.label : (state.redo?.original ?? target).label })
}

/** Takes back the last change-set, whatever it was. */
export async function undoLast(notebook: Notebook): Promise<Result<Reversal>> {
  return reverse(notebook, 'undo')
}

/** Brings back what was last undone. */
export async function redoLast(notebook: Notebook): Promise<Result<Reversal>> {
  return reverse(notebook, 'redo')
}

async function reverse(notebook: Notebook, origin: 'undo' | 'redo'): Promise<Result<Reversal>> {
  const next = await nextReversal(notebook, origin)
  if (!next.ok) return next
  const db = notebook.database()
  return db === undefined
    ? err('undo.notReady')
    : reverseSet(notebook, db, { ...next.value, origin, keepsUsed: false })
}

/** What to take back, under which name. */
interface Taking extends Taken {
  readonly label: LoggedSet['label']
  readonly origin: 'undo' | 'redo'
}

/** Takes one logged change-set back, in chunks where it is big. Errors are a commit's. */
export async function reverseSet(
  notebook: Notebook,
  db: NotebookDatabase,
  { label, origin, ...taken }: Taking,
): Promise<Result<Reversal>> {
  const kept: KeptRecord[] = []
  const intent: Intent = { label, origin, reverses: taken.target.id }
  const saved =
    taken.target.size > CHUNKED_FROM
      ? await reverseInChunks(notebook, intent, (at) => invertedInWorker(notebook, taken, at, kept))
      : await notebook.commit(intent, async (at) => {
          const changes: Change[] = []
          for await (const inversion of inverted(db, taken, at)) {
            kept.push(...inversion.kept)
            changes.push(...inversion.changes)
          }
          return changes
        })
  return saved.ok ? ok({ saved: saved.value, kept, label }) : saved
}

/** A reversal that comes to nothing has no chunks; it is remembered all the same, or undo would stay at it for ever. */
async function reverseInChunks(
  notebook: Notebook,
  intent: Intent,
  source: (at: number) => AsyncIterable<ChangesPart>,
): Promise<Result<Saved | undefined>> {
  const saved = await notebook.commitInChunks(intent, source)
  return saved.ok && saved.value === undefined ? notebook.commit(intent, () => []) : saved
}

/**
 * The changes that take a big set back, made and packed by the worker; what stays as it is goes into `kept`. Where the
 * worker fails, nothing is taken back: `undo.failed`.
 */
async function* invertedInWorker(
  { planner }: Notebook,
  taken: Taken,
  at: number,
  kept: KeptRecord[],
): AsyncGenerator<ChangesPart> {
  const number = answered(await planner.reversalBegin(taken, at))
  try {
    for (;;) {
      const part = answered(await planner.reversalNext(number))
      if (part === null) return
      kept.push(...part.kept)
      yield { packed: part.packed }
    }
  } finally {
    await planner.reversalEnd(number)
  }
}

function answered<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new BulkSourceError('undo.failed')
}
