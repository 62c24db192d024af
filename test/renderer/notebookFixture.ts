import type { ChangeSet } from '#shared/changes/changeSet'
import type { Appended, JournalPage, NotebookStart, ReplayEntry } from '#shared/ipc/journal'
import { err, ok, type Result } from '#shared/result'
import { createNotebookState } from '../../renderer/store/notebookState'
import { setBytes } from '../../renderer/store/setBytes'
import { callWorker, type NotebookWorkerClient } from '../../renderer/workers/callWorker'
import { createNotebookCalls } from '../../renderer/workers/notebookCalls'
import type { CallName } from '../../renderer/workers/notebookProtocol'
import { loadPinyin } from '../../renderer/workers/pinyinSpelling'
import { serveCalls } from '../../renderer/workers/serveCalls'
import { testId } from '../shared/changes/memoryNotebook'
import { messageEnds } from './messageEnds'
import { OneWindowNotebook } from './oneWindow'

/** Entries on one page of the journal: few, so that replay has to ask several times. */
const PAGE = 2

/** The main process's journal, in memory. Like the real one it gives the same id the same number. */
export class FakeJournal {
  readonly entries: ChangeSet[] = []
  /** Parts of a change-set that is not committed yet. */
  private chunks: ChangeSet[] = []
  databaseName = ''
  /** Set to make every append fail with this code. */
  failure: string | undefined
  /** Set to make every append reach the disk and its answer get lost. */
  losesAnswers = false
  /** How far numbers were given up. */
  skipped = 0
  /** Entries that can no longer be read, as the real journal's start names them. */
  lost: NotebookStart['lostEntries'] = []
  /** What a look at every payload finds beyond that. */
  foundLost: NotebookStart['lostEntries'] | undefined
  /** When set, appends wait for it: the moment between "asked" and "on disk". */
  gate: Promise<void> | undefined

  /** What setting the browser's store aside does, and why it can't be done. */
  onSetAside: () => void = () => undefined
  setAsideFailure: string | undefined
  /** How often what was set aside was given up. */
  forgotten = 0

  start(): NotebookStart {
    return {
      notebookId: testId(800_001),
      deviceId: testId(800_002),
      generation: 1,
      lastSeq: this.entries.length,
      databaseName: this.databaseName,
      everHadRecords: this.entries.length > 0,
      // All of it is in the journal: no snapshot to begin with.
      rebuild: { bases: [], fromStart: true },
      lostEntries: this.lost,
      restored: null,
    }
  }

  private replayEntry(seq: number, set: ChangeSet): ReplayEntry {
    return this.lost.some(({ fromSeq, toSeq }) => seq >= fromSeq && seq <= toSeq)
      ? { seq, kind: 'lost', fromSeq: seq }
      : { seq, kind: 'change', set: setBytes(set) }
  }

  readonly calls = {
    'journal:append': async (set: ChangeSet): Promise<Result<Appended>> => {
      // Crossing to the main process makes a copy.
      const journalled = structuredClone(set)
      await this.gate
      if (this.failure !== undefined) return err(this.failure)
      const known = this.entries.findIndex(({ id }) => id === journalled.id)
      if (known < 0) this.entries.push(journalled)
      if (this.losesAnswers) return err('ipc.fault')
      const seq = this.skipped + (known < 0 ? this.entries.length : known + 1)
      return ok({ seq, savedAt: 1000 + seq, ...(known < 0 ? {} : { isKnown: true }) })
    },
    'journal:read': async (fromSeq: number): Promise<Result<JournalPage>> => {
      const page = this.entries.slice(fromSeq - 1, fromSeq - 1 + PAGE)
      return ok({
        entries: page.map((set, index) => this.replayEntry(fromSeq + index, set)),
        nextSeq: fromSeq + page.length,
        lastSeq: this.entries.length,
      })
    },
    'journal:verify': async (): Promise<Result<NotebookStart['lostEntries']>> =>
      ok(this.foundLost ?? this.lost),
    'journal:skipTo': async (seq: number): Promise<Result<null>> => {
      this.skipped = seq
      return ok(null)
    },
    'index:setAside': async (): Promise<Result<null>> => {
      this.onSetAside()
      return this.setAsideFailure === undefined ? ok(null) : err(this.setAsideFailure)
    },
    'index:forgetAside': async (): Promise<Result<null>> => {
      this.forgotten += 1
      return ok(null)
    },
    'backup:read': async (): Promise<Result<never>> => err('backup.missing'),
    // What comes in chunks is tested over the real journal.
    'import:begin': async (): Promise<Result<{ seq: number }>> => {
      this.chunks = []
      return ok({ seq: this.skipped + this.entries.length + 1 })
    },
    'import:chunk': async (set: Uint8Array): Promise<Result<{ seq: number }>> => {
      this.chunks.push(JSON.parse(new TextDecoder().decode(set)) as ChangeSet)
      return ok({ seq: this.skipped + this.entries.length + this.chunks.length })
    },
    // Only from here on do they count.
    'import:commit': async (): Promise<Result<{ seq: number; savedAt: number }>> => {
      this.entries.push(...this.chunks)
      const seq = this.skipped + this.entries.length
      return ok({ seq, savedAt: 1000 + seq })
    },
    'import:abandon': async (): Promise<Result<null>> => {
      this.chunks = []
      return ok(null)
    },
    'journal:useDatabase': async (name: string): Promise<Result<null>> => {
      this.databaseName = name
      return ok(null)
    },
  }
}

/** The real worker behind its real protocol, in this thread; `broken` makes one of its calls answer with a code. */
export function inThreadWorker(broken: Partial<Record<CallName, string>> = {}): NotebookWorkerClient {
  const [window, worker] = messageEnds()
  serveCalls(
    worker,
    createNotebookCalls({
      newToken: () => `token${++tokens}`,
      newId: () => testId(900_000 + ++tokens),
      loadSpelling: loadPinyin,
      pause: async () => undefined,
    }),
  )
  const { client } = callWorker(window)
  const failing = Object.entries(broken).map(([name, code]) => [name, async () => err(code)])
  return { ...client, ...Object.fromEntries(failing) }
}

let tokens = 0

/** A notebook over a journal, with ids and a clock that count. */
export function notebookOver(journal: FakeJournal, worker: NotebookWorkerClient = inThreadWorker()) {
  let ids = 1000 * (journal.entries.length + 1)
  let clock = 10_000 * (journal.entries.length + 1)
  const sources = { now: () => ++clock, newId: () => testId(++ids) }
  const state = createNotebookState()
  const notebook = new OneWindowNotebook(journal.start(), journal.calls, worker, sources, state)
  return { notebook, state, sources }
}
