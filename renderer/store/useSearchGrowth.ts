import { useEffect, useState } from 'react'
import { useNotebookState } from './NotebookContext'

/** How often a question is put again while not everybody can be found yet. */
const AGAIN_MS = 1000

/** A number that changes whenever what some words find may have grown: by an edit, or since the search is still being built. */
export function useSearchGrowth(): number {
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const isSearchable = useNotebookState((state) => state.isSearchable)
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    if (isSearchable) return
    const timer = setInterval(() => setTurns((before) => before + 1), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isSearchable])
  return appliedSeq + turns + (isSearchable ? 1 : 0)
}
