import { createChange } from '#shared/changes/buildChange'
import { leftOutCount, NOTHING } from '#shared/exporting/exportTally'
import type { OrchardBridge } from '#shared/ipc/contract'
import type { TakenAlong } from '#shared/ipc/takeAlong'
import { err, type OrchardError, ok, type Result } from '#shared/result'
import type { SnapshotSummary } from '#shared/snapshot/format'
import { choiceOf, EXPORTED_FILE_NAMES, LOGGED_AS, type TakeAlongMoment } from '#shared/takeAlong/contents'
import type { Notebook } from '../store/notebook'
import { allStaff } from '../store/queries/staff'
import { countSteps } from '../store/queries/takeAlong'

/** What the work needs: the notebook, its records as a backup would hold them, and the main process. */
export interface TakeAlongParts {
  readonly notebook: Notebook
  /** See `Backups.copyLines`. */
  readonly copyLines: (take: (lines: Uint8Array) => Promise<Result<null>>) => Promise<Result<SnapshotSummary>>
  readonly calls: Pick<
    OrchardBridge['call'],
    'folder:begin' | 'folder:open' | 'folder:write' | 'folder:finish' | 'folder:cancel'
  >
}

/** How far it is: steps of gathering, and at the end the reading back of everything. */
export type TakeAlongProgress =
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'checking' }

/** Told how far it is; `signal` gives it up. */
export interface TakeAlongWatch {
  readonly signal: AbortSignal
  readonly onProgress: (progress: TakeAlongProgress) => void
}

/** A folder that is there. */
export interface TakeAlongOutcome {
  readonly taken: TakenAlong
  /** Why the log of exports has no line about it. */
  readonly notLogged?: OrchardError | undefined
}

/** Ends the work from within: the person has given it up. */
const GIVEN_UP = 'takeAlong.givenUp'

/**
 * Writes the whole notebook into a folder and notes in the log that it has left; undefined when the person chose no
 * place or gave it up, and then nothing is on the disk. The records are those of one moment. What is saved while the
 * rest is being written may stand in a page or a table, and not in the records.
 */
export async function runTakeAlong(
  parts: TakeAlongParts,
  moment: TakeAlongMoment,
  watch: TakeAlongWatch,
): Promise<Result<TakeAlongOutcome | undefined>> {
  const { notebook, calls } = parts
  await notebook.settled()
  const db = notebook.database()
  if (db === undefined) return err('export.notReady')
  const begun = await calls['folder:begin'](moment)
  if (!begun.ok) return begun
  if (begun.value === null) return ok(undefined)
  const token = begun.value
  const total = await countSteps(db)
  const work = new Gathering(parts, moment, watch, token, total)
  const stop = () => void calls['folder:cancel'](token)
  watch.signal.addEventListener('abort', stop, { once: true })
  const written = await work.run()
  watch.signal.removeEventListener('abort', stop)
  if (!written.ok) {
    await calls['folder:cancel'](token)
    return watch.signal.aborted || written.error.code === GIVEN_UP ? ok(undefined) : written
  }
  const logged = await logTakeAlong(notebook, written.value)
  return ok({ taken: written.value, ...(logged.ok ? {} : { notLogged: logged.error }) })
}

/** The sections of the folder, one after another. */
class Gathering {
  private done = 0

  constructor(
    private readonly parts: TakeAlongParts,
    private readonly moment: TakeAlongMoment,
    private readonly watch: TakeAlongWatch,
    private readonly token: string,
    private readonly total: number,
  ) {}

  async run(): Promise<Result<TakenAlong>> {
    const summary = await this.data()
    if (!summary.ok) return summary
    for (const section of [() => this.pages(), ...EXPORTED_FILE_NAMES.map((name) => () => this.file(name))]) {
      const written = await section()
      if (!written.ok) return written
    }
    if (this.watch.signal.aborted) return err(GIVEN_UP)
    this.watch.onProgress({ kind: 'checking' })
    return this.parts.calls['folder:finish'](this.token, summary.value)
  }

  /** The records come first: the names of attachments are known when they are there. */
  private async data(): Promise<Result<SnapshotSummary>> {
    const opened = await this.parts.calls['folder:open'](this.token, { kind: 'data' })
    if (!opened.ok) return opened
    return this.parts.copyLines(async (lines) => {
      const written = await this.write(lines)
      this.step(countLines(lines))
      return written
    })
  }

  private async pages(): Promise<Result<null>> {
    const { language, zone } = this.moment
    const opened = await this.parts.calls['folder:open'](this.token, { kind: 'pages' })
    if (!opened.ok) return opened
    for (let after: string | null = ''; after !== null; ) {
      const page = await this.parts.notebook.gatherer.customerPages({ after, language, zone })
      if (!page.ok) return page
      for (const piece of page.value.pieces) {
        const written = await this.write(piece)
        if (!written.ok) return written
      }
      this.step(page.value.read)
      after = page.value.next
    }
    return ok(null)
  }

  private async file(name: (typeof EXPORTED_FILE_NAMES)[number]): Promise<Result<null>> {
    const { gatherer, sources } = this.parts.notebook
    const moment = { ...this.moment, now: sources.now() }
    const started = await gatherer.gatherBegin({
      choice: choiceOf(name),
      moment,
      customerIds: 'all',
      countOnly: false,
    })
    if (!started.ok) return started
    const { number, head } = started.value
    const opened = await this.parts.calls['folder:open'](this.token, { kind: 'file', name, head })
    if (!opened.ok) return opened
    const before = this.done
    for (;;) {
      const page = await gatherer.gatherNext(number)
      if (!page.ok) return page
      for (const piece of page.value.pieces) {
        const written = await this.write(piece)
        if (!written.ok) return written
      }
      this.step(before + page.value.done - this.done)
      if (page.value.isLast) return ok(null)
    }
  }

  private async write(content: Uint8Array): Promise<Result<null>> {
    if (this.watch.signal.aborted) return err(GIVEN_UP)
    return this.parts.calls['folder:write'](this.token, content)
  }

  private step(count: number): void {
    this.done += count
    if (this.watch.signal.aborted) return
    // Customers that were saved meanwhile are steps that nobody counted.
    this.watch.onProgress({ kind: 'writing', done: Math.min(this.done, this.total), total: this.total })
  }
}

function countLines(lines: Uint8Array): number {
  let count = 0
  for (let at = lines.indexOf(10); at >= 0; at = lines.indexOf(10, at + 1)) count += 1
  return count
}

async function logTakeAlong(notebook: Notebook, taken: TakenAlong): Promise<Result<unknown>> {
  const db = notebook.database()
  const me = db === undefined ? undefined : (await allStaff(db)).find((person) => person.me === true)
  const { withEmail, withPhone, leftOut } = NOTHING
  const intent = { label: { key: 'change.exported' }, origin: 'export' as const }
  return notebook.commit(intent, (at) => [
    createChange(
      'exports',
      {
        id: notebook.sources.newId(),
        ...LOGGED_AS,
        scope: 'all',
        counts: {
          rows: taken.records,
          withEmail,
          withPhone,
          photos: taken.attachments,
          leftOut: leftOutCount(leftOut),
        },
        ...(me === undefined ? {} : { staffId: me.id }),
      },
      at,
    ),
  ])
}
