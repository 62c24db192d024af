import type { NotebookWorkerClient } from '../workers/callWorker'
import type { TakeBackCalls } from '../workers/takeBackProtocol'

/** What holds a backup's lines against the index. */
export type TakeBackSource = Pick<NotebookWorkerClient, keyof TakeBackCalls>

/** What gives the pages of a snapshot: the worker that reads the index. */
export type SnapshotSource = Pick<NotebookWorkerClient, 'exportPage'>
