import { useEffect, useState } from 'react'
import { dayIn } from '#shared/time/calendarDay'
import { useNotebook, useNotebookState } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import { useNow } from '../store/useNow'
import type { CarriersAnswer } from '../workers/carrierReader'

/** Members, reach and drainage as of today, read again after every change; undefined until they were counted. */
export function useCarrierFigures(): CarriersAnswer | undefined {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const today = dayIn(deviceZone(), useNow())
  const [figures, setFigures] = useState<CarriersAnswer>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is a reason to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    void notebook
      .questions()
      .carriers({ today, zone: deviceZone() })
      .then((answer) => {
        if (wanted && answer.ok) setFigures(answer.value)
      })
    return () => {
      wanted = false
    }
  }, [notebook, phase, appliedSeq, today])
  return figures
}
