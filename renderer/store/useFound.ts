import { useEffect, useState } from 'react'
import type { SearchHits } from '#shared/search/searchIndex'
import { useNotebook, useNotebookState } from './NotebookContext'

/** How long after an answer the question is put again while not everybody can be found yet. */
const AGAIN_MS = 1000

/** Whom some words found. */
export type Found = SearchHits & {
  /** The words that this answers; those that are typed may be others by now. */
  readonly query: string
  /** Everybody was looked at. Else the answer grows by itself, unless the search has failed. */
  readonly isWhole: boolean
}

/** Asks whom some words find, and again when the notebook changes or the search has grown. The last answer stays meanwhile. */
export function useFound(query: string, limit: number): Found | undefined {
  const notebook = useNotebook()
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const search = useNotebookState((state) => state.search)
  const [found, setFound] = useState<Found>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change in the notebook may change what is found
  useEffect(() => {
    if (query === '') return
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const answer = await notebook.find(query, limit)
      if (!wanted) return
      setFound({ ...answer, query })
      if (!answer.isWhole && search !== 'failed') timer = setTimeout(() => void ask(), AGAIN_MS)
    }
    void ask()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [notebook, query, limit, appliedSeq, search])
  return found
}
