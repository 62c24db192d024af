import { createChange } from '#shared/changes/buildChange'
import type { ExportHead } from '#shared/exporting/exportFile'
import type { ExportChoice, ExportMoment } from '#shared/exporting/exportRequest'
import { addTally, type ExportTally, leftOutCount, NOTHING } from '#shared/exporting/exportTally'
import type { OrchardBridge } from '#shared/ipc/contract'
import type { ExportedFile } from '#shared/ipc/exporting'
import type { ExportRun } from '#shared/records/exportRun'
import { err, type OrchardError, ok, type Result } from '#shared/result'
import type { NotebookWorkerClient } from '../workers/callWorker'
import type { GatherStart } from '../workers/gatherProtocol'
import type { Notebook } from './notebook'
import { allStaff } from './queries/staff'

/** What an export needs: the notebook, and the main process, which alone knows where the file goes. */
export interface ExportParts {
  readonly notebook: Notebook
  readonly calls: Pick<
    OrchardBridge['call'],
    'export:begin' | 'export:write' | 'export:finish' | 'export:cancel'
  >
}

/** The same for a file that is dragged out of the window. */
interface DragParts {
  readonly notebook: Notebook
  readonly calls: ExportParts['calls'] & Pick<OrchardBridge['call'], 'drag:begin'>
}

/** What is exported: everybody, or those that were listed. */
export interface ExportOrder {
  readonly choice: ExportChoice
  readonly moment: ExportMoment
  readonly customerIds: 'all' | readonly string[]
}

/** Told how far it is; `signal` gives it up. */
export interface ExportWatch {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** A file that is there, and what is in it. */
export interface ExportOutcome {
  readonly file: ExportedFile
  readonly tally: ExportTally
  /** Why the log of exports has no line about it. */
  readonly notLogged?: OrchardError | undefined
}

/** Counts what a file would hold, and writes nothing; undefined when it was given up. */
export async function countExport(
  { notebook }: Pick<ExportParts, 'notebook'>,
  order: ExportOrder,
  watch: ExportWatch,
): Promise<Result<ExportTally | undefined>> {
  const ready = await whenReady(notebook)
  if (!ready.ok) return ready
  const started = await notebook.gatherer.gatherBegin({ ...order, countOnly: true })
  if (!started.ok) return started
  return eachPage(notebook.gatherer, started.value, watch, async () => ok(null))
}

/** The file begun: its token, or null when the person chose no place for it. */
type Begin = (head: ExportHead, title: string) => Promise<Result<string | null>>

/**
 * Writes the file, page by page, and notes in the log that it has left; undefined when the person chose no place or
 * gave it up, and then nothing is on the disk.
 */
export function runExport(
  parts: ExportParts,
  order: ExportOrder,
  watch: ExportWatch,
): Promise<Result<ExportOutcome | undefined>> {
  return writeExport(parts, order, watch, parts.calls['export:begin'])
}

/**
 * Writes the same file to be dragged out of the window under a name of its own, and hands it to the pointer; undefined
 * when it was given up, which a button let go before that is.
 */
export function dragExport(
  parts: DragParts,
  order: ExportOrder,
  title: string,
  watch: ExportWatch,
): Promise<Result<ExportOutcome | undefined>> {
  return writeExport(parts, order, watch, (head) => parts.calls['drag:begin'](head, title))
}

async function writeExport(
  { notebook, calls }: ExportParts,
  order: ExportOrder,
  watch: ExportWatch,
  begin: Begin,
): Promise<Result<ExportOutcome | undefined>> {
  const ready = await whenReady(notebook)
  if (!ready.ok) return ready
  const started = await notebook.gatherer.gatherBegin({ ...order, countOnly: false })
  if (!started.ok) return started
  const { head, title } = started.value
  const begun = await begin(head, title)
  if (!begun.ok) return begun
  const token = begun.value
  if (token === null) return ok(undefined)
  const written = await eachPage(notebook.gatherer, started.value, watch, (parts) =>
    calls['export:write'](token, parts),
  )
  if (!written.ok || written.value === undefined || watch.signal.aborted) {
    await calls['export:cancel'](token)
    return written.ok ? ok(undefined) : written
  }
  const file = await calls['export:finish'](token)
  if (!file.ok) return file
  const logged = await logExport(notebook, order, written.value)
  return ok({ file: file.value, tally: written.value, ...(logged.ok ? {} : { notLogged: logged.error }) })
}

/** What was just captured belongs in the file. */
async function whenReady(notebook: Notebook): Promise<Result<null>> {
  await notebook.settled()
  return notebook.database() === undefined ? err('export.notReady') : ok(null)
}

async function eachPage(
  gatherer: Pick<NotebookWorkerClient, 'gatherNext'>,
  { number, total }: GatherStart,
  { signal, onProgress }: ExportWatch,
  take: (parts: Uint8Array) => Promise<Result<null>>,
): Promise<Result<ExportTally | undefined>> {
  let tally = NOTHING
  for (;;) {
    if (signal.aborted) return ok(undefined)
    const page = await gatherer.gatherNext(number)
    // A gathering that was given up may have been followed by another, which ends it.
    if (signal.aborted) return ok(undefined)
    if (!page.ok) return page
    const { pieces, done, isLast } = page.value
    for (const piece of pieces) {
      const taken = await take(piece)
      if (!taken.ok) return taken
    }
    tally = addTally(tally, page.value.tally)
    onProgress(done, total)
    if (isLast) return ok(tally)
  }
}

/** Notes that a file has left: counts, never names. */
export async function logExport(
  notebook: Notebook,
  { choice, customerIds }: Pick<ExportOrder, 'choice' | 'customerIds'>,
  tally: ExportTally,
): Promise<Result<unknown>> {
  const { subject, format, table, hashed } = choice
  const { rows, withEmail, withPhone, photos, leftOut } = tally
  return logRun(
    notebook,
    {
      subject,
      format,
      ...(subject === 'history' && format !== 'xlsx' ? { table } : {}),
      scope: customerIds === 'all' ? 'all' : 'listed',
      ...(hashed ? { hashed } : {}),
    },
    { rows, withEmail, withPhone, photos, leftOut: leftOutCount(leftOut) },
  )
}

/** Notes in the log of exports that something left, with what it is and how much of it. */
export async function logRun(
  notebook: Notebook,
  what: Pick<ExportRun, 'subject' | 'format' | 'table' | 'scope' | 'hashed'>,
  counts: ExportRun['counts'],
): Promise<Result<unknown>> {
  const db = notebook.database()
  const me = db === undefined ? undefined : (await allStaff(db)).find((person) => person.me === true)
  const intent = { label: { key: 'change.exported' }, origin: 'export' as const }
  return notebook.commit(intent, (at) => [
    createChange(
      'exports',
      {
        id: notebook.sources.newId(),
        ...what,
        counts,
        ...(me === undefined ? {} : { staffId: me.id }),
      },
      at,
    ),
  ])
}
