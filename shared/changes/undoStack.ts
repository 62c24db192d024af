import type { ChangeLabel, ChangeOrigin } from './changeSet'

/** What undo needs to know of a change-set in the log. */
export interface LoggedSet {
  readonly id: string
  readonly origin: ChangeOrigin
  readonly label: ChangeLabel
  readonly reverses?: string | undefined
  /** How many records it touched; undo asks first above 50. */
  readonly size: number
}

export interface UndoState {
  /** The change-set that Ctrl+Z takes back next. */
  readonly undo?: LoggedSet | undefined
  /** The change-set that redo brings back next, and the undo that took it away. */
  readonly redo?: { readonly original: LoggedSet; readonly undo: LoggedSet } | undefined
}

/**
 * Reads from the log, oldest first, what undo and redo would do now. Undo walks backwards over what was done;
 * a new change forgets what could be redone, as everywhere else.
 */
export function undoState(log: readonly LoggedSet[]): UndoState {
  const done: LoggedSet[] = []
  const undone: { original: LoggedSet; undo: LoggedSet }[] = []
  for (const entry of log) {
    // What has left the computer can't be taken back, so neither can the note about it.
    if (entry.origin === 'export') continue
    if (entry.origin === 'undo') {
      const index = done.findLastIndex((candidate) => candidate.id === entry.reverses)
      const [original] = index < 0 ? [] : done.splice(index, 1)
      if (original !== undefined) undone.push({ original, undo: entry })
    } else if (entry.origin === 'redo') {
      const index = undone.findLastIndex((pair) => pair.undo.id === entry.reverses)
      const [pair] = index < 0 ? [] : undone.splice(index, 1)
      // The redo stands in the original's place under its own id, so that undoing it again finds its changes.
      if (pair !== undefined) done.push({ ...entry, label: pair.original.label })
    } else {
      done.push(entry)
      undone.length = 0
    }
  }
  return { undo: done.at(-1), redo: undone.at(-1) }
}
