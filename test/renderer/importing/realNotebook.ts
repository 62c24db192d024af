import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { ImportOverrides } from '#shared/importing/reading'
import type { ImportSummary } from '#shared/ipc/importing'
import { ok, type Result } from '#shared/result'
import { nodeFs } from '../../../electron/files/fsPort'
import { inspectFile } from '../../../electron/files/import/inspectFile'
import { packRecords, recordPage } from '../../../electron/files/import/recordPages'
import { summaryOf } from '../../../electron/import/importSummary'
import { type NotebookLog, openNotebookLog } from '../../../electron/notebook/notebookLog'
import type { Notebook } from '../../../renderer/store/notebook'
import { createNotebookState } from '../../../renderer/store/notebookState'
import type { NotebookWorkerClient } from '../../../renderer/workers/callWorker'
import { inThreadWorker } from '../notebookFixture'
import { OneWindowNotebook, untilChecked } from '../oneWindow'

/** The real journal on the real disk, the real worker in this thread, and the window's side over both. */
export interface RealNotebook {
  readonly folder: string
  readonly log: NotebookLog
  readonly notebook: Notebook
  /** Ends the window and the main process without a word, as a kill would; the folder stays. */
  kill(): Promise<void>
  remove(): Promise<void>
}

export type JournalCalls = ConstructorParameters<typeof Notebook>[1]

/** Opens a notebook on a folder, a new one unless given. `change` may put something in the way of a call. */
export async function openReal(
  folder = mkdtempSync(path.join(os.tmpdir(), 'orchard-import-')),
  change: (calls: JournalCalls) => Partial<JournalCalls> = () => ({}),
  worker: NotebookWorkerClient = inThreadWorker(),
): Promise<RealNotebook> {
  const opened = await openNotebookLog({ fs: nodeFs, folder, newId: uuidV7, now: Date.now })
  if (!opened.ok) throw new Error(opened.error.code)
  const log = opened.value
  const calls: JournalCalls = {
    'journal:append': (set) => log.append(set),
    'journal:read': (fromSeq) => log.read(fromSeq),
    'journal:verify': () => log.verify(),
    'journal:skipTo': (seq) => log.skipTo(seq),
    'journal:useDatabase': (name) => log.useDatabase(name),
    'index:setAside': async () => ok(null),
    'index:forgetAside': async () => ok(null),
    'backup:read': async () => ({ ok: false, error: { code: 'backup.missing' } }),
    'import:begin': (id) => log.beginBulk(id),
    'import:chunk': (set) => log.appendChunk(JSON.parse(new TextDecoder().decode(set))),
    'import:commit': (id, chunks) => log.commitBulk(id, chunks),
    'import:abandon': async (id) => {
      log.abandonBulk(id)
      return ok(null)
    },
  }
  const start = { ...log.head(), rebuild: { bases: [], fromStart: true }, lostEntries: [], restored: null }
  const sources = { now: Date.now, newId: () => uuidV7() }
  const notebook = new OneWindowNotebook(
    start,
    { ...calls, ...change(calls) },
    worker,
    sources,
    createNotebookState(),
  )
  await notebook.start()
  return {
    folder,
    log,
    notebook,
    kill: () => log.close(),
    remove: async () => {
      await untilChecked()
      await log.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A file that was read: its summary, and the call that gives its records. */
export async function readFileBytes(bytes: Uint8Array, fileName: string, overrides: ImportOverrides = {}) {
  const reading = await inspectFile(bytes, { fileName, year: 2026 }, overrides)
  if (!reading.ok) throw new Error(reading.error.code)
  const { records, ...rest } = reading.value
  const pages = packRecords(records)
  const summary: ImportSummary = summaryOf(uuidV7(), { ...rest, pages })
  const calls = {
    'import:records': async (_token: string, from: number): Promise<Result<ReturnType<typeof recordPage>>> =>
      ok(recordPage(pages, from)),
  }
  return { summary, calls }
}

/** A table of people, each at a company of their own. */
export function peopleCsv(count: number): Uint8Array {
  const row = (at: number) =>
    `Person ${at},Company ${at} Ltd,p${at}@company${at}.example,+1 202-555-${String(at % 10_000).padStart(4, '0')},note ${at}`
  return Buffer.from(
    `Name,Company,Email,Phone,Notes\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`,
  )
}
