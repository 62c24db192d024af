import { type LogEntry, toLogEntry } from '#shared/changes/changeLog'
import type { Change, ChangeOrigin, ChangeSet, LooseRecord } from '#shared/changes/changeSet'
import { invertChanges, type KeptRecord } from '#shared/changes/invert'
import { type UndoState, undoState } from '#shared/changes/undoStack'
import type { RecordOf, TableName } from '#shared/records/tables'

const NOTEBOOK_ID = '0199f000-0000-7000-8000-00000000aaaa'
const DEVICE_ID = '0199f000-0000-7000-8000-00000000bbbb'

/** The n-th id of a test: readable, and a valid UUID. */
export function testId(number: number): string {
  return `0199f000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** Wraps changes as the window does. */
export function changeSet(
  id: string,
  at: number,
  changes: readonly Change[],
  more: { origin?: ChangeOrigin; reverses?: string } = {},
): ChangeSet {
  return {
    id,
    label: { key: 'change.lead', params: { name: id } },
    origin: 'person',
    notebookId: NOTEBOOK_ID,
    deviceId: DEVICE_ID,
    at,
    changes,
    ...more,
  }
}

/**
 * The smallest notebook there can be: rows, a log and a clock that ticks once a change-set. Everything passes
 * through JSON, as it does on its way through the journal.
 */
export class MemoryNotebook {
  private readonly records = new Map<string, LooseRecord>()
  private readonly log: LogEntry[] = []
  /** Every change-set, as it was journalled. */
  readonly sets: ChangeSet[] = []
  private ticks = 0

  /** The clock: later with every change-set. */
  get now(): number {
    return 1_790_000_000_000 + this.ticks
  }

  /** A record as it is now, tombstones included. */
  get<T extends TableName>(table: T, id: string): RecordOf<T> | undefined {
    return this.records.get(`${table}/${id}`) as unknown as RecordOf<T> | undefined
  }

  /** Every record that there ever was, tombstones included. */
  all(): { table: TableName; record: LooseRecord }[] {
    return [...this.records].map(([key, record]) => ({ table: key.split('/')[0] as TableName, record }))
  }

  commit(changes: readonly Change[], more: { origin?: ChangeOrigin; reverses?: string } = {}): ChangeSet {
    this.ticks += 1
    const set = changeSet(testId(900_000 + this.ticks), this.now, changes, more)
    const journalled = JSON.parse(JSON.stringify(set)) as ChangeSet
    for (const change of journalled.changes) this.records.set(`${change.table}/${change.id}`, change.after)
    this.sets.push(journalled)
    this.log.push(toLogEntry(this.log.length + 1, journalled))
    return journalled
  }

  undoState(): UndoState {
    return undoState(this.log.map(({ changes, ...entry }) => ({ ...entry, size: changes.length })))
  }

  /** Takes back the last change-set; gives what was kept, or undefined when there was nothing to do. */
  undo(): readonly KeptRecord[] | undefined {
    const target = this.undoState().undo
    return target && this.reverse(target.id, 'undo')
  }

  redo(): readonly KeptRecord[] | undefined {
    const target = this.undoState().redo?.undo
    return target && this.reverse(target.id, 'redo')
  }

  /** What a person sees: live records, `rev` apart, by table and id. */
  canonical(): Readonly<Record<string, unknown>> {
    const live = [...this.records].filter(([, record]) => record.deletedAt === undefined)
    return Object.fromEntries(live.map(([key, { rev: _rev, ...content }]) => [key, content]))
  }

  private reverse(setId: string, origin: 'undo' | 'redo'): readonly KeptRecord[] {
    const logged = this.log.find(({ id }) => id === setId)?.changes ?? []
    const inversion = invertChanges(logged, (table, id) => this.records.get(`${table}/${id}`), this.now + 1)
    if (inversion.changes.length > 0) this.commit(inversion.changes, { origin, reverses: setId })
    return inversion.kept
  }
}
