import type { OrchardBridge } from '#shared/ipc/contract'
import type { Result } from '#shared/result'
import { ok } from '#shared/result'
import type { NotebookWorkerClient } from '../workers/callWorker'
import type { BulkCalls } from './bulkCommit'
import { changeSetAt } from './replay'

/** What the notebook asks of the main process: the journal, what it can be rebuilt from, and where its index lies. */
export type JournalCalls = Pick<
  OrchardBridge['call'],
  | 'journal:append'
  | 'journal:read'
  | 'journal:verify'
  | 'journal:skipTo'
  | 'journal:useDatabase'
  | 'index:setAside'
  | 'index:forgetAside'
  | 'backup:read'
> &
  BulkCalls

/** Whether the index that was opened has under the journal's last number what the journal has there. */
export async function isOfOurHistory(
  read: JournalCalls['journal:read'],
  worker: Pick<NotebookWorkerClient, 'loggedSetId'>,
  lastSeq: number,
): Promise<Result<boolean>> {
  if (lastSeq === 0) return ok(true)
  const set = await changeSetAt(read, lastSeq)
  if (!set.ok) return set
  const logged = await worker.loggedSetId(lastSeq)
  return logged.ok ? ok(set.value === undefined || logged.value === set.value.id) : logged
}
