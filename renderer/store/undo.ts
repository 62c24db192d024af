import type { LoggedChange } from '#shared/changes/changeLog'
import type { LooseRecord } from '#shared/changes/changeSet'
import { invertChanges, type KeptRecord } from '#shared/changes/invert'
import { type LoggedSet, type UndoState, undoState } from '#shared/changes/undoStack'
import { err, ok, type Result } from '#shared/result'
import type { LogRow, NotebookDatabase } from './database'
import type { Notebook, Saved } from './notebook'

/** How far back Ctrl+Z reaches. Older changes are undone from the page they belong to. */
const UNDO_DEPTH = 200

/** What an undo or redo did. */
export interface Reversal {
  readonly saved: Saved | undefined
  readonly kept: readonly KeptRecord[]
  readonly label: LoggedSet['label']
}

/** What Ctrl+Z and redo would do now. */
export async function readUndoState(db: NotebookDatabase): Promise<UndoState> {
  const rows = await db.changeLog.orderBy('seq').reverse().limit(UNDO_DEPTH).toArray()
  return undoState(rows.reverse().map(toLoggedSet))
}

/** Takes back the last change-set, whatever it was. */
export async function undoLast(notebook: Notebook): Promise<Result<Reversal>> {
  return reverse(notebook, 'undo', (state) => state.undo && { target: state.undo, label: state.undo.label })
}

/** Brings back what was last undone. */
export async function redoLast(notebook: Notebook): Promise<Result<Reversal>> {
  return reverse(
    notebook,
    'redo',
    (state) => state.redo && { target: state.redo.undo, label: state.redo.original.label },
  )
}

async function reverse(
  notebook: Notebook,
  origin: 'undo' | 'redo',
  choose: (state: UndoState) => { target: LoggedSet; label: LoggedSet['label'] } | undefined,
): Promise<Result<Reversal>> {
  await notebook.settled()
  const db = notebook.database()
  if (db === undefined) return err('undo.notReady')
  const chosen = choose(await readUndoState(db))
  if (chosen === undefined) return err('undo.nothing')
  let kept: readonly KeptRecord[] = []
  const saved = await notebook.commit(
    { label: chosen.label, origin, reverses: chosen.target.id },
    async (at) => {
      const logged = await loggedChanges(db, chosen.target.id)
      const current = await currentRecords(db, logged)
      const inversion = invertChanges(logged, (table, id) => current.get(`${table}/${id}`), at)
      kept = inversion.kept
      return inversion.changes
    },
  )
  return saved.ok ? ok({ saved: saved.value, kept, label: chosen.label }) : saved
}

async function loggedChanges(db: NotebookDatabase, setId: string): Promise<readonly LoggedChange[]> {
  const rows = await db.changeLog.orderBy('seq').reverse().limit(UNDO_DEPTH).toArray()
  return rows.filter((row) => row.id === setId).flatMap((row) => row.changes)
}

async function currentRecords(
  db: NotebookDatabase,
  logged: readonly LoggedChange[],
): Promise<Map<string, LooseRecord>> {
  const current = new Map<string, LooseRecord>()
  for (const table of new Set(logged.map((change) => change.table))) {
    const ids = [...new Set(logged.filter((change) => change.table === table).map((change) => change.id))]
    for (const row of await db.rows(table).bulkGet(ids)) {
      if (row !== undefined) current.set(`${table}/${row.id}`, row.body)
    }
  }
  return current
}

function toLoggedSet(row: LogRow): LoggedSet {
  return {
    id: row.id,
    origin: row.origin,
    label: row.label,
    size: row.changes.length,
    ...(row.reverses === undefined ? {} : { reverses: row.reverses }),
  }
}
