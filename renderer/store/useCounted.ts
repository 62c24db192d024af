import { useEffect, useState } from 'react'
import type { InsightRequest } from '#shared/insights/insightBook'
import type { CurrencyCode } from '#shared/money/values'
import type { Result } from '#shared/result'
import type { FactsProgress } from '../workers/factsReader'
import type { InsightAnswer } from '../workers/insightReader'
import { type InsightClient, useInsightCalls } from './InsightCallsContext'
import { useNotebookState } from './NotebookContext'

/** How soon to ask again while customers are still being counted. */
const UNFINISHED_MS = 400

/** A figure as far as it is known: the last one stays in sight while the next one is counted. */
interface Counted<T> {
  readonly value?: T | undefined
  readonly base?: CurrencyCode | undefined
  readonly progress?: FactsProgress | undefined
  readonly failed: boolean
}

/**
 * Asks the worker for something that is made of all customers, again after every change, and again while the counting
 * is under way. `key` names what is asked for: another key is another question.
 */
export function useCounted<T>(
  request: InsightRequest,
  key: string,
  ask: (calls: InsightClient, request: InsightRequest) => Promise<Result<InsightAnswer<T>>>,
): Counted<T> {
  const calls = useInsightCalls()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [counted, setCounted] = useState<Counted<T>>({ failed: false })
  const [again, setAgain] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes and unfinished counting are reasons to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    let timer: number | undefined
    void ask(calls, request).then((answer) => {
      if (!wanted) return
      if (!answer.ok) return setCounted((before) => ({ ...before, failed: true }))
      const { progress, ...known } = answer.value
      if (progress === undefined) return setCounted({ ...known, failed: false })
      setCounted((before) => ({ ...before, progress, failed: false }))
      timer = window.setTimeout(() => setAgain((count) => count + 1), UNFINISHED_MS)
    })
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [calls, phase, appliedSeq, request, key, again])
  return counted
}
