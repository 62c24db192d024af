import { useNotebookState } from './NotebookContext'

/** What is said where nobody is found: that there is nobody, or why that is not known. */
export function useNobodyWords(
  isWhole: boolean,
): 'notebook.notFound' | 'notebook.stillReading' | 'notebook.searchFailed' {
  const search = useNotebookState((state) => state.search)
  if (isWhole) return 'notebook.notFound'
  return search === 'failed' ? 'notebook.searchFailed' : 'notebook.stillReading'
}
