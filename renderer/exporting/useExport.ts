import { useCallback, useEffect, useRef, useState } from 'react'
import { type ExportChoice, needsConsent } from '#shared/exporting/exportRequest'
import type { ExportTally } from '#shared/exporting/exportTally'
import { err, type OrchardError, type Result } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import { countExport, type ExportOrder, type ExportOutcome, runExport } from '../store/runExport'

/** What the dialog shows of the work: counting, a count, writing, a file, or why there is none. */
export type ExportStage =
  | { readonly kind: 'counting'; readonly done: number; readonly total: number }
  | { readonly kind: 'counted'; readonly tally: ExportTally }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly outcome: ExportOutcome }
  /** `tally` is absent where nobody waited for the count. */
  | { readonly kind: 'cancelled'; readonly tally: ExportTally | undefined }
  | { readonly kind: 'failed'; readonly error: OrchardError }

/** The work on one export. A change of the choice counts anew; one piece of work at a time. */
export interface Exporting {
  readonly stage: ExportStage
  readonly save: () => Promise<void>
  /** Gives up the writing; nothing is left of the file. */
  readonly stop: () => void
}

/** Counts what a choice would write and writes it when asked. */
export function useExport(choice: ExportChoice, customerIds: ExportOrder['customerIds']): Exporting {
  const notebook = useNotebook()
  const { call } = useBridge()
  const { language } = usePreferences()
  const phase = useNotebookState((state) => state.phase)
  const [stage, setStage] = useState<ExportStage>({ kind: 'counting', done: 0, total: 0 })
  const work = useRef<AbortController | undefined>(undefined)

  const order = useCallback((): ExportOrder => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const now = notebook.sources.now()
    return { choice, customerIds, moment: { language, zone, now, today: dayIn(zone, now) } }
  }, [notebook, choice, customerIds, language])

  /** Begins a piece of work; the one before is given up. */
  const begin = useCallback((kind: 'counting' | 'writing') => {
    work.current?.abort()
    const controller = new AbortController()
    work.current = controller
    setStage({ kind, done: 0, total: 0 })
    const onProgress = (done: number, total: number) => {
      if (!controller.signal.aborted) setStage({ kind, done, total })
    }
    return { signal: controller.signal, onProgress }
  }, [])

  useEffect(() => {
    if (phase === 'opening' || phase === 'catchingUp') return
    const watch = begin('counting')
    void guarded(countExport({ notebook }, order(), watch)).then((counted) => {
      if (watch.signal.aborted) return
      if (!counted.ok) setStage({ kind: 'failed', error: counted.error })
      else if (counted.value !== undefined) setStage({ kind: 'counted', tally: counted.value })
    })
    return () => work.current?.abort()
  }, [notebook, order, phase, begin])

  const save = async () => {
    if (!maySave(stage, choice)) return
    const tally = 'tally' in stage ? stage.tally : undefined
    const watch = begin('writing')
    const done = await guarded(runExport({ notebook, calls: call }, order(), watch))
    if (!done.ok) setStage({ kind: 'failed', error: done.error })
    else if (done.value !== undefined) setStage({ kind: 'done', outcome: done.value })
    else if (watch.signal.aborted || tally === undefined) setStage({ kind: 'cancelled', tally })
    else setStage({ kind: 'counted', tally })
  }
  return { stage, save, stop: () => work.current?.abort() }
}

/** A list of people who agreed is counted before it leaves; for everything else nobody need wait. */
export function maySave(stage: ExportStage, choice: ExportChoice): boolean {
  if (stage.kind === 'counting') return !needsConsent(choice.subject)
  return stage.kind === 'counted' || stage.kind === 'cancelled'
}

/** A fault on the way is told like any other failure. */
function guarded<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  return work.catch(() => err('ipc.fault'))
}
