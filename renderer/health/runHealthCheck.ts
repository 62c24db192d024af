import { type HealthFinding, type HealthStep, isMendedByRebuild } from '#shared/health/finding'
import {
  type IndexComparison,
  judgeBackups,
  judgeFiles,
  judgeIndex,
  judgeJournal,
  newestOwn,
  notChecked,
  withoutBase,
} from '#shared/health/judge'
import type { OrchardBridge } from '#shared/ipc/contract'
import { INSPECTED_FILES, type JournalInspection } from '#shared/ipc/health'
import { err, ok, type Result } from '#shared/result'
import type { Notebook } from '../store/notebook'
import { attachmentHashes } from '../store/queries/attachmentHashes'
import { entryToApply } from '../workers/notebookProtocol'

/** What a self-check reads. None of these calls writes anything. */
export interface HealthSources {
  readonly notebook: Notebook
  readonly calls: Pick<
    OrchardBridge['call'],
    | 'health:journal'
    | 'health:stop'
    | 'health:files'
    | 'journal:read'
    | 'backup:list'
    | 'backup:check'
    | 'backup:read'
  >
  readonly on: OrchardBridge['on']
}

/** Where a check is; `total` is 0 while nobody can say how much there is to do. */
export interface HealthProgress {
  readonly step: HealthStep
  readonly done: number
  readonly total: number
}

/** Told how far it is; `signal` gives it up. */
export interface HealthWatch {
  readonly signal: AbortSignal
  readonly onProgress: (progress: HealthProgress) => void
}

/** What a whole check found. */
export interface HealthReport {
  readonly findings: readonly HealthFinding[]
  /** An index that is built anew would mend what is wrong with it, since the journal and its base are whole. */
  readonly canRebuild: boolean
}

/**
 * Takes the four steps of a self-check one after another; undefined when it was given up. A step that fails is named
 * and does not end the check. Nothing is changed, whatever is found.
 */
export async function runHealthCheck(
  sources: HealthSources,
  watch: HealthWatch,
): Promise<HealthReport | undefined> {
  const { signal } = watch
  const journal = await checkJournal(sources, watch)
  if (signal.aborted) return undefined
  const index = journal.ok ? await checkIndex(sources, journal.value, watch) : journal
  if (signal.aborted) return undefined
  const files = await checkFiles(sources, watch)
  if (signal.aborted) return undefined
  const backups = await checkBackups(sources, journal.ok ? journal.value.lastSeq : 0, watch)
  if (signal.aborted) return undefined
  const findings = [
    ...(journal.ok ? judgeJournal(journal.value) : [notChecked('journal', journal.error.code)]),
    ...(index.ok ? index.value : [notChecked('index', index.error.code)]),
    ...(files.ok ? files.value : [notChecked('attachments', files.error.code)]),
    ...(backups.ok ? backups.value : [notChecked('backup', backups.error.code)]),
  ]
  const isJournalWhole = journal.ok && judgeJournal(journal.value).every(({ state }) => state === 'healthy')
  return { findings, canRebuild: isJournalWhole && isMendedByRebuild(findings) }
}

/** The main process reads every payload of the journal; it says how far it is, and ends when it is told to. */
async function checkJournal(
  { calls, on }: HealthSources,
  { signal, onProgress }: HealthWatch,
): Promise<Result<JournalInspection>> {
  onProgress({ step: 'journal', done: 0, total: 0 })
  const leave = on('health:progress', (progress) => onProgress({ step: 'journal', ...progress }))
  const stop = () => void answered(calls['health:stop']())
  signal.addEventListener('abort', stop)
  const inspected = await answered(calls['health:journal']())
  signal.removeEventListener('abort', stop)
  leave()
  return inspected
}

/** Given up: nobody reads this code, since the whole check answers with nothing. */
const GIVEN_UP = err('health.givenUp')

