import type { StoreApi } from 'zustand/vanilla'
import type { NotebookWorkerClient } from '../workers/callWorker'
import type { NotebookState } from './notebookState'

/** Makes everybody findable by words, which is waited for first, and tells the views how far that is. */
export async function openSearch(
  worker: Pick<NotebookWorkerClient, 'openSearch'>,
  state: StoreApi<NotebookState>,
): Promise<void> {
  state.setState({ search: 'opening', isMatchable: false })
  const search = await worker.openSearch()
  state.setState({ search: search.ok ? 'whole' : 'failed' })
}

/** Behind that: who was met before, and which pages may be of one customer. */
export async function openMatches(
  worker: Pick<NotebookWorkerClient, 'openMatches' | 'scanDuplicates'>,
  state: StoreApi<NotebookState>,
): Promise<void> {
  if (state.getState().search !== 'whole') return
  const matches = await worker.openMatches()
  state.setState({ isMatchable: matches.ok })
  if (!matches.ok) return
  await worker.scanDuplicates()
}
