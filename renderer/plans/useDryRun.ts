import { useEffect, useState } from 'react'
import type { PlanWords } from '#shared/nurture/planBook'
import { dayIn } from '#shared/time/calendarDay'
import { useNotebook } from '../store/NotebookContext'
import { deviceZone } from '../store/TodayContext'
import type { DryRunAnswer } from '../workers/planRehearsal'

/** How far ahead a dry run looks. */
const DRY_RUN_DAYS = 90

/** A dry run that is under way, done, or could not be done. */
type DryRun =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'done'; readonly answer: DryRunAnswer }
  | { readonly kind: 'failed'; readonly code: string }

/** Rehearses a plan in the worker whenever who, when or the plan changes; without anybody it waits. */
export function useDryRun(
  plan: PlanWords,
  versionIds: readonly string[],
  customerIds: readonly string[],
  startsOn: string,
): DryRun {
  const notebook = useNotebook()
  const [run, setRun] = useState<DryRun>({ kind: 'idle' })
  const asked = JSON.stringify([plan, versionIds, customerIds, startsOn])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` holds everything that is asked about
  useEffect(() => {
    if (customerIds.length === 0 || startsOn === '') return setRun({ kind: 'idle' })
    let wanted = true
    setRun({ kind: 'working' })
    const today = dayIn(deviceZone(), notebook.sources.now())
    void notebook
      .questions()
      .dryRun({ plan, versionIds, customerIds, startsOn, today, daysAhead: DRY_RUN_DAYS })
      .then((answer) => {
        if (!wanted) return
        setRun(
          answer.ok ? { kind: 'done', answer: answer.value } : { kind: 'failed', code: answer.error.code },
        )
      })
    return () => {
      wanted = false
    }
  }, [notebook, asked])
  return run
}
