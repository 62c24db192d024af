import { useEffect, useState } from 'react'
import { useNotebook } from './NotebookContext'

const NOBODY_FOUND: readonly string[] = []

/** Whom some words find, best first; nobody without words. */
export function useFoundCustomers(query: string, limit: number): readonly string[] {
  const notebook = useNotebook()
  const [found, setFound] = useState({ query: '', ids: NOBODY_FOUND })
  const typed = query.trim()
  useEffect(() => {
    if (typed === '') return
    let wanted = true
    void notebook.find(typed, limit).then(({ ids }) => {
      if (wanted) setFound({ query: typed, ids })
    })
    return () => {
      wanted = false
    }
  }, [notebook, typed, limit])
  return typed !== '' && found.query === typed ? found.ids : NOBODY_FOUND
}
