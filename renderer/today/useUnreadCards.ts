import { useEffect, useState } from 'react'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import { useToday } from '../store/TodayContext'
import type { UnreadCard } from '../workers/cardDebtReader'

/** Cards of the last weeks that nobody has typed off yet, the oldest first; undefined until they were first read. */
export function useUnreadCards(): readonly UnreadCard[] | undefined {
  const notebook = useNotebook()
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const today = useToday()?.today
  const [cards, setCards] = useState<readonly UnreadCard[]>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the notebook is a reason to ask again
  useEffect(() => {
    if (today === undefined) return
    let wanted = true
    void notebook
      .questions()
      .cardDebt({ today, now: notebook.sources.now() })
      .then((answer) => {
        if (wanted && answer.ok) setCards(answer.value)
      })
    return () => {
      wanted = false
    }
  }, [notebook, appliedSeq, today])
  return cards
}
