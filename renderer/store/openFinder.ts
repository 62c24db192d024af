import type { StoreApi } from 'zustand/vanilla'
import type { NotebookWorkerClient } from '../workers/callWorker'
import type { NotebookState } from './notebookState'

/** Makes everybody findable, in the order in which people wait for it, and tells the views how far that is. */
export async function openFinder(
  worker: Pick<NotebookWorkerClient, 'openSearch' | 'openMatches' | 'scanDuplicates'>,
  state: StoreApi<NotebookState>,
): Promise<void> {
  state.setState({ search: 'opening', isMatchable: false })
  const search = await worker.openSearch()
  state.setState({ search: search.ok ? 'whole' : 'failed' })
  if (!search.ok) return
  const matches = await worker.openMatches()
  state.setState({ isMatchable: matches.ok })
  await worker.scanDuplicates()
}
