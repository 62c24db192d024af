import type { BackupPage, BadRow, RebuildBase, RebuildPlan } from '#shared/ipc/backup'
import type { OrchardBridge } from '#shared/ipc/contract'
import { err, ok, type Result } from '#shared/result'
import type { NotebookWorkerClient } from '../workers/callWorker'
import type { LoadProgress, OpenIndexAnswer } from '../workers/notebookProtocol'

/** What filling a new index from a snapshot works with. */
export interface BaseSources {
  readonly read: OrchardBridge['call']['backup:read']
  readonly worker: Pick<NotebookWorkerClient, 'loadPage' | 'finishLoad'>
  /** Opens another empty index, since the one before is half filled. */
  readonly reopen: () => Promise<Result<OpenIndexAnswer>>
  readonly onProgress: (done: number, total: number) => void
}

/** A new index and where it stands. */
export interface FilledIndex {
  readonly databaseName: string
  readonly appliedSeq: number
  /** See `OpenIndexAnswer`; a backup has all that its numbers promise. */
  readonly lost?: number | undefined
  /** Records that the snapshot holds in a form that is none of theirs. */
  readonly leftOut: { readonly badRows: number; readonly badList: readonly BadRow[] }
}

const NOTHING_LEFT_OUT = { badRows: 0, badList: [] }

/**
 * Fills a new, empty index from the newest snapshot that can be read, else the next older one, else leaves it empty
 * for the whole journal where that alone is enough. Error: `backup.baseUnreadable` when it is not.
 */
export async function loadNewestBase(
  plan: RebuildPlan,
  opened: OpenIndexAnswer,
  sources: BaseSources,
): Promise<Result<FilledIndex>> {
  let index = opened
  for (const base of plan.bases) {
    const loaded = await loadBase(base, sources)
    if (loaded.ok) {
      const { databaseName } = index
      const { badRows, badList } = loaded.value
      return ok({ databaseName, appliedSeq: base.lastSeq, leftOut: { badRows, badList } })
    }
    const reopened = await sources.reopen()
    if (!reopened.ok) return reopened
    index = reopened.value
  }
  if (!plan.fromStart) return err('backup.baseUnreadable')
  return ok({ databaseName: index.databaseName, appliedSeq: 0, leftOut: NOTHING_LEFT_OUT })
}

async function loadBase(base: RebuildBase, sources: BaseSources): Promise<Result<LoadProgress>> {
  const total = Object.values(base.counts).reduce((sum, { rows }) => sum + rows, 0)
  let progress: LoadProgress = { lines: 0, ...NOTHING_LEFT_OUT }
  let coming: ReturnType<BaseSources['read']> | undefined = sources.read(base.id, 0)
  while (coming !== undefined) {
    const page: Awaited<ReturnType<BaseSources['read']>> = await coming
    if (!page.ok) return page
    const { lines, next }: BackupPage = page.value
    // The next page is read while this one is put in.
    coming = next === null ? undefined : sources.read(base.id, next)
    const added = await sources.worker.loadPage(lines, base.logShift)
    if (!added.ok) {
      // Whoever reads another backup must not find a reading of this one under way.
      await coming
      return added
    }
    progress = added.value
    sources.onProgress(Math.min(progress.lines, total), total)
  }
  const finished = await sources.worker.finishLoad(base.lastSeq, base.counts)
  return finished.ok ? ok(progress) : finished
}
