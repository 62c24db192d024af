import { useEffect, useState } from 'react'
import type { TouchesAnswer, TouchesRequest } from '../workers/nurtureReader'
import { askInTurn } from './askInTurn'
import { useNotebook, useNotebookState } from './NotebookContext'

/** What is planned for a customer; the last answer stays while the next is on its way, another customer's does not. */
export function useTouches({ customerId, today, daysAhead }: TouchesRequest): TouchesAnswer | undefined {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [answer, setAnswer] = useState<TouchesAnswer & { readonly of: string }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the notebook is a reason to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    const ask = async () => {
      const read = await notebook.questions().touchesOf({ customerId, today, daysAhead })
      if (wanted && read.ok) setAnswer({ ...read.value, of: customerId })
    }
    askInTurn(notebook, 'touchesOf', { isWanted: () => wanted, ask })
    return () => {
      wanted = false
    }
  }, [notebook, phase, appliedSeq, customerId, today, daysAhead])
  return answer?.of === customerId ? answer : undefined
}
