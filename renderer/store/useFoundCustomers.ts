import { useEffect, useState } from 'react'
import { useNotebook } from './NotebookContext'
import { useSearchGrowth } from './useSearchGrowth'

const NOBODY_FOUND: readonly string[] = []

/** Whom some words find, best first; nobody without words. */
export function useFoundCustomers(query: string, limit: number): readonly string[] {
  const notebook = useNotebook()
  const [found, setFound] = useState({ query: '', ids: NOBODY_FOUND })
  const typed = query.trim()
  const growth = useSearchGrowth()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found may have grown
  useEffect(() => {
    if (typed === '') return
    let wanted = true
    void notebook.find(typed, limit).then(({ ids }) => {
      if (wanted) setFound({ query: typed, ids })
    })
    return () => {
      wanted = false
    }
  }, [notebook, typed, limit, growth])
  return typed !== '' && found.query === typed ? found.ids : NOBODY_FOUND
}
