import { useEffect, useState } from 'react'
import type { Span } from '#shared/timeline/nurtureSpan'
import type { SpanAnswer } from '../workers/spanReader'
import { useNotebook, useNotebookState } from './NotebookContext'
import { deviceZone } from './TodayContext'

/** What happened and is planned in a span; the last answer stays while the next one is on its way. */
export function useSpan(span: Span, today: string): (SpanAnswer & { readonly span: Span }) | undefined {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [answer, setAnswer] = useState<SpanAnswer & { readonly span: Span }>()
  const { from, to } = span
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the notebook is a reason to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    void notebook
      .questions()
      .span({ from, to, today, zone: deviceZone() })
      .then((read) => {
        if (wanted && read.ok) setAnswer({ ...read.value, span: { from, to } })
      })
    return () => {
      wanted = false
    }
  }, [notebook, phase, appliedSeq, from, to, today])
  return answer
}
