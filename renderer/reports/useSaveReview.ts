import { useState } from 'react'
import type { ReportKind, SavedReport } from '#shared/ipc/report'
import type { ReviewRequest } from '#shared/reporting/review/reviewRequest'
import { err, type Result } from '#shared/result'
import { useBridge } from '../shell/BridgeContext'
import { useInsightCalls } from '../store/InsightCallsContext'
import { useNotebook } from '../store/NotebookContext'

/** Saving under way, and what became of the last one; a result of `null` means that no folder was chosen. */
export interface ReviewSaving {
  readonly busy: boolean
  readonly result: Result<SavedReport | null> | undefined
  readonly save: (request: ReviewRequest, kinds: readonly ReportKind[]) => Promise<void>
  readonly forget: () => void
}

/** Has a review counted once more, whole with its rows, and written to files. */
export function useSaveReview(): ReviewSaving {
  const notebook = useNotebook()
  const calls = useInsightCalls()
  const bridge = useBridge()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result<SavedReport | null>>()

  const build = async (request: ReviewRequest, kinds: readonly ReportKind[]) => {
    // What was just written down belongs in the report.
    await notebook.settled()
    const answer = await calls.insightReview(request)
    if (!answer.ok) return answer
    if (answer.value.progress !== undefined) return err('insights.stillCounting')
    return bridge.call['report:save'](answer.value.value, kinds, false)
  }

  const save = async (request: ReviewRequest, kinds: readonly ReportKind[]) => {
    setBusy(true)
    setResult(undefined)
    try {
      setResult(await build(request, kinds))
    } catch {
      setResult(err('report.notBuilt'))
    } finally {
      setBusy(false)
    }
  }
  return { busy, result, save, forget: () => setResult(undefined) }
}
