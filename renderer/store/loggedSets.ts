import type { ChangeOrigin } from '#shared/changes/changeSet'
import { type LoggedSet, undoState } from '#shared/changes/undoStack'
import type { LogRow, NotebookDatabase } from './database'

/** How many change-sets Ctrl+Z reaches back. Older changes are undone from the page they belong to. */
const UNDO_DEPTH = 200
/** Rows read in one go to see what change-sets there are. */
const PAGE_ROWS = 40
/** Rows read in one go to take them back: one of an import's undo holds a thousand records as they were. */
const CONTENT_ROWS = 4

/** A change-set of the log with its place: an import's lies in several rows. */
export interface PlacedSet extends LoggedSet {
  readonly firstSeq: number
  readonly lastSeq: number
}

/** What undo and redo would do, with the places of the change-sets concerned. */
export interface PlacedUndoState {
  readonly undo?: PlacedSet | undefined
  readonly redo?: { readonly original: PlacedSet; readonly undo: PlacedSet } | undefined
}

/** What Ctrl+Z and redo would do now. */
export async function readUndoState(db: NotebookDatabase): Promise<PlacedUndoState> {
  const sets = new Map((await readSets(db)).map((set) => [set.id, set]))
  const { undo, redo } = undoState([...sets.values()].reverse())
  const placed = (set: LoggedSet | undefined) => (set === undefined ? undefined : sets.get(set.id))
  const [original, undone] = [placed(redo?.original), placed(redo?.undo)]
  // The stack gives a redone set the label of the first one; its place is its own.
  const next = placed(undo)
  return {
    undo: next === undefined || undo === undefined ? undefined : { ...next, label: undo.label },
    redo: original === undefined || undone === undefined ? undefined : { original, undo: undone },
  }
}

/** The rows of a change-set, the last one first. */
export async function* loggedRows(db: NotebookDatabase, set: PlacedSet): AsyncGenerator<LogRow> {
  let before = set.lastSeq + 1
  while (before > set.firstSeq) {
    const rows = await rowsBefore(db, before, set.firstSeq, CONTENT_ROWS)
    if (rows.length === 0) return
    for (const row of rows) if (row.id === set.id) yield row
    before = rows.at(-1)?.seq ?? set.firstSeq
  }
}

/** The change-set that wrote a record last with one of these origins; undefined when the log has none. */
export async function setOfRecord(
  db: NotebookDatabase,
  recordId: string,
  origins: readonly ChangeOrigin[],
): Promise<PlacedSet | undefined> {
  const found = await db.changeLog.where('recordIds').equals(recordId).toArray()
  const last = found.filter(({ origin }) => origins.includes(origin)).sort((a, b) => b.seq - a.seq)[0]
  if (last === undefined) return undefined
  let set: PlacedSet = withRow(undefined, last)
  for (let before = last.seq; ; ) {
    const rows = await rowsBefore(db, before, -Infinity)
    for (const row of rows) {
      // The rows of one set stand together.
      if (row.id !== set.id) return set
      set = withRow(set, row)
    }
    if (rows.length < PAGE_ROWS) return set
    before = rows.at(-1)?.seq ?? before
  }
}

/** The newest change-sets, the newest first. Stops as soon as it is clear what undo would do. */
async function readSets(db: NotebookDatabase): Promise<PlacedSet[]> {
  const sets = new Map<string, PlacedSet>()
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = await rowsBefore(db, before, -Infinity)
    for (const row of rows) sets.set(row.id, withRow(sets.get(row.id), row))
    before = rows.at(-1)?.seq ?? before
    // Undo passes over the notes about exports, and so does the question whether it is clear.
    const found = [...sets.values()].filter(({ origin }) => origin !== 'export')
    // The last one found may go on in rows that are not read yet.
    const isClear = found.length > 1 && !isReversal(found[0])
    if (rows.length < PAGE_ROWS || sets.size > UNDO_DEPTH || isClear) return found
  }
}

async function rowsBefore(
  db: NotebookDatabase,
  before: number,
  from: number,
  count = PAGE_ROWS,
): Promise<LogRow[]> {
  return db.changeLog.where('seq').between(from, before, true, false).reverse().limit(count).toArray()
}

function isReversal(set: LoggedSet | undefined): boolean {
  return set?.origin === 'undo' || set?.origin === 'redo'
}

function withRow(set: PlacedSet | undefined, row: LogRow): PlacedSet {
  return {
    id: row.id,
    origin: row.origin,
    label: row.label,
    ...(row.reverses === undefined ? {} : { reverses: row.reverses }),
    size: (set?.size ?? 0) + row.changes.length,
    firstSeq: row.seq,
    lastSeq: set?.lastSeq ?? row.seq,
  }
}
