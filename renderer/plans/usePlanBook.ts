import { useEffect, useMemo, useState } from 'react'
import { type PlanCount, type PlanEntry, planBook, planCounts } from '#shared/nurture/planBook'
import type { Enrolment } from '#shared/records/nurture'
import { dayIn } from '#shared/time/calendarDay'
import { useNotebook, useNotebookState, useRead } from '../store/NotebookContext'
import { allPlans } from '../store/queries/nurture'
import { deviceZone } from '../store/TodayContext'

/** Every plan of the notebook and who is on it. */
export interface PlanBook {
  readonly entries: readonly PlanEntry[]
  readonly counts: ReadonlyMap<string, PlanCount>
  readonly enrolments: readonly Enrolment[]
}

/** The plans, asked again when the notebook changes; undefined until they are read. */
export function usePlanBook(): PlanBook | undefined {
  const plans = useRead(allPlans, [])
  const enrolments = useEnrolments()
  return useMemo(() => {
    if (plans === undefined || enrolments === undefined) return undefined
    const entries = planBook(plans)
    return { entries, counts: planCounts(entries, enrolments), enrolments }
  }, [plans, enrolments])
}

function useEnrolments(): readonly Enrolment[] | undefined {
  const notebook = useNotebook()
  const phase = useNotebookState((state) => state.phase)
  const appliedSeq = useNotebookState((state) => state.appliedSeq)
  const [answer, setAnswer] = useState<readonly Enrolment[]>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the notebook is a reason to ask again
  useEffect(() => {
    if (phase !== 'ready' && phase !== 'repairing') return
    let wanted = true
    const today = dayIn(deviceZone(), notebook.sources.now())
    void notebook
      .questions()
      .enrolments(today)
      .then((read) => {
        if (wanted && read.ok) setAnswer(read.value)
      })
    return () => {
      wanted = false
    }
  }, [notebook, phase, appliedSeq])
  return answer
}
