import type { NotebookWorkerClient } from '../workers/callWorker'

/** What gives the pages of a snapshot: the worker that reads the index. */
export type SnapshotSource = Pick<NotebookWorkerClient, 'exportPage'>
