import { useEffect, useRef, useState } from 'react'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'
import { type HealthProgress, type HealthReport, runHealthCheck } from './runHealthCheck'

/** What the dialog shows of a check. */
export type HealthStage =
  | { readonly kind: 'asking'; readonly wasGivenUp: boolean }
  | { readonly kind: 'checking'; readonly progress: HealthProgress }
  | { readonly kind: 'done'; readonly report: HealthReport }

/** A self-check; it is given up when the dialog goes away. */
export function useHealthCheck(): {
  readonly stage: HealthStage
  readonly start: () => Promise<void>
  readonly stop: () => void
} {
  const notebook = useNotebook()
  const { call: calls, on } = useBridge()
  const [stage, setStage] = useState<HealthStage>({ kind: 'asking', wasGivenUp: false })
  const work = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => work.current?.abort(), [])

  const start = async () => {
    const controller = new AbortController()
    work.current = controller
    const { signal } = controller
    setStage({ kind: 'checking', progress: { step: 'journal', done: 0, total: 0 } })
    const onProgress = (progress: HealthProgress) => {
      if (!signal.aborted) setStage({ kind: 'checking', progress })
    }
    const report = await runHealthCheck({ notebook, calls, on }, { signal, onProgress })
    // One that was given up answers later than the person was told so.
    if (work.current === controller && report !== undefined) setStage({ kind: 'done', report })
  }
  const stop = () => {
    work.current?.abort()
    work.current = undefined
    setStage({ kind: 'asking', wasGivenUp: true })
  }
  return { stage, start, stop }
}
