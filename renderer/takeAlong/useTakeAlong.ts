import { useEffect, useRef, useState } from 'react'
import { err, type OrchardError } from '#shared/result'
import { dayIn } from '#shared/time/calendarDay'
import { useBackups } from '../backup/BackupsContext'
import { usePreferences } from '../settings/PreferencesContext'
import { useBridge } from '../shell/BridgeContext'
import { useNotebook } from '../store/NotebookContext'
import { runTakeAlong, type TakeAlongOutcome, type TakeAlongProgress } from './runTakeAlong'

/** What the dialog shows of the work. */
export type TakeAlongStage =
  | { readonly kind: 'asking'; readonly wasGivenUp: boolean }
  | TakeAlongProgress
  | { readonly kind: 'done'; readonly outcome: TakeAlongOutcome }
  | { readonly kind: 'failed'; readonly error: OrchardError }

/** The work on the folder with everything; it is given up when the dialog goes away. */
export function useTakeAlong(): {
  readonly stage: TakeAlongStage
  readonly save: () => Promise<void>
  readonly stop: () => void
} {
  const notebook = useNotebook()
  const backups = useBackups()
  const { call } = useBridge()
  const { language } = usePreferences()
  const [stage, setStage] = useState<TakeAlongStage>({ kind: 'asking', wasGivenUp: false })
  const work = useRef<AbortController | undefined>(undefined)

  useEffect(() => () => work.current?.abort(), [])

  const save = async () => {
    const controller = new AbortController()
    work.current = controller
    setStage({ kind: 'writing', done: 0, total: 0 })
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const moment = { language, zone, today: dayIn(zone, notebook.sources.now()) }
    const watch = {
      signal: controller.signal,
      onProgress: (progress: TakeAlongProgress) => {
        if (!controller.signal.aborted) setStage(progress)
      },
    }
    const parts = { notebook, calls: call, copyLines: backups.copyLines.bind(backups) }
    // A fault on the way is told like any other failure.
    const done = await runTakeAlong(parts, moment, watch).catch(() => err('ipc.fault'))
    if (!done.ok) setStage({ kind: 'failed', error: done.error })
    else if (done.value !== undefined) setStage({ kind: 'done', outcome: done.value })
    else setStage({ kind: 'asking', wasGivenUp: controller.signal.aborted })
  }
  return { stage, save, stop: () => work.current?.abort() }
}