async function checkIndex(
  sources: HealthSources,
  journal: JournalInspection,
  watch: HealthWatch,
): Promise<Result<HealthFinding[]>> {
  const inspector = sources.notebook.questions()
  if (sources.notebook.database() === undefined) return err('export.notReady')
  const { bases, fromStart } = journal.rebuild
  // The oldest base is the one that the present history began with: from there on all is the journal's word.
  const base = fromStart ? undefined : bases.at(-1)
  if (!fromStart && base === undefined) return ok([withoutBase()])
  watch.onProgress({ step: 'index', done: 0, total: 0 })
  await sources.notebook.settled()
  const begun = await inspector.healthBegin()
  if (!begun.ok) return begun
  const compared = await compareIndex(sources, base, watch)
  await inspector.healthEnd()
  return compared.ok ? ok(judgeIndex(compared.value)) : compared
}

async function compareIndex(
  { notebook, calls }: HealthSources,
  base: JournalInspection['rebuild']['bases'][number] | undefined,
  { signal, onProgress }: HealthWatch,
): Promise<Result<IndexComparison>> {
  const inspector = notebook.questions()
  for (let cursor: number | null = base === undefined ? null : 0; base !== undefined && cursor !== null; ) {
    const page: Awaited<ReturnType<(typeof calls)['backup:read']>> = await answered(
      calls['backup:read'](base.id, cursor),
    )
    if (!page.ok) return page
    if (signal.aborted) return GIVEN_UP
    const taken = await inspector.healthLines(page.value.lines)
    if (!taken.ok) return taken
    cursor = page.value.next
  }
  const first = (base?.lastSeq ?? 0) + 1
  for (let next = first, lastSeq = next; next <= lastSeq; ) {
    const page: Awaited<ReturnType<(typeof calls)['journal:read']>> = await answered(
      calls['journal:read'](next),
    )
    if (!page.ok) return page
    if (signal.aborted) return GIVEN_UP
    const taken = await inspector.healthEntries(page.value.entries.map(entryToApply))
    if (!taken.ok) return taken
    // A page that gives nothing further ends the journal: an empty one has no entry at all.
    if (page.value.nextSeq <= next) break
    next = page.value.nextSeq
    lastSeq = page.value.lastSeq
    // Reading is the first half of this step, comparing the second.
    const total = Math.max(1, lastSeq - first + 1)
    onProgress({ step: 'index', done: Math.min(next - first, total), total: 2 * total })
  }
  // What was saved a moment ago is on its way into the index.
  await notebook.settled()
  for (;;) {
    const step = await inspector.healthCompare()
    if (!step.ok) return step
    if (signal.aborted) return GIVEN_UP
    const { done, total, result } = step.value
    if (result !== undefined) return ok(result)
    onProgress({ step: 'index', done: total + done, total: 2 * total })
  }
}

async function checkFiles(
  { notebook, calls }: HealthSources,
  { signal, onProgress }: HealthWatch,
): Promise<Result<HealthFinding[]>> {
  const db = notebook.database()
  if (db === undefined) return err('export.notReady')
  onProgress({ step: 'attachments', done: 0, total: 0 })
  const hashes = await attachmentHashes(db)
  const missing: string[] = []
  const damaged: string[] = []
  for (let from = 0; from < hashes.length; from += INSPECTED_FILES) {
    const piece = hashes.slice(from, from + INSPECTED_FILES)
    const inspected = await answered(calls['health:files'](piece))
    if (!inspected.ok) return inspected
    if (signal.aborted) return GIVEN_UP
    missing.push(...inspected.value.missing)
    damaged.push(...inspected.value.damaged)
    onProgress({ step: 'attachments', done: from + piece.length, total: hashes.length })
  }
  return ok(judgeFiles(hashes.length, { missing, damaged }))
}

async function checkBackups(
  { calls }: HealthSources,
  lastSeq: number,
  { onProgress }: HealthWatch,
): Promise<Result<HealthFinding[]>> {
  onProgress({ step: 'backup', done: 0, total: 0 })
  const list = await answered(calls['backup:list']())
  if (!list.ok) return list
  const newest = newestOwn(list.value)
  const check = newest === undefined ? undefined : await answered(calls['backup:check'](newest.id))
  return ok(judgeBackups(list.value, check, lastSeq))
}

/** A main process that is gone is a failure like any other. */
function answered<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  return call.catch(() => err('ipc.fault'))
}
