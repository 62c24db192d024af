import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { DuplicatesAnswer } from '../workers/duplicateReader'
import { useNotebook, useNotebookState } from './NotebookContext'

/** More pairs than this are not decided in one sitting. */
const PAIRS_SHOWN = 200
/** How soon to ask again while pages are still being compared. */
const UNFINISHED_MS = 1500

const Context = createContext<DuplicatesAnswer | undefined>(undefined)

/** Keeps the list of possible duplicates: asked for again after every change, and until the scan is through. */
export function DuplicatesProvider({ children }: { children: ReactNode }) {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [answer, setAnswer] = useState<DuplicatesAnswer>()
  const [again, setAgain] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes and unfinished scans are reasons to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    let timer: number | undefined
    void notebook.duplicates(PAIRS_SHOWN).then((found) => {
      if (!wanted || !found.ok) return
      setAnswer(found.value)
      if (!found.value.complete)
        timer = window.setTimeout(() => setAgain((count) => count + 1), UNFINISHED_MS)
    })
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [notebook, phase, appliedSeq, again])
  return <Context.Provider value={answer}>{children}</Context.Provider>
}

/** The possible duplicates; undefined until they were first read. */
export function useDuplicates(): DuplicatesAnswer | undefined {
  return useContext(Context)
}
